-- Notices: what facts tell people, the letters that say it, and how each person wishes to be told.
create schema notification;
grant usage on schema notification to ciranda_app;

create table notification.letter (
  id bigint generated always as identity primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  -- The same on every try, so that a repeat is known for one.
  message_id text not null unique check (length(message_id) between 5 and 200),
  -- Waiting; sending: somebody has it; handing: its words are on the wire, and whoever dies now leaves it unknown.
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'handing', 'sent', 'unknown', 'refused', 'given-up', 'empty')),
  tries int not null default 0,
  begun_at timestamptz not null,
  next_at timestamptz,
  lease_until timestamptz,
  ended_at timestamptz
);
create index letter_waiting on notification.letter (next_at) where state = 'waiting';
create index letter_leased on notification.letter (lease_until) where state in ('sending', 'handing');
create index letter_by_person on notification.letter (person_id);

create table notification.notice (
  id bigint generated always as identity primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  fact_id bigint not null,
  happened_at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id bigint not null,
  community_id bigint,
  topic text not null,
  urgency text not null check (urgency in ('asked', 'told')),
  -- Waiting for a letter; in one; told; or only on the person's page.
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'told', 'page')),
  due_at timestamptz not null,
  letter_id bigint references notification.letter (id) on delete set null,
  -- Nobody is told twice of one fact.
  unique (person_id, fact_id)
);
create index notice_due on notification.notice (due_at) where state = 'waiting';
create index notice_by_letter on notification.notice (letter_id) where letter_id is not null;
create index notice_by_age on notification.notice (happened_at);
alter table notification.notice enable row level security;
grant select, update (due_at) on notification.notice to ciranda_app;
create policy mine on notification.notice to ciranda_app
  using (person_id = (select platform.me())) with check (person_id = (select platform.me()));

-- How a person wishes to be told; whoever has no row is told as the house usually does.
create table notification.rhythm (
  person_id bigint primary key references people.person (id) on delete cascade,
  often text not null default 'week' check (often in ('week', 'day', 'never')),
  weekday smallint not null default 1 check (weekday between 1 and 7),
  hour smallint not null default 17 check (hour between 0 and 23),
  quiet_from smallint not null default 18 check (quiet_from between 0 and 23),
  quiet_to smallint not null default 8 check (quiet_to between 0 and 23),
  weekends boolean not null default true,
  holidays boolean not null default true,
  -- A zone of one's own; nothing is the site's.
  zone text check (length(zone) between 1 and 60)
);
alter table notification.rhythm enable row level security;
grant select, insert, update on notification.rhythm to ciranda_app;
create policy mine on notification.rhythm to ciranda_app
  using (person_id = (select platform.me())) with check (person_id = (select platform.me()));

create table notification.topic_off (
  person_id bigint not null references people.person (id) on delete cascade,
  topic text not null check (length(topic) between 1 and 80),
  primary key (person_id, topic)
);
alter table notification.topic_off enable row level security;
grant select, insert, delete on notification.topic_off to ciranda_app;
create policy mine on notification.topic_off to ciranda_app
  using (person_id = (select platform.me())) with check (person_id = (select platform.me()));

-- Whether the asking person looks after the site.
create function notification.administers() returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from people.person p where p.id = platform.me() and p.site_role = 'administrator') $$;

-- The days on which no letter is written to those who keep school holidays quiet.
create table notification.holiday (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  first_day date not null,
  last_day date not null,
  check (last_day >= first_day and last_day - first_day <= 120)
);
alter table notification.holiday enable row level security;
grant select, insert, delete on notification.holiday to ciranda_app;
create policy known on notification.holiday for select to ciranda_app using (true);
create policy put on notification.holiday for insert to ciranda_app with check ((select notification.administers()));
create policy take on notification.holiday for delete to ciranda_app using ((select notification.administers()));

-- What stands behind “write no more of this” in a letter: the hash of its token, whose it is, and what it ends.
create table notification.stop (
  token_hash bytea primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  topic text not null,
  made_at timestamptz not null
);
create index stop_by_age on notification.stop (made_at);
create function notification.stop_of(hash bytea) returns text language sql stable security definer set search_path = ''
  as $$ select s.topic from notification.stop s where s.token_hash = hash $$;
create function notification.end_topic(hash bytea) returns text language sql volatile security definer set search_path = ''
  as $$
    with found as (select s.person_id, s.topic from notification.stop s where s.token_hash = hash),
      ended as (
        insert into notification.topic_off (person_id, topic) select f.person_id, f.topic from found f
        on conflict do nothing),
      rested as (
        insert into notification.rhythm as r (person_id, often) select f.person_id, 'never' from found f where f.topic = 'week'
        on conflict (person_id) do update set often = 'never')
    select f.topic from found f
  $$;
revoke all on function notification.stop_of(bytea), notification.end_topic(bytea) from public;
grant execute on function notification.stop_of(bytea), notification.end_topic(bytea) to ciranda_app;

-- Addresses that a mail server said do not work: nothing is written to them until somebody says that they do again.
create table platform.bounced_address (
  email text primary key check (length(email) between 3 and 254),
  since timestamptz not null,
  answer text not null check (length(answer) <= 80)
);

-- How the mail is: one row, for the page that shows whether it works.
create table platform.mail_health (
  only_row boolean primary key default true check (only_row),
  sent_at timestamptz,
  fault_at timestamptz,
  fault text
);
insert into platform.mail_health default values;

alter table platform.mailbox add column html text;
alter table platform.mailbox add column message_id text;
create unique index mailbox_once on platform.mailbox (message_id) where message_id is not null;
