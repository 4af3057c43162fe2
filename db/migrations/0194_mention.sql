-- Calling somebody by name in one's words: told to that very person, seen in the table by them and the writer alone.
create table dialogue.mention (
  contribution_id bigint not null references dialogue.contribution (id) on delete cascade,
  person_id bigint not null,
  primary key (contribution_id, person_id)
);
create index mention_of on dialogue.mention (person_id);

-- Who will hear something said in a thread for an audience. Tells only those who hear the thread and may speak so.
create function dialogue.hearing(thread bigint, heard_in text) returns setof bigint
  language sql stable security definer set search_path = ''
  as $$
    select s.person_id from dialogue.thread t
    join platform.seat s on s.audience = 'community:' || t.community_id
    join people.person p on p.id = s.person_id and p.kind = 'person'
    where t.id = thread and dialogue.hears_thread(thread) and t.audience::text not like 'me:%' and heard_in not like 'me:%'
      and (heard_in = any (platform.reach()) or heard_in = 'facilitators:' || t.community_id)
      and exists (select from platform.seat h where h.person_id = s.person_id and h.audience::text = heard_in)
      and (t.audience = 'public' or exists (
        select from platform.seat h where h.person_id = s.person_id and h.audience = t.audience))
  $$;
-- Whether words that the asking person hears call anybody; whom, they are not told.
create function dialogue.calls_anybody(contribution bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select dialogue.hears_words(contribution)
      and exists (select from dialogue.mention m where m.contribution_id = contribution)
  $$;
revoke all on function dialogue.hearing(bigint, text), dialogue.calls_anybody(bigint) from public;
grant execute on function dialogue.hearing(bigint, text), dialogue.calls_anybody(bigint) to ciranda_app;

alter table dialogue.mention enable row level security;
grant select, insert on dialogue.mention to ciranda_app;
create policy called on dialogue.mention for select to ciranda_app
  using (person_id = (select platform.me()) or dialogue.spoke(contribution_id));
create policy call on dialogue.mention for insert to ciranda_app with check (dialogue.spoke(contribution_id));
-- Only somebody who will hear it is called, whichever door it came by.
create function dialogue.keep_mention() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if not exists (select from dialogue.contribution c where c.id = new.contribution_id
      and new.person_id in (select dialogue.hearing(c.thread_id, coalesce(c.opens_to, c.audience)::text))) then
      raise exception 'Only somebody who hears it is called' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger keep_mention before insert on dialogue.mention for each row execute function dialogue.keep_mention();

create or replace function dialogue.untie() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    delete from dialogue.quote where old.id in (quoted_id, contribution_id);
    delete from dialogue.resolved where old.id in (answer_id, contribution_id);
    delete from dialogue.mention where contribution_id = old.id;
    delete from dialogue.learned
      where contribution_id = old.id or (source_kind = 'contribution' and source_id = old.id);
    return null;
  end $$;
