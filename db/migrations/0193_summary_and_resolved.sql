-- A short summary that the people of a conversation keep together; and wonderings that something said there has answered.
create table dialogue.summary (
  thread_id bigint not null references dialogue.thread (id) on delete cascade,
  -- The second of two that begin with the same is refused by the key.
  version int not null check (version >= 1),
  -- The thread's; kept true by a trigger.
  community_id bigint not null,
  audience platform.audience not null,
  author_id bigint not null,
  language text not null check (length(language) between 2 and 35),
  -- Empty where somebody took it away.
  text text not null check (length(text) <= 12000),
  html text not null,
  written_at timestamptz not null,
  primary key (thread_id, version)
);
create index summary_by_author on dialogue.summary (author_id);
alter table dialogue.summary enable row level security;
grant select, insert on dialogue.summary to ciranda_app;
-- A policy may not read another walled table, so the thread is asked by a function.
create policy heard on dialogue.summary for select to ciranda_app using (dialogue.hears_thread(thread_id));
create policy write on dialogue.summary for insert to ciranda_app
  with check (author_id = (select platform.me()) and dialogue.hears_thread(thread_id));

create function dialogue.keep_summary() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      latest int;
    begin
      select t.community_id, t.audience into new.community_id, new.audience from dialogue.thread t where t.id = new.thread_id;
      select coalesce(max(s.version), 0) into latest from dialogue.summary s where s.thread_id = new.thread_id;
      if new.version > latest + 1 then
        raise exception 'A summary goes on from its latest version' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
create trigger keep_summary before insert on dialogue.summary for each row execute function dialogue.keep_summary();
-- A student's version is written when one adult has looked, as everywhere (`community.held`); a later migration makes that table.
create function dialogue.summary_waits() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if new.text = '' or split_part(new.audience, ':', 1) in ('me', 'facilitators', 'adults')
      or not community.speaks_as_student(platform.me(), new.community_id)
      or exists (select from community.held h where h.id = nullif(current_setting('ciranda.held', true), '')::bigint
        and h.author_id = platform.me() and h.community_id = new.community_id and h.opened_by is not null) then
      return null;
    end if;
    raise exception using errcode = 'CI001', message = 'look', detail = new.community_id::text;
  end $$;
create trigger summary_waits after insert on dialogue.summary for each row when (current_user = 'ciranda_app')
  execute function dialogue.summary_waits();

-- An “I wonder” and what answered it; whoever hears both sees that it did.
create table dialogue.resolved (
  contribution_id bigint primary key references dialogue.contribution (id) on delete cascade,
  answer_id bigint not null references dialogue.contribution (id) on delete cascade,
  check (answer_id <> contribution_id)
);
create index resolved_by on dialogue.resolved (answer_id);
create function dialogue.may_resolve(contribution bigint) returns boolean language sql stable security definer set search_path = ''
  as $$
    select dialogue.hears_words(contribution) and exists (select from dialogue.contribution c
      where c.id = contribution and c.manner = 'wonder'
        and (dialogue.spoke(c.id) or 'facilitators:' || c.community_id = any (platform.reach())))
  $$;
revoke all on function dialogue.may_resolve(bigint) from public;
grant execute on function dialogue.may_resolve(bigint) to ciranda_app;
alter table dialogue.resolved enable row level security;
grant select, insert, delete, update (answer_id) on dialogue.resolved to ciranda_app;
create policy heard on dialogue.resolved for select to ciranda_app
  using (dialogue.hears_words(contribution_id) and (dialogue.hears_words(answer_id) or dialogue.may_resolve(contribution_id)));
create policy resolve on dialogue.resolved for insert to ciranda_app
  with check (dialogue.may_resolve(contribution_id) and dialogue.hears_words(answer_id));
create policy again on dialogue.resolved for update to ciranda_app using (dialogue.may_resolve(contribution_id))
  with check (dialogue.may_resolve(contribution_id) and dialogue.hears_words(answer_id));
create policy undo on dialogue.resolved for delete to ciranda_app using (dialogue.may_resolve(contribution_id));

create function dialogue.keep_resolved() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if not exists (select from dialogue.contribution c join dialogue.contribution a on a.id = new.answer_id
      where c.id = new.contribution_id and a.thread_id = c.thread_id and a.withdrawn_at is null and a.opens_to is null) then
      raise exception 'A wondering is answered in its own conversation' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger keep_resolved before insert or update on dialogue.resolved for each row execute function dialogue.keep_resolved();

-- Words that go take along what was made of them, whichever way they go.
create or replace function dialogue.untie() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    delete from dialogue.quote where old.id in (quoted_id, contribution_id);
    delete from dialogue.resolved where old.id in (answer_id, contribution_id);
    delete from dialogue.learned
      where contribution_id = old.id or (source_kind = 'contribution' and source_id = old.id);
    return null;
  end $$;
