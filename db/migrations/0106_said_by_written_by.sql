-- Somebody holds the pen for another: the words are the person's who said them, and whoever wrote them down stands beside.
alter table dialogue.contribution
  add column written_by bigint,
  -- When the person said: yes, these are my words.
  add column confirmed_at timestamptz,
  add constraint written_by_another check (written_by <> author_id),
  add constraint confirmed_if_written check (confirmed_at is null or written_by is not null);
create index contribution_by_writer on dialogue.contribution (written_by) where written_by is not null;
grant update (confirmed_at) on dialogue.contribution to ciranda_app;

-- Who belongs and hears this circle may be named; whoever writes hears it too, belongs, and is no student. Nobody is made
-- to say something to themselves alone.
create function dialogue.can_be_written_for(person bigint, thread bigint, heard_in text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select dialogue.hears_thread(thread) and heard_in not like 'me:%' and heard_in = any (platform.reach())
      and exists (
        select 1 from dialogue.thread t
        join people.person p on p.id = person and p.kind = 'person'
        join community.membership writer on writer.community_id = t.community_id and writer.person_id = platform.me()
        join community.membership said on said.community_id = t.community_id and said.person_id = person
        where t.id = thread and person <> platform.me() and t.audience::text not like 'me:%'
          and (writer.role = 'facilitator' or not 'student' = any (writer.perspectives))
          and (t.audience = 'public' or exists (select 1 from platform.seat s where s.person_id = person and s.audience = t.audience))
          and exists (select 1 from platform.seat s where s.person_id = person and s.audience::text = heard_in))
  $$;
revoke all on function dialogue.can_be_written_for(bigint, bigint, text) from public;
grant execute on function dialogue.can_be_written_for(bigint, bigint, text) to ciranda_app;

drop policy say on dialogue.contribution;
create policy say on dialogue.contribution for insert to ciranda_app
  with check (author_id = (select platform.me()) and written_by is null);
create policy write_down on dialogue.contribution for insert to ciranda_app with check (
  written_by = (select platform.me()) and confirmed_at is null and ask_id is null
  and dialogue.can_be_written_for(author_id, thread_id, audience::text));
-- Until they are confirmed, whoever wrote the words down may take them away again.
create policy written on dialogue.contribution for update to ciranda_app
  using (written_by = (select platform.me()) and confirmed_at is null)
  with check (written_by = (select platform.me()) and confirmed_at is null and withdrawn_at is not null);
create policy take_written_back on dialogue.contribution for delete to ciranda_app
  using (written_by = (select platform.me()) and confirmed_at is null and withdrawn_at is null);

-- Words that somebody wrote down are confirmed or taken away by whoever said them, and never changed by anybody.
create function dialogue.keep_written() returns trigger language plpgsql security definer set search_path = ''
  as $$
    begin
      if new.withdrawn_at is null and (new.text, new.html, new.language) is distinct from (old.text, old.html, old.language) then
        raise exception 'What was written down for somebody is not changed' using errcode = 'check_violation';
      end if;
      if new.confirmed_at is distinct from old.confirmed_at
        and (old.confirmed_at is not null or platform.me() is distinct from old.author_id) then
        raise exception 'Only whoever said it confirms it' using errcode = 'check_violation';
      end if;
      return new;
    end
  $$;
create trigger keep_written before update on dialogue.contribution
  for each row when (old.written_by is not null) execute function dialogue.keep_written();

-- When the writer takes it away, what others told its author goes along; taken back, the facts of both go too.
create function dialogue.forget_written() returns trigger language plpgsql security definer set search_path = ''
  as $$
    begin
      delete from dialogue.reading where subject_kind = 'contribution' and subject_id = old.id;
      if tg_op = 'DELETE' then
        delete from platform.fact where subject_kind = 'contribution' and subject_id = old.id;
      end if;
      return null;
    end
  $$;
create trigger forget_written_withdrawn after update of withdrawn_at on dialogue.contribution
  for each row when (old.written_by is not null and old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function dialogue.forget_written();
create trigger forget_written_deleted after delete on dialogue.contribution
  for each row when (old.written_by is not null) execute function dialogue.forget_written();
