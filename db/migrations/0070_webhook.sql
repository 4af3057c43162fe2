-- Webhooks: addresses that hear of chosen facts, and what was sent to them.
create schema webhook;
grant usage on schema webhook to ciranda_app;

-- Whether the asking person looks after the site. No circle is heard by administrators, so this wall asks the person.
create function webhook.administers() returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from people.person p where p.id = platform.me() and p.site_role = 'administrator') $$;

create table webhook.hook (
  id bigint generated always as identity primary key,
  address text not null check (length(address) between 8 and 500),
  kinds text[] not null check (cardinality(kinds) between 1 and 100),
  -- Off by the administrator; paused because it failed for days or said that it is gone.
  state text not null default 'active' check (state in ('active', 'off', 'paused')),
  secret text not null,
  -- For a day after a change both secrets sign.
  former_secret text,
  former_until timestamptz,
  failing_since timestamptz,
  -- Who does not answer at all is left alone for a while, whatever else waits for it.
  rests_until timestamptz,
  -- One round at a time; a round that died lets go by itself.
  busy_until timestamptz,
  added_at timestamptz not null
);
alter table webhook.hook enable row level security;
-- The secret goes in and never comes out by the web's role.
grant select (id, address, kinds, state, former_until, failing_since, rests_until, added_at),
  insert (address, kinds, secret, added_at),
  update (address, kinds, state, failing_since, rests_until), delete on webhook.hook to ciranda_app;
create policy administrators on webhook.hook to ciranda_app
  using ((select webhook.administers())) with check ((select webhook.administers()));

create function webhook.renew_secret(hook bigint, renewed text, former_until timestamptz) returns boolean
  language sql volatile security definer set search_path = ''
  as $$
    update webhook.hook h set former_secret = h.secret, former_until = $3, secret = $2
    where h.id = $1 and webhook.administers() returning true
  $$;
revoke all on function webhook.renew_secret(bigint, text, timestamptz) from public;
grant execute on function webhook.renew_secret(bigint, text, timestamptz) to ciranda_app;

create table webhook.delivery (
  id bigint generated always as identity primary key,
  hook_id bigint not null references webhook.hook (id) on delete cascade,
  -- The same on every try and when sent again, so that a receiver knows it.
  message text not null check (length(message) between 1 and 80),
  fact_id bigint,
  happened_at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id bigint not null,
  community_id bigint,
  queued_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
  tries int not null default 0,
  next_at timestamptz,
  last_at timestamptz,
  last_status int,
  last_ms int,
  last_trouble text,
  unique (hook_id, message)
);
create index delivery_by_hook on webhook.delivery (hook_id, id desc);
create index delivery_waiting on webhook.delivery (hook_id, next_at) where state = 'waiting';
create index delivery_by_age on webhook.delivery (queued_at);
alter table webhook.delivery enable row level security;
grant select, insert, update (state, tries, next_at, queued_at) on webhook.delivery to ciranda_app;
create policy administrators on webhook.delivery to ciranda_app
  using ((select webhook.administers())) with check ((select webhook.administers()));
