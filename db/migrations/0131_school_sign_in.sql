-- Signing in by the school: whom it is asked at, what its groups mean here, and who is who.
create table people.school_sign_in (
  -- A site has one.
  id int primary key default 1 check (id = 1),
  issuer text not null check (length(issuer) between 8 and 500),
  client_id text not null check (length(client_id) between 1 and 300),
  client_secret text not null,
  scope text not null check (length(scope) between 6 and 300),
  -- The claim that holds groups or roles, perhaps inside others, such as realm_access.roles.
  claim text not null check (length(claim) <= 200),
  button text not null check (length(button) between 1 and 80),
  -- [{ value, community, perspective }]
  lines jsonb not null,
  changed_at timestamptz not null
);
create function people.administers() returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from people.person p where p.id = platform.me() and p.site_role = 'administrator') $$;
alter table people.school_sign_in enable row level security;
-- The secret goes in and never comes out by the web's role.
grant select (id, issuer, client_id, scope, claim, button, lines, changed_at),
  insert, update, delete on people.school_sign_in to ciranda_app;
create policy administrators on people.school_sign_in to ciranda_app
  using ((select people.administers())) with check ((select people.administers()));

-- The one thing that everybody sees of it.
create function people.school_button() returns text language sql stable security definer set search_path = ''
  as $$ select button from people.school_sign_in $$;
revoke all on function people.administers(), people.school_button() from public;
grant execute on function people.administers(), people.school_button() to ciranda_app;

create table people.school_link (
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  person_id bigint not null references people.person (id) on delete cascade,
  made_at timestamptz not null,
  primary key (issuer, subject)
);
create index school_link_by_person on people.school_link (person_id);

-- Whom the school named, whose address is somebody's here: waits until that somebody has come in by their own way.
create table people.school_pending (
  visitor_hash bytea primary key,
  issuer text not null,
  subject text not null,
  -- Whose address it is.
  person_id bigint not null references people.person (id) on delete cascade,
  -- What the school's groups gave: [{ slug, perspectives }]
  places jsonb not null,
  expires_at timestamptz not null
);
create index school_pending_by_person on people.school_pending (person_id);
