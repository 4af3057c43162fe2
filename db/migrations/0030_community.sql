-- Communities, who belongs to them, what they say of themselves, and how one is invited.
create schema community;
grant usage on schema community to ciranda_app;

create table community.community (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 120),
  -- “What brings us together?”
  purpose text not null check (length(purpose) between 1 and 600),
  language text not null,
  school_id bigint,
  stage text not null default 'potential'
    check (stage in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation', 'dormant', 'closed')),
  -- An open community can be read by every visitor, such as an archive that was public before.
  open boolean not null default false,
  invented boolean not null default false,
  meets_on date,
  meets_at text check (meets_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  meets_where text check (length(meets_where) <= 300),
  began_at timestamptz not null
);
alter table community.community enable row level security;
grant select, insert, update on community.community to ciranda_app;
grant usage on sequence community.community_id_seq to ciranda_app;
-- An address may be taken by a community out of reach.
create function community.slug_taken(wanted text) returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select 1 from community.community where slug = wanted) $$;
revoke all on function community.slug_taken(text) from public;
grant execute on function community.slug_taken(text) to ciranda_app;
create policy here on community.community for select to ciranda_app
  using (open or 'community:' || id = any ((select platform.reach())::text[]));
create policy begin on community.community for insert to ciranda_app with check (platform.me() is not null);
create policy tend on community.community for update to ciranda_app
  using ('facilitators:' || id = any ((select platform.reach())::text[]));

create table community.membership (
  community_id bigint not null references community.community (id) on delete cascade,
  person_id bigint not null,
  role text not null default 'member' check (role in ('facilitator', 'member', 'guest', 'observer')),
  perspectives text[] not null default '{}' check (perspectives <@
    array['teacher', 'specialist', 'support', 'family', 'student', 'leader', 'researcher', 'partner']),
  joined_at timestamptz not null,
  -- The version of the agreement this person said “I'm in” to.
  in_version int,
  primary key (community_id, person_id)
);
create index membership_by_person on community.membership (person_id);
alter table community.membership enable row level security;
grant select, insert, update, delete on community.membership to ciranda_app;
create policy together on community.membership for select to ciranda_app
  using (person_id = (select platform.me()) or 'community:' || community_id = any ((select platform.reach())::text[]));
-- Only who begins a community sits down by themselves; everybody else is let in by an invitation, as the owner.
create function community.is_empty(community bigint) returns boolean language sql stable security definer set search_path = ''
  as $$ select not exists (select 1 from community.membership m where m.community_id = community) $$;
revoke all on function community.is_empty(bigint) from public;
grant execute on function community.is_empty(bigint) to ciranda_app;
create policy founder on community.membership for insert to ciranda_app
  with check (person_id = (select platform.me()) and community.is_empty(community_id));
create policy mine_or_tended on community.membership for update to ciranda_app
  using (person_id = (select platform.me()) or 'facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy leave on community.membership for delete to ciranda_app
  using (person_id = (select platform.me()) or 'facilitators:' || community_id = any ((select platform.reach())::text[]));

-- Belonging is hearing: seats follow memberships, in one place, whoever writes them.
create function community.keep_seats() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op in ('UPDATE', 'DELETE') then
      delete from platform.seat where person_id = old.person_id
        and audience in ('community:' || old.community_id, 'facilitators:' || old.community_id);
    end if;
    if tg_op in ('INSERT', 'UPDATE') then
      insert into platform.seat (person_id, audience) values (new.person_id, 'community:' || new.community_id)
        on conflict do nothing;
      if new.role = 'facilitator' then
        insert into platform.seat (person_id, audience) values (new.person_id, 'facilitators:' || new.community_id)
          on conflict do nothing;
      end if;
    end if;
    -- Who has just sat down or left hears accordingly at once, in the same transaction.
    if platform.me() = coalesce(new.person_id, old.person_id) then
      perform set_config('ciranda.reach', platform.reach_of(platform.me())::text, true);
    end if;
    return null;
  end $$;
create trigger keep_seats after insert or delete or update of role on community.membership
  for each row execute function community.keep_seats();

create table community.invitation (
  token text primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  person_id bigint not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
alter table community.invitation enable row level security;
grant select, insert, update on community.invitation to ciranda_app;
create policy inviting on community.invitation to ciranda_app
  using ('facilitators:' || community_id = any ((select platform.reach())::text[]))
  with check ('facilitators:' || community_id = any ((select platform.reach())::text[]) and person_id = (select platform.me()));

-- Who we are (domain, community, practice) and how we treat each other (agreement), line by line.
create table community.charter_line (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  part text not null check (part in ('domain', 'community', 'practice', 'agreement')),
  words text not null check (length(words) between 1 and 600),
  -- A starting line waits to be kept, changed or struck; a struck line stays readable.
  state text not null check (state in ('suggested', 'kept', 'struck')),
  author_id bigint,
  audience platform.audience not null,
  changed_at timestamptz not null
);
create index charter_line_by_community on community.charter_line (community_id, id);
alter table community.charter_line enable row level security;
grant select, insert, update on community.charter_line to ciranda_app;
create policy heard on community.charter_line for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]));
create policy say on community.charter_line for insert to ciranda_app
  with check ('community:' || community_id = any ((select platform.reach())::text[]));
create policy amend on community.charter_line for update to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));

create table community.charter_version (
  community_id bigint not null references community.community (id) on delete cascade,
  document text not null check (document in ('charter', 'agreement')),
  number int not null,
  changed text not null check (length(changed) between 1 and 600),
  why text not null check (length(why) between 1 and 600),
  lines jsonb not null,
  author_id bigint,
  audience platform.audience not null,
  at timestamptz not null,
  primary key (community_id, document, number)
);
alter table community.charter_version enable row level security;
grant select, insert on community.charter_version to ciranda_app;
create policy heard on community.charter_version for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]));
create policy say on community.charter_version for insert to ciranda_app
  with check ('community:' || community_id = any ((select platform.reach())::text[]) and author_id = (select platform.me()));

-- What other modules may read of a community and of who belongs.
create view community.place with (security_invoker = true) as
  select id, slug, name, language, invented, open from community.community;
create view community.member with (security_invoker = true) as
  select community_id, person_id, role, perspectives, joined_at from community.membership;
grant select on community.place, community.member to ciranda_app;
