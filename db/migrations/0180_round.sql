-- A round: one question, everybody once before anybody twice; what is answered stays hidden until its time.
create table dialogue.round (
  id bigint generated always as identity primary key,
  -- The thread's; kept true by a trigger.
  community_id bigint not null,
  thread_id bigint not null references dialogue.thread (id) on delete cascade,
  -- Who hears it, as promised when it was opened: answers are never heard wider, whatever becomes of the thread.
  audience platform.audience not null,
  question text not null check (length(question) between 1 and 600),
  language text not null check (length(language) between 2 and 35),
  hidden text not null check (hidden in ('until_own', 'until_all')),
  turns text not null check (turns in ('free', 'circle')),
  -- The round that it goes on from, and which circle it is.
  follows_id bigint references dialogue.round (id) on delete set null,
  circle int not null default 1 check (circle between 1 and 99),
  opener_id bigint not null,
  opened_at timestamptz not null,
  ends_at timestamptz,
  closed_at timestamptz,
  -- What the group takes along, written when the answers are open.
  harvest text not null default '' check (length(harvest) <= 4000),
  harvest_html text not null default '',
  harvest_language text check (length(harvest_language) between 2 and 35),
  harvest_by bigint,
  harvest_version int not null default 0,
  check (audience::text not like 'me:%' and audience <> 'public'),
  check (ends_at is null or ends_at > opened_at)
);
create index round_in_thread on dialogue.round (thread_id, id);
create index round_open on dialogue.round (community_id, id) where closed_at is null;
create index round_follows on dialogue.round (follows_id) where follows_id is not null;
create index round_by_opener on dialogue.round (opener_id);

-- A place in the circle: somebody who hears the round, or a guest by the name they gave.
create table dialogue.round_seat (
  id bigint generated always as identity primary key,
  round_id bigint not null references dialogue.round (id) on delete cascade,
  person_id bigint,
  name text check (length(name) between 1 and 80),
  noted_by bigint,
  place int not null,
  -- Whoever leaves keeps what they said, and is not waited for.
  left_at timestamptz,
  check ((person_id is null) = (name is not null)),
  unique (round_id, person_id),
  unique (round_id, place)
);
create index round_seat_by_person on dialogue.round_seat (person_id) where person_id is not null;

-- One turn of one seat. After the round its words stand in a contribution, and here no more; a guest's stay here.
create table dialogue.round_entry (
  seat_id bigint primary key references dialogue.round_seat (id) on delete cascade,
  round_id bigint not null,
  person_id bigint,
  state text not null check (state in ('said', 'passed', 'later')),
  text text not null default '' check (length(text) <= 60000),
  html text not null default '',
  language text not null check (length(language) between 2 and 35),
  nameless boolean not null default false,
  written_by bigint,
  -- Which adult has looked at a student's words already.
  looked_by bigint,
  version int not null default 1,
  -- The order of those who come back later. It is no time: times tell who sat beside whom.
  later int,
  -- Never for what was said without a name.
  contribution_id bigint references dialogue.contribution (id) on delete set null,
  check (state = 'said' or text = ''),
  check (not nameless or (contribution_id is null and written_by is null and person_id is not null))
);
create index round_entry_in on dialogue.round_entry (round_id);
create index round_entry_of on dialogue.round_entry (contribution_id) where contribution_id is not null;

alter table dialogue.contribution
  -- The round in which it was said.
  add column round_id bigint references dialogue.round (id) on delete set null;
create index contribution_of_round on dialogue.contribution (round_id) where round_id is not null;

-- Whether the asking person hears a round. A policy may not read another walled table, so functions do.
create function dialogue.hears_round(round bigint) returns boolean language sql stable security definer set search_path = ''
  as $$
    select exists (select from dialogue.round r where r.id = hears_round.round
      and r.audience = any (platform.reach()) and dialogue.hears_thread(r.thread_id))
  $$;
-- Whether the asking person guides it: whoever opened it, and who facilitates here.
create function dialogue.guides_round(round bigint) returns boolean language sql stable security definer set search_path = ''
  as $$
    select exists (select from dialogue.round r where r.id = guides_round.round
      and dialogue.hears_round(r.id)
      and (r.opener_id = platform.me() or 'facilitators:' || r.community_id = any (platform.reach())))
  $$;
-- The seats that a round waits for or has heard: who is there still, and hears it still.
create function dialogue.seats_in(round bigint) returns table (seat_id bigint, place int, person_id bigint, state text, later int)
  language sql stable security definer set search_path = ''
  as $$
    select s.id, s.place, s.person_id, e.state, e.later
    from dialogue.round r join dialogue.round_seat s on s.round_id = r.id
    left join dialogue.round_entry e on e.seat_id = s.id
    where r.id = seats_in.round and (e.state in ('said', 'passed') or (s.left_at is null and (s.person_id is null
      or exists (select from platform.seat p where p.person_id = s.person_id and p.audience = r.audience))))
  $$;
