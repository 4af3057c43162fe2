-- Persons, how they prove themselves, their sessions. Proofs are never readable by the web's role.
create schema people;
grant usage on schema people to ciranda_app;

create table people.school (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 200)
);
grant select on people.school to ciranda_app;

create table people.person (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  language text not null default 'en',
  -- A placeholder stands for somebody whose words came with an archive; it can never sign in.
  kind text not null default 'person' check (kind in ('person', 'placeholder')),
  site_role text check (site_role in ('administrator')),
  school_id bigint references people.school (id),
  created_at timestamptz not null
);
alter table people.person enable row level security;
grant select, update (name, language) on people.person to ciranda_app;
create policy known on people.person for select to ciranda_app using (
  id = (select platform.me()) or kind = 'placeholder' or id = any ((select platform.acquaintances())::bigint[])
);
create policy own on people.person for update to ciranda_app using (id = (select platform.me()));

-- The names of the people one may know, for other modules' pages.
create view people.named with (security_invoker = true) as select id, name, kind from people.person;
grant select on people.named to ciranda_app;

create table people.account (
  person_id bigint primary key references people.person (id) on delete cascade,
  email text not null check (length(email) between 3 and 254),
  password_hash text,
  -- Until a letter reached the address, a password proves little.
  verified_at timestamptz
);
create unique index account_by_email on people.account (lower(email));

create table people.session (
  token_hash bytea primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  way text not null check (way in ('password', 'letter', 'joined', 'first-run', 'demonstration')),
  opened_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on people.session (person_id);

create table people.sign_in_letter (
  token_hash bytea primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  return_to text,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Read in the flight of every page: who holds this session, and where that person sits.
create function people.session_holder(hash bytea, at timestamptz)
  returns table (person_id bigint, name text, language text, site_role text, reach text[])
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, p.language, p.site_role,
      array['public', 'me:' || p.id] ||
        coalesce((select array_agg(s.audience::text) from platform.seat s where s.person_id = p.id), '{}')
    from people.session h join people.person p on p.id = h.person_id
    where h.token_hash = hash and h.expires_at > at
  $$;
revoke all on function people.session_holder(bytea, timestamptz) from public;
grant execute on function people.session_holder(bytea, timestamptz) to ciranda_app;

create function people.end_session(hash bytea) returns void language sql security definer set search_path = ''
  as $$ delete from people.session where token_hash = hash $$;
create function people.end_my_sessions() returns void language sql security definer set search_path = ''
  as $$ delete from people.session where person_id = platform.me() $$;
revoke all on function people.end_session(bytea), people.end_my_sessions() from public;
grant execute on function people.end_session(bytea), people.end_my_sessions() to ciranda_app;
