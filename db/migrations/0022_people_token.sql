-- Tokens by which programs act for a person: only the hash of the secret is kept, and no page can read it.
create table people.token (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  person_id bigint not null references people.person (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  rights text[] not null check (rights <@ array['read', 'write'] and 'read' = any (rights)),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- A day, not a moment: enough to see that a token is forgotten, too little to follow somebody.
  last_used date,
  -- The form it was made by: a second click makes the same one.
  form text unique check (length(form) between 16 and 80)
);
create index token_by_person on people.token (person_id);
alter table people.token enable row level security;
grant select (id, person_id, name, rights, made_at, expires_at, revoked_at, last_used),
  update (revoked_at, last_used) on people.token to ciranda_app;
create policy own on people.token to ciranda_app
  using (person_id = (select platform.me())) with check (person_id = (select platform.me()));

-- Read with every request of a program: whose token this is, what it may, and where that person sits.
create function people.token_holder(hash bytea, at timestamptz)
  returns table (person_id bigint, name text, language text, site_role text, reach text[], token_id bigint, rights text[], last_used date)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, p.language, p.site_role,
      array['public', 'me:' || p.id] ||
        coalesce((select array_agg(s.audience::text) from platform.seat s where s.person_id = p.id), '{}'),
      t.id, t.rights, t.last_used
    from people.token t join people.person p on p.id = t.person_id
    where t.token_hash = hash and t.expires_at > at and t.revoked_at is null
  $$;
revoke all on function people.token_holder(bytea, timestamptz) from public;
grant execute on function people.token_holder(bytea, timestamptz) to ciranda_app;
