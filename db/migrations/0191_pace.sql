-- The pace of a conversation: slowly, one contribution of each person in a span; or paused for a while, with the reason.
create table dialogue.pace (
  thread_id bigint primary key references dialogue.thread (id) on delete cascade,
  -- The thread's; kept true by a trigger.
  community_id bigint not null,
  slow_minutes int check (slow_minutes between 1 and 10080),
  paused_until timestamptz,
  why text check (length(why) between 1 and 600),
  language text check (length(language) between 2 and 35),
  check ((paused_until is null) = (why is null) and (why is null) = (language is null))
);
alter table dialogue.pace enable row level security;
grant select, insert, update on dialogue.pace to ciranda_app;
-- A policy may not read another walled table, so the thread is asked by a function.
create policy heard on dialogue.pace for select to ciranda_app using (dialogue.hears_thread(thread_id));
create policy set_one on dialogue.pace for insert to ciranda_app with check (
  'facilitators:' || community_id = any ((select platform.reach())::text[]) and dialogue.hears_thread(thread_id));
create policy change on dialogue.pace for update to ciranda_app using (
  'facilitators:' || community_id = any ((select platform.reach())::text[]) and dialogue.hears_thread(thread_id));

create function dialogue.keep_pace() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    new.community_id := (select t.community_id from dialogue.thread t where t.id = new.thread_id);
    return new;
  end $$;
create trigger keep_pace before insert or update on dialogue.pace for each row execute function dialogue.keep_pace();

-- When the asking person spoke last in a thread for others to hear, with a name or without; notes to oneself are nobody's turn.
create function dialogue.spoke_last(thread bigint) returns timestamptz language sql stable security definer set search_path = ''
  as $$
    select max(c.said_at) from dialogue.contribution c
    left join dialogue.nameless_author n on n.contribution_id = c.id
    where c.thread_id = thread and platform.me() in (c.author_id, n.author_id) and c.written_by is null
      and c.ask_id is null and c.audience::text not like 'me:%'
  $$;

-- The pace as it stands now, held until whoever asks has spoken: neither does it change meanwhile, nor do they speak twice at once.
create function dialogue.hold_pace(thread bigint)
  returns table (slow_minutes int, paused_until timestamptz, spoke_at timestamptz)
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      pace record;
    begin
      select p.slow_minutes, p.paused_until into pace from dialogue.pace p where p.thread_id = thread for share;
      if not found then
        return;
      end if;
      if pace.slow_minutes is not null then
        perform pg_advisory_xact_lock(hashtextextended('dialogue.pace ' || thread || ' ' || platform.me(), 0));
      end if;
      return query select pace.slow_minutes, pace.paused_until,
        case when pace.slow_minutes is not null then dialogue.spoke_last(thread) end;
    end
  $$;
revoke all on function dialogue.spoke_last(bigint), dialogue.hold_pace(bigint) from public;
grant execute on function dialogue.spoke_last(bigint), dialogue.hold_pace(bigint) to ciranda_app;
