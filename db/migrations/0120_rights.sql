-- Rights: who was erased and when, who was reminded, and on which basis the controller says that it works.
create schema rights;
grant usage on schema rights to ciranda_app;

-- A restore brings back whoever was erased since: this list, kept beside the backups, erases them again. A number may be
-- given out again after a restore, so that the moment in which the person came belongs to it.
create table rights.erasure (
  person_id bigint not null,
  came_at timestamptz not null,
  choice text not null check (choice in ('keep', 'withdraw')),
  at timestamptz not null,
  primary key (person_id, came_at)
);

-- Who was told that a quiet account ends; coming back is what ends the reminder.
create table rights.reminder (
  person_id bigint primary key references people.person (id) on delete cascade,
  at timestamptz not null
);

-- On which basis the controller works, purpose by purpose, signed by name. A new row replaces the older one, which stays.
create table rights.basis (
  id bigint generated always as identity primary key,
  purpose text not null check (purpose ~ '^[a-z-]{2,40}$'),
  basis text not null check (basis ~ '^[a-z0-9-]{2,40}$'),
  signed_name text not null check (length(signed_name) between 1 and 120),
  signed_by bigint not null,
  at timestamptz not null
);
create index basis_by_purpose on rights.basis (purpose, id desc);
grant select on rights.basis to ciranda_app;

-- What time takes away is taken by a role of its own, which can take away that and nothing else.
do $$ begin
  create role ciranda_retention nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant ciranda_retention to current_user;
grant usage on schema platform, challenge to ciranda_retention;
grant select, delete on platform.mailbox, platform.fact, challenge.challenge, platform.search_index to ciranda_retention;
create policy forgotten_draft on challenge.challenge to ciranda_retention
  using (about_child = 'not-yet' and audience::text like 'me:%');
