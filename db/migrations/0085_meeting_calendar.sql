-- Calendar addresses: whoever knows one reads the meetings that its person hears. Only the hash of the secret is kept.
create table meeting.calendar_address (
  id bigint generated always as identity primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  -- One community, or all of the person's.
  community_id bigint references community.community (id) on delete cascade,
  secret_hash bytea not null unique,
  made_at timestamptz not null,
  unique nulls not distinct (person_id, community_id)
);
create index calendar_address_by_community on meeting.calendar_address (community_id);
alter table meeting.calendar_address enable row level security;
grant select (id, person_id, community_id, made_at), insert, delete, update (secret_hash, made_at)
  on meeting.calendar_address to ciranda_app;
create policy own on meeting.calendar_address to ciranda_app
  using (person_id = (select platform.me()))
  with check (person_id = (select platform.me())
    and (community_id is null or 'community:' || community_id = any ((select platform.reach())::text[])));

-- Read with every question of a calendar program: whose address this is, and for which community.
create function meeting.calendar_holder(hash bytea) returns table (person_id bigint, community_id bigint)
  language sql stable security definer set search_path = ''
  as $$ select a.person_id, a.community_id from meeting.calendar_address a where a.secret_hash = hash $$;
revoke all on function meeting.calendar_holder(bytea) from public;
grant execute on function meeting.calendar_holder(bytea) to ciranda_app;
