-- Passkeys: keys kept by people's own devices. We keep the public half, and the questions that wait for an answer.
create table people.passkey (
  id bigint generated always as identity primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  -- As devices name it, base64url.
  credential_id text not null unique check (length(credential_id) between 1 and 1400),
  public_key bytea not null,
  -- How often the device says it was used; many always say 0.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  -- What the device knows its person by: random, and the same for all keys of a person.
  handle text not null check (length(handle) between 16 and 100),
  name text not null check (length(name) between 1 and 80),
  made_at timestamptz not null,
  -- A day, not a moment: enough to see that a key is forgotten, too little to follow somebody.
  last_used date
);
create index passkey_by_person on people.passkey (person_id);
alter table people.passkey enable row level security;
grant select (id, person_id, name, made_at, last_used) on people.passkey to ciranda_app;
create policy own on people.passkey for select to ciranda_app using (person_id = (select platform.me()));

-- A question put to a device: once, for five minutes, for the browser that asked.
create table people.passkey_challenge (
  visitor_hash bytea primary key,
  -- Who adds a key; nobody where somebody signs in.
  person_id bigint references people.person (id) on delete cascade,
  challenge text not null,
  expires_at timestamptz not null
);
create index passkey_challenge_by_person on people.passkey_challenge (person_id);

-- Ways in are added by their own migrations, in any order.
alter table people.session drop constraint session_way_check;
alter table people.session add constraint session_way_check check (way ~ '^[a-z-]{2,30}$');

-- What the asking person comes in by, apart from keys: the address for letters, and whether there is a password.
create function people.my_ways_in() returns table (email text, password boolean)
  language sql stable security definer set search_path = ''
  as $$ select a.email, a.password_hash is not null from people.account a where a.person_id = platform.me() $$;
revoke all on function people.my_ways_in() from public;
grant execute on function people.my_ways_in() to ciranda_app;