-- Whether everybody was heard or passed: it opens then, so this tells nobody more.
create function dialogue.round_is_whole(round bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select dialogue.hears_round(round_is_whole.round) and coalesce((
      select bool_and(coalesce(s.state in ('said', 'passed'), false)) from dialogue.seats_in(round_is_whole.round) s), false)
  $$;
-- How many seats are silent still, and no more: for who guides the round.
create function dialogue.round_silent(round bigint) returns int language sql stable security definer set search_path = ''
  as $$
    select case when dialogue.guides_round(round_silent.round) then
      (select count(*)::int from dialogue.seats_in(round_silent.round) s
        where coalesce(s.state, 'later') = 'later') end
  $$;
-- Whose turn it is, where turns go around the circle and everybody may know: who spoke and who passed look alike.
create function dialogue.round_turns(round bigint)
  returns table (seat_id bigint, place int, person_id bigint, stands text, later int)
  language sql stable security definer set search_path = ''
  as $$
    select s.seat_id, s.place, s.person_id,
      case when s.state in ('said', 'passed') then 'had' when s.state = 'later' then 'later' else 'waiting' end, s.later
    from dialogue.round r cross join lateral dialogue.seats_in(r.id) s
    where r.id = round_turns.round and r.turns = 'circle' and dialogue.hears_round(r.id)
  $$;
-- Whether a student's words in it wait for one adult's look: not when one of the adults wrote them down.
create function dialogue.entry_waits(entry dialogue.round_entry, community bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select entry.state = 'said' and entry.looked_by is null and entry.person_id is not null
      and community.speaks_as_student(entry.person_id, community)
      and not exists (select from platform.seat s
        where s.person_id = entry.written_by and s.audience = 'adults:' || community)
  $$;
-- What others answered, as far as its time has come for whoever asks: after the round; before, where one's own is enough,
-- after one's own or a pass. A student's words: the adults at once, others after one look. Without a name, nobody's.
create function dialogue.round_heard(round bigint)
  returns table (seat_id bigint, person_id bigint, guest text, html text, language text, written_by bigint, waits boolean,
    sign text, nameless boolean)
  language sql stable security definer set search_path = ''
  as $$
    select case when e.nameless then 0 else e.seat_id end,
      case when e.nameless then 0 else e.person_id end, s.name, e.html, e.language, e.written_by,
      w.waits, md5(e.html), e.nameless
    from dialogue.round r
    join dialogue.round_entry e on e.round_id = r.id and e.state = 'said' and e.text <> ''
    join dialogue.round_seat s on s.id = e.seat_id
    cross join lateral (select dialogue.entry_waits(e, r.community_id) as waits) w
    where r.id = round_heard.round and dialogue.hears_round(r.id)
      and e.person_id is distinct from platform.me()
      and case when w.waits then 'adults:' || r.community_id = any (platform.reach())
        else r.closed_at is not null or (r.hidden = 'until_own' and exists (select from dialogue.round_entry own
          where own.round_id = r.id and own.person_id = platform.me() and own.state in ('said', 'passed'))) end
    order by e.nameless, case when e.nameless then md5(e.html) end, s.place
  $$;
-- One adult's look at exactly the words that were seen.
create function dialogue.look_at_entry(round bigint, sign text) returns bigint
  language sql volatile security definer set search_path = ''
  as $$
    update dialogue.round_entry e set looked_by = platform.me()
    from dialogue.round r
    where r.id = look_at_entry.round and e.round_id = r.id and r.closed_at is null and md5(e.html) = look_at_entry.sign
      and dialogue.hears_round(r.id) and dialogue.entry_waits(e, r.community_id)
      and e.person_id <> platform.me() and 'adults:' || r.community_id = any (platform.reach())
    returning e.round_id
  $$;

-- Everybody who hears it sits in it, in an order that says nothing. Who only looks on may come in, and is not waited for.
create function dialogue.seat_everybody(round bigint) returns int language plpgsql volatile security definer set search_path = ''
  as $$
    declare seated int;
    begin
      if not dialogue.guides_round(round) then
        raise exception 'Only who opens a round seats people' using errcode = 'insufficient_privilege';
      end if;
      insert into dialogue.round_seat (round_id, person_id, place)
      select r.id, m.person_id, row_number() over (order by md5(r.id || ' ' || m.person_id))
      from dialogue.round r
      join community.membership m on m.community_id = r.community_id and m.role <> 'observer'
      join people.person p on p.id = m.person_id and p.kind = 'person'
      join platform.seat s on s.person_id = m.person_id and s.audience = r.audience
      where r.id = seat_everybody.round
      on conflict do nothing;
      get diagnostics seated = row_count;
      return seated;
    end
  $$;

-- Opens the answers together: each becomes a contribution of whoever said it, said at this very moment, in the order of
-- the circle, and those without a name after all others. Twice at once, it happens once.
create function dialogue.close_round(round bigint, at timestamptz)
  returns table (id bigint, author_id bigint, html text, language text, waits boolean)
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      held dialogue.round%rowtype;
      me text := coalesce(platform.me()::text, '');
      heard_in text;
      one record;
      said record;
    begin
      select * into held from dialogue.round r where r.id = close_round.round for update;
      if not found or held.closed_at is not null then return; end if;
      if me <> '' and not dialogue.guides_round(held.id) and not dialogue.round_is_whole(held.id)
        and not coalesce(held.ends_at <= at, false) then
        raise exception 'A round opens when it is whole' using errcode = 'insufficient_privilege';
      end if;
      update dialogue.round r set closed_at = at where r.id = held.id;
      select case when dialogue.width(t.audience) < dialogue.width(held.audience) then t.audience else held.audience end
        into heard_in from dialogue.thread t where t.id = held.thread_id;
      for one in
        select e.*, dialogue.entry_waits(e, held.community_id) as must_wait from dialogue.round_entry e
        join dialogue.round_seat s on s.id = e.seat_id
        where e.round_id = held.id and e.state = 'said' and e.person_id is not null and e.text <> ''
        order by e.nameless, case when e.nameless then md5(e.html) end, s.place
      loop
        -- As whoever said it, so that all that is always true of contributions is true of these.
        perform platform.ask(one.person_id::text);
        insert into dialogue.contribution (thread_id, community_id, place_at, author_id, audience, language, text, html,
          said_at, written_by, perspective, round_id)
        values (held.thread_id, held.community_id, at, case when one.nameless then 0 else one.person_id end, heard_in,
          one.language, one.text, one.html, at, one.written_by,
          case when one.nameless then dialogue.perspective_of_five(one.person_id, held.community_id) end, held.id)
        returning contribution.id, contribution.opens_to into said;
        if one.nameless then
          insert into dialogue.nameless_author (contribution_id, author_id) values (said.id, one.person_id);
        end if;
        if said.opens_to is not null and one.looked_by is not null then
          perform platform.ask(one.looked_by::text);
          perform dialogue.open_words(said.id, 1);
        end if;
        update dialogue.round_entry e set text = '', html = '',
          contribution_id = case when one.nameless then null else said.id end
        where e.seat_id = one.seat_id;
      end loop;
      -- What was said without a name leaves no trace of which seat it was: all who spoke or passed look alike.
      update dialogue.round_entry e set nameless = false where e.round_id = held.id and e.nameless;
      perform platform.ask(me);
      return query
        select c.id, c.author_id, c.html, c.language, c.opens_to is not null
        from dialogue.contribution c where c.round_id = held.id order by c.id;
    end
  $$;
-- Holds a round still while a turn is judged and taken: of two at once the second sees the first.
create function dialogue.hold_round(round bigint) returns boolean language plpgsql volatile security definer set search_path = ''
  as $$
    begin
      if not dialogue.hears_round(round) then return false; end if;
      perform 1 from dialogue.round r where r.id = hold_round.round for update;
      return true;
    end
  $$;
-- The only way to take a turn: by who sits there, or by who guides the round for whoever sits there. Answers what came of
-- it: `taken`, or why not. `seen` is the version of the turn that stood on the page; 0 for none.
create function dialogue.take_turn(seat bigint, how text, words text, rendered text, in_language text, without_name boolean,
    seen int, at timestamptz)
  returns text language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      sits dialogue.round_seat%rowtype;
      held dialogue.round%rowtype;
      before dialogue.round_entry%rowtype;
      own boolean;
    begin
      select * into sits from dialogue.round_seat s where s.id = take_turn.seat;
      if not found or platform.me() is null or not dialogue.hears_round(sits.round_id) then return 'gone'; end if;
      own := coalesce(sits.person_id = platform.me(), false);
      if not own and (without_name or not dialogue.guides_round(sits.round_id)
        or community.speaks_as_student(platform.me(), (select r.community_id from dialogue.round r where r.id = sits.round_id)))
        then return 'notYours'; end if;
      select * into held from dialogue.round r where r.id = sits.round_id for update;
      if held.closed_at is not null or coalesce(held.ends_at <= at, false) then return 'closed'; end if;
      select * into before from dialogue.round_entry e where e.seat_id = sits.id;
      if before.state in ('said', 'passed') and (before.version <> seen
        or (not own and before.written_by is distinct from platform.me())) then return 'had'; end if;
      insert into dialogue.round_entry as e (seat_id, round_id, person_id, state, text, html, language, nameless, written_by, later)
      values (sits.id, sits.round_id, sits.person_id, how, words, rendered, in_language, without_name,
        case when own then null else platform.me() end,
        case when how = 'later' then
          (select coalesce(max(o.later), 0) + 1 from dialogue.round_entry o where o.round_id = sits.round_id) end)
      on conflict (seat_id) do update set state = excluded.state, text = excluded.text, html = excluded.html,
        language = excluded.language, nameless = excluded.nameless, written_by = excluded.written_by,
        later = excluded.later, version = e.version + 1,
        looked_by = case when excluded.text = e.text then e.looked_by end;
      update dialogue.round_seat s set left_at = null where s.id = sits.id and s.left_at is not null;
      return 'taken';
    end
  $$;
-- Rounds whose time has come: their end, or nobody left to wait for. A closed community stays as it is. For jobs only.
create function dialogue.due_rounds(at timestamptz) returns table (id bigint, community_id bigint)
  language sql stable security definer set search_path = ''
  as $$
    select r.id, r.community_id from dialogue.round r
    join community.community c on c.id = r.community_id and c.stage <> 'closed'
    where r.closed_at is null and (r.ends_at <= at or (
      select bool_and(coalesce(s.state in ('said', 'passed'), false)) from dialogue.seats_in(r.id) s))
    order by r.id limit 100
  $$;
revoke all on function dialogue.due_rounds(timestamptz) from public;

create function dialogue.keep_round() returns trigger language plpgsql security definer set search_path = ''
  as $$
    begin
      select t.community_id into new.community_id from dialogue.thread t where t.id = new.thread_id;
      return new;
    end
  $$;
create trigger keep_round before insert on dialogue.round for each row execute function dialogue.keep_round();

alter table dialogue.round enable row level security;
grant select, insert, update (harvest, harvest_html, harvest_language, harvest_by, harvest_version) on dialogue.round to ciranda_app;
create policy heard on dialogue.round for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) and dialogue.hears_thread(thread_id));
create policy open_one on dialogue.round for insert to ciranda_app with check (
  opener_id = (select platform.me()) and audience = any ((select platform.reach())::text[])
  and dialogue.hears_thread(thread_id) and not community.speaks_as_student(opener_id, community_id));
