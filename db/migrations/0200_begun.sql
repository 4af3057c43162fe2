-- Words that somebody has begun and not sent: private to that person, gone when they are sent or the site's period is over.
create table people.begun (
  person_id bigint not null references people.person (id) on delete cascade,
  id text not null check (id ~ '^[A-Za-z0-9_-]{16,40}$'),
  -- Where the form goes, where it stands, and how that page is called.
  form text not null check (form ~ '^/' and length(form) <= 500),
  page text not null check (page ~ '^/' and length(page) <= 2000),
  title text not null check (length(title) <= 200),
  fields jsonb not null check (pg_column_size(fields) <= 1000000),
  -- Goes up with every keeping, so that two pages never write over each other unseen.
  version int not null default 1,
  kept_at timestamptz not null,
  primary key (person_id, id)
);
alter table people.begun enable row level security;
grant select, insert, update, delete on people.begun to ciranda_app;
create policy mine on people.begun to ciranda_app
  using (person_id = (select platform.me())) with check (person_id = (select platform.me()));

-- What time takes away is taken by its own role, by time alone and without reading a word.
grant usage on schema people to ciranda_retention;
grant select (kept_at), delete on people.begun to ciranda_retention;
create policy forgotten on people.begun to ciranda_retention using (true);
