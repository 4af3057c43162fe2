-- A student's words reach the vetted adults of a community at once, and everybody else after one adult's look.
alter domain platform.audience drop constraint audience_check;
alter domain platform.audience add constraint audience_check
  check (value ~ '^(public|(me|facilitators|adults|group|community|school|network):[1-9][0-9]*)$');

-- Who facilitates and is no student is one of the adults; who else is, others say.
create function community.keep_adult_seat() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op in ('UPDATE', 'DELETE') and old.role = 'facilitator' then
      delete from platform.seat where person_id = old.person_id and audience = 'adults:' || old.community_id;
    end if;
    if tg_op in ('INSERT', 'UPDATE') and new.role = 'facilitator' and not 'student' = any (new.perspectives) then
      insert into platform.seat (person_id, audience) values (new.person_id, 'adults:' || new.community_id)
        on conflict do nothing;
    end if;
    if platform.me() = coalesce(new.person_id, old.person_id) then
      perform set_config('ciranda.reach', platform.reach_of(platform.me())::text, true);
    end if;
    return null;
  end $$;
create trigger keep_seats_of_adults after insert or delete or update of role, perspectives on community.membership
  for each row execute function community.keep_adult_seat();
insert into platform.seat (person_id, audience)
  select person_id, 'adults:' || community_id from community.membership
  where role = 'facilitator' and not 'student' = any (perspectives) on conflict do nothing;

create or replace function dialogue.width(audience text) returns int language sql immutable parallel safe
  as $$
    select case split_part(audience, ':', 1)
      when 'me' then 0 when 'facilitators' then 1 when 'adults' then 1 when 'group' then 1 when 'community' then 2
      when 'school' then 3 when 'network' then 4 else 5 end
  $$;

alter table dialogue.contribution
  -- Who hears it after the look. While this stands, the audience is the adults.
  add column opens_to platform.audience,
  -- Since when it waits, or waited; and since when the other adults know that it waits too long.
  add column waits_since timestamptz,
  add column called_at timestamptz,
  -- Whose look opened it.
  add column opened_by bigint,
  add constraint waits_with_adults check (opens_to is null or audience::text like 'adults:%');
create index contribution_waiting on dialogue.contribution (community_id, waits_since) where opens_to is not null;

-- Whoever writes it, by whichever door: what others than the adults would hear waits. Other words wait again.
create function dialogue.wait_for_a_look() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'UPDATE' and (new.withdrawn_at is not null or new.text = old.text) then
      return new;
    end if;
    if dialogue.width(new.audience) > 1 and community.speaks_as_student(new.author_id, new.community_id) then
      -- Whoever of the adults wrote it down for the student has looked.
      if new.written_by is not null and exists (select from platform.seat s
        where s.person_id = new.written_by and s.audience = 'adults:' || new.community_id) then
        new.opened_by := new.written_by;
        return new;
      end if;
      new.opens_to := new.audience;
      new.audience := 'adults:' || new.community_id;
    end if;
    if new.opens_to is not null then
      new.waits_since := coalesce(new.edited_at, new.said_at);
      new.called_at := null;
      new.opened_by := null;
    end if;
    return new;
  end $$;
-- After keep_narrow has judged the circle that was chosen: triggers go by their names.
create trigger wait_for_a_look before insert or update of text on dialogue.contribution
  for each row execute function dialogue.wait_for_a_look();

create or replace function dialogue.keep_narrow() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      heard record;
    begin
      select t.audience, t.community_id into heard from dialogue.thread t where t.id = new.thread_id for share;
      new.community_id := heard.community_id;
      if new.audience not in (heard.audience, 'me:' || new.author_id)
        and not (new.audience = 'facilitators:' || heard.community_id and dialogue.width(heard.audience) > 1)
        and not (new.audience = 'community:' || heard.community_id and dialogue.width(heard.audience) > 2) then
        raise exception 'A contribution is never heard wider than its thread' using errcode = 'check_violation';
      end if;
      -- Wider only by the look of an adult who is not its author, and only to the circle that its author chose.
      if tg_op = 'UPDATE' and dialogue.width(new.audience) > dialogue.width(old.audience)
        and not coalesce(new.audience = old.opens_to and new.opens_to is null and old.author_id <> platform.me()
          and old.audience = any (platform.reach()), false) then
        raise exception 'What was said narrowly is never made wider' using errcode = 'check_violation';
      end if;
      -- Made narrower by its author while it waits, it opens to nobody else.
      if tg_op = 'UPDATE' and new.audience is distinct from old.audience and new.audience::text not like 'adults:%' then
        new.opens_to := null;
      end if;
      return new;
    end
  $$;

create or replace function dialogue.narrow_to_thread(thread bigint) returns void language sql security definer set search_path = ''
  as $$
    update dialogue.contribution c set audience = t.audience, opens_to = null from dialogue.thread t
    where t.id = thread and c.thread_id = t.id
      and dialogue.width(coalesce(c.opens_to, c.audience)) > dialogue.width(t.audience)
  $$;

-- The look: one of the adults opens exactly the words they saw. The row's own policy lets only its author write.
create function dialogue.open_words(contribution bigint, seen int) returns bigint
  language sql volatile security definer set search_path = ''
  as $$
    update dialogue.contribution c set audience = c.opens_to, opens_to = null, opened_by = platform.me()
    where c.id = contribution and c.version = seen and c.opens_to is not null and c.withdrawn_at is null
      and c.author_id <> platform.me() and c.audience = any (platform.reach())
    returning c.id
  $$;
revoke all on function dialogue.open_words(bigint, int) from public;
grant execute on function dialogue.open_words(bigint, int) to ciranda_app;

-- What an adult may ask before opening: three things only. The answer is the author's: other words, none, or “it is fine”.
create table dialogue.look_question (
  contribution_id bigint primary key references dialogue.contribution (id) on delete cascade,
  author_id bigint not null,
  adults platform.audience not null,
  asked_by bigint not null,
  about text not null check (about in ('name', 'hurt', 'danger')),
  version int not null,
  asked_at timestamptz not null,
  fine_at timestamptz
);
alter table dialogue.look_question enable row level security;
grant select, insert, update (asked_by, about, version, asked_at, fine_at), delete on dialogue.look_question to ciranda_app;
create policy concerned on dialogue.look_question for select to ciranda_app
  using (author_id = (select platform.me()) or adults = any ((select platform.reach())::text[]));
create policy ask on dialogue.look_question for insert to ciranda_app with check (
  asked_by = (select platform.me()) and author_id <> (select platform.me()) and adults = any ((select platform.reach())::text[]));
create policy answer on dialogue.look_question for update to ciranda_app
  using (author_id = (select platform.me()) or adults = any ((select platform.reach())::text[]));
create policy forget on dialogue.look_question for delete to ciranda_app
  using (author_id = (select platform.me()) or adults = any ((select platform.reach())::text[]));
