-- A student's no holds also when it comes after their answer: in an open round the answer becomes a pass, and looks like one.
create function safeguarding.said_no(person bigint, community bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select coalesce((select not a.yes from safeguarding.assent a
      where a.community_id = said_no.community and a.person_id = said_no.person
        and a.what = 'words' and a.circle = 'community'
      order by a.id desc limit 1), false)
  $$;
revoke all on function safeguarding.said_no(bigint, bigint) from public;

-- For what follows an answer, of the student or of a guardian; by the owner only.
create function dialogue.pass_instead(person bigint, community bigint) returns table (round bigint)
  language sql volatile security definer set search_path = ''
  as $$
    update dialogue.round_entry e
    set state = 'passed', text = '', html = '', nameless = false, looked_by = null, version = e.version + 1
    from dialogue.round r
    where r.id = e.round_id and r.closed_at is null and r.community_id = pass_instead.community
      and e.person_id = pass_instead.person and e.state = 'said'
    returning r.id
  $$;
revoke all on function dialogue.pass_instead(bigint, bigint) from public;

create or replace function dialogue.round_heard(round bigint)
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
      and not safeguarding.said_no(e.person_id, r.community_id)
      and case when w.waits then 'adults:' || r.community_id = any (platform.reach())
        else r.closed_at is not null or (r.hidden = 'until_own' and exists (select from dialogue.round_entry own
          where own.round_id = r.id and own.person_id = platform.me() and own.state in ('said', 'passed'))) end
    order by e.nameless, case when e.nameless then md5(e.html) end, s.place
  $$;

create or replace function dialogue.close_round(round bigint, at timestamptz)
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
      update dialogue.round_entry e set state = 'passed', text = '', html = '', nameless = false
        where e.round_id = held.id and e.state = 'said' and safeguarding.said_no(e.person_id, held.community_id);
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

create or replace function dialogue.take_turn(seat bigint, how text, words text, rendered text, in_language text, without_name boolean,
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
      if how = 'said' and safeguarding.said_no(sits.person_id, held.community_id) then return 'notHeard'; end if;
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

-- In another's hand a no holds as well: what is written down for a student, and what an adult says for one. Triggers go by
-- their names: this one after keep_narrow, which knows where it is said.
create function dialogue.keep_the_no() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if safeguarding.said_no(new.author_id, new.community_id) then
      raise exception using errcode = 'CI001', message = 'not-heard';
    end if;
    return new;
  end $$;
create trigger keep_the_no before insert on dialogue.contribution for each row
  when (new.written_by is not null and new.audience::text not like 'me:%') execute function dialogue.keep_the_no();
create trigger keep_the_no before update of state on dialogue.carried for each row
  when (new.state = 'said') execute function dialogue.keep_the_no();