create policy harvest on dialogue.round for update to ciranda_app
  using (closed_at is not null and dialogue.hears_round(id));

alter table dialogue.round_seat enable row level security;
grant select, insert, update (left_at) on dialogue.round_seat to ciranda_app;
create policy heard on dialogue.round_seat for select to ciranda_app using (dialogue.hears_round(round_id));
create policy sit_down on dialogue.round_seat for insert to ciranda_app with check (
  dialogue.hears_round(round_id) and (person_id = (select platform.me())
    or (person_id is null and noted_by = (select platform.me()) and dialogue.guides_round(round_id))));
create policy leave on dialogue.round_seat for update to ciranda_app
  using (person_id = (select platform.me()) or dialogue.guides_round(round_id));

alter table dialogue.round_entry enable row level security;
grant select on dialogue.round_entry to ciranda_app;
create policy mine on dialogue.round_entry for select to ciranda_app
  using (person_id = (select platform.me()) or written_by = (select platform.me()));

revoke all on function dialogue.hears_round(bigint), dialogue.guides_round(bigint), dialogue.seats_in(bigint),
  dialogue.round_is_whole(bigint), dialogue.round_silent(bigint), dialogue.round_turns(bigint),
  dialogue.entry_waits(dialogue.round_entry, bigint), dialogue.round_heard(bigint),
  dialogue.look_at_entry(bigint, text), dialogue.seat_everybody(bigint), dialogue.close_round(bigint, timestamptz),
  dialogue.hold_round(bigint), dialogue.take_turn(bigint, text, text, text, text, boolean, int, timestamptz) from public;
grant execute on function dialogue.hears_round(bigint), dialogue.guides_round(bigint), dialogue.round_is_whole(bigint),
  dialogue.round_silent(bigint), dialogue.round_turns(bigint), dialogue.round_heard(bigint),
  dialogue.look_at_entry(bigint, text), dialogue.seat_everybody(bigint), dialogue.close_round(bigint, timestamptz),
  dialogue.hold_round(bigint), dialogue.take_turn(bigint, text, text, text, text, boolean, int, timestamptz) to ciranda_app;
