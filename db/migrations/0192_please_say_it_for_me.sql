-- Please say it for me: words given to one adult, who says them in their own name; seen by all the adults, by no peer.
create table dialogue.carried (
  id bigint generated always as identity primary key,
  thread_id bigint not null references dialogue.thread (id) on delete cascade,
  -- The thread's, and its adults; kept true by a trigger.
  community_id bigint not null,
  adults platform.audience not null,
  -- What it answers, if anything.
  reply_to bigint references dialogue.contribution (id) on delete set null,
  author_id bigint not null,
  -- Nobody once that adult has left for good.
  carrier_id bigint,
  text text not null check (length(text) <= 60000),
  language text not null check (length(language) between 2 and 35),
  state text not null default 'open' check (state in ('open', 'said', 'declined', 'taken-back')),
  asked_at timestamptz not null,
  closed_at timestamptz,
  -- The adult's kind sentence when they do not say it.
  answer text check (length(answer) between 1 and 2000),
  contribution_id bigint unique references dialogue.contribution (id) on delete set null,
  check (author_id <> carrier_id),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'taken-back') = (text = '')),
  check (answer is null or state = 'declined')
);
create index carried_here on dialogue.carried (thread_id, state);
create index carried_by_author on dialogue.carried (author_id);
create index carried_by_carrier on dialogue.carried (carrier_id);
create index carried_waiting on dialogue.carried (community_id, asked_at) where state = 'open';
create index carried_answers on dialogue.carried (reply_to) where reply_to is not null;

-- Adults of the thread's community who hear the thread. Tells only those who hear it themselves.
create function dialogue.adults_hearing(thread bigint) returns setof bigint
  language sql stable security definer set search_path = ''
  as $$
    select s.person_id from dialogue.thread t
    join platform.seat s on s.audience = 'adults:' || t.community_id
    where t.id = thread and dialogue.hears_thread(thread) and t.audience::text not like 'me:%'
      and (t.audience = 'public' or exists (
        select from platform.seat h where h.person_id = s.person_id and h.audience = t.audience))
  $$;
revoke all on function dialogue.adults_hearing(bigint) from public;
grant execute on function dialogue.adults_hearing(bigint) to ciranda_app;

alter table dialogue.carried enable row level security;
grant select, insert, update (state, closed_at, answer, contribution_id, text) on dialogue.carried to ciranda_app;
create policy concerned on dialogue.carried for select to ciranda_app
  using (author_id = (select platform.me()) or adults = any ((select platform.reach())::text[]));
create policy give on dialogue.carried for insert to ciranda_app with check (
  author_id = (select platform.me()) and state = 'open'
  and carrier_id in (select dialogue.adults_hearing(thread_id)));
create policy close on dialogue.carried for update to ciranda_app using (
  author_id = (select platform.me())
  or (carrier_id = (select platform.me()) and adults = any ((select platform.reach())::text[])));

-- Who may close it how; the words are the author's. What was said and is taken back waits again, by whichever door.
create function dialogue.keep_carried() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      who bigint := platform.me();
    begin
      if tg_op = 'INSERT' then
        new.community_id := (select t.community_id from dialogue.thread t where t.id = new.thread_id);
        new.adults := 'adults:' || new.community_id;
        return new;
      end if;
      if old.state = 'said' and new.state = 'said' and old.contribution_id is not null and new.contribution_id is null then
        new.state := 'open';
        new.closed_at := null;
        return new;
      end if;
      if who is not null and new.state <> old.state and not (
        (old.state = 'open' and new.state in ('said', 'declined') and old.carrier_id = who)
        or (new.state = 'taken-back' and old.author_id = who)
      ) then
        raise exception 'Words that are carried are not closed so' using errcode = 'check_violation';
      end if;
      if new.text <> old.text and new.state <> 'taken-back' then
        raise exception 'Words that are carried are not changed' using errcode = 'check_violation';
      end if;
      if new.contribution_id is distinct from old.contribution_id and new.contribution_id is not null and not exists (
        select from dialogue.contribution c
        where c.id = new.contribution_id and c.thread_id = old.thread_id and c.author_id = old.carrier_id
          and c.text = old.text
      ) then
        raise exception 'Words are carried by the one who was asked, as they are' using errcode = 'check_violation';
      end if;
      return new;
    end
  $$;
create trigger keep_carried before insert or update on dialogue.carried for each row execute function dialogue.keep_carried();

-- Said for somebody, they stand as they were given: nobody changes them.
create function dialogue.keep_as_given() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.withdrawn_at is null and (new.text, new.html, new.language) is distinct from (old.text, old.html, old.language) then
      raise exception 'What is said for somebody is not changed' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger keep_as_given before update on dialogue.contribution
  for each row when (old.manner = 'carried') execute function dialogue.keep_as_given();

-- Whose words they are takes them down at any time, without a reason, also after they were said.
create function dialogue.take_down_carried(carried bigint, at timestamptz) returns bigint
  language sql volatile security definer set search_path = ''
  as $$
    with down as (
      update dialogue.contribution c set text = '', html = '', withdrawn_at = at
      from dialogue.carried d
      where d.id = carried and d.author_id = platform.me() and c.id = d.contribution_id and c.withdrawn_at is null
      returning c.id
    ), unread as (
      delete from dialogue.reading r using down where r.subject_kind = 'contribution' and r.subject_id = down.id
    )
    select down.id from down
  $$;
revoke all on function dialogue.take_down_carried(bigint, timestamptz) from public;
grant execute on function dialogue.take_down_carried(bigint, timestamptz) to ciranda_app;
