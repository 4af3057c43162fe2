-- Coming in without e-mail: codes to type, people who wait to be let in, and their cards.
create table community.join_code (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  -- No signs that look alike, and no vowels, so that no code is a word.
  code text not null unique check (code ~ '^[34679CDFGHJKMNPQRTVWXY]{8}$'),
  -- From which perspective those come who type it; nothing: they say it themselves.
  perspective text check (perspective in ('student', 'family')),
  person_id bigint not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  uses_left int not null check (uses_left between 0 and 30),
  ended_at timestamptz
);
create index join_code_by_community on community.join_code (community_id, id);
alter table community.join_code enable row level security;
grant select, insert, update (ended_at) on community.join_code to ciranda_app;
create policy tended on community.join_code for select to ciranda_app
  using ('facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy inviting on community.join_code for insert to ciranda_app
  with check ('facilitators:' || community_id = any ((select platform.reach())::text[]) and person_id = (select platform.me()));
create policy ending on community.join_code for update to ciranda_app
  using ('facilitators:' || community_id = any ((select platform.reach())::text[]));

-- Who typed a code. Until a facilitator lets them in they have no seat, so they hear nothing.
create table community.newcomer (
  community_id bigint not null references community.community (id) on delete cascade,
  person_id bigint not null,
  perspectives text[] not null check (perspectives <@
    array['teacher', 'specialist', 'support', 'family', 'student', 'leader', 'researcher', 'partner']),
  -- Whether this code brought them to the site, so that this community gives them their card.
  new_here boolean not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by bigint,
  let_in boolean,
  primary key (community_id, person_id),
  check ((decided_at is null) = (let_in is null))
);
create index newcomer_by_person on community.newcomer (person_id);
alter table community.newcomer enable row level security;
grant select, update (decided_at, decided_by, let_in) on community.newcomer to ciranda_app;
create policy mine_or_tended on community.newcomer for select to ciranda_app
  using (person_id = (select platform.me()) or 'facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy decide on community.newcomer for update to ciranda_app
  using ('facilitators:' || community_id = any ((select platform.reach())::text[]))
  with check (decided_by = (select platform.me()));

-- Sitting down: besides who begins a community, whom a facilitator has let in.
create policy let_in on community.membership for insert to ciranda_app with check (
  'facilitators:' || community_id = any ((select platform.reach())::text[]) and role = 'member'
  and exists (select from community.newcomer n
    where n.community_id = membership.community_id and n.person_id = membership.person_id and n.let_in
      and n.perspectives = membership.perspectives));

-- Those who wait, by name, for the facilitators alone.
create view community.waiting with (security_barrier = true) as
  select n.community_id, n.person_id, n.perspectives, n.asked_at, p.name, p.avatar
  from community.newcomer n join people.person p on p.id = n.person_id
  where n.decided_at is null and 'facilitators:' || n.community_id = any ((select platform.reach())::text[]);
grant select on community.waiting to ciranda_app;

-- Where the asking person waits, or was not let in.
create function community.my_waits() returns table (slug text, name text, let_in boolean)
  language sql stable security definer set search_path = ''
  as $$
    select c.slug, c.name, n.let_in from community.newcomer n join community.community c on c.id = n.community_id
    where n.person_id = platform.me() order by n.asked_at desc, c.id
  $$;
revoke all on function community.my_waits() from public;
grant execute on function community.my_waits() to ciranda_app;

-- Who came here by a code, belongs, and has no e-mail: their cards are this community's to give.
create function community.card_holders(community bigint)
  returns table (person_id bigint, name text, avatar text, card_since timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select n.person_id, p.name, p.avatar, c.made_at
    from community.newcomer n
    join community.membership m on m.community_id = n.community_id and m.person_id = n.person_id
    join people.person p on p.id = n.person_id
    left join people.card c on c.person_id = n.person_id and c.ended_at is null
    where n.community_id = community and n.new_here and n.let_in
      and not exists (select from people.account a where a.person_id = n.person_id)
      and 'facilitators:' || n.community_id = any ((select platform.reach())::text[])
    order by lower(p.name), n.person_id
  $$;
-- A new card ends the old one, and what was opened with it. Two at once wait for each other.
create function community.give_card(community bigint, person bigint, hash bytea, leads_to text, at timestamptz)
  returns boolean language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if not exists (select from community.card_holders(community) h where h.person_id = person) then
      return false;
    end if;
    perform pg_advisory_xact_lock(1101, person::int);
    update people.card set ended_at = at where person_id = person and ended_at is null;
    delete from people.session where person_id = person and way = 'card';
    insert into people.card (person_id, secret_hash, return_to, made_at) values (person, hash, leads_to, at);
    return true;
  end $$;
revoke all on function community.card_holders(bigint),
  community.give_card(bigint, bigint, bytea, text, timestamptz) from public;
grant execute on function community.card_holders(bigint),
  community.give_card(bigint, bigint, bytea, text, timestamptz) to ciranda_app;
