-- The floor everything stands on: who asks, who hears, facts, form tokens, limits, settings, mail.
create schema platform;

do $$ begin
  create role ciranda_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant ciranda_app to current_user;
grant usage on schema platform to ciranda_app;

-- An audience is written as a key: the circle's kind and whose circle it is. All seven circles from the first day.
create domain platform.audience as text
  check (value ~ '^(public|(me|facilitators|group|community|school|network):[1-9][0-9]*)$');

-- Who sits in which circle. Kept by the modules that own circles; read only through the functions below.
create table platform.seat (
  person_id bigint not null,
  audience platform.audience not null,
  primary key (person_id, audience)
);
create index seat_by_audience on platform.seat (audience, person_id);

create function platform.me() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('ciranda.person', true), '')::bigint $$;

-- The circles that a person hears, as the seats say.
create function platform.reach_of(person bigint) returns text[] language sql stable security definer set search_path = ''
  as $$
    select array['public'::text] || case when person is null then '{}'::text[] else
      ('me:' || person)::text || coalesce(
        (select array_agg(s.audience::text) from platform.seat s where s.person_id = person), '{}') end
  $$;

revoke all on function platform.reach_of(bigint) from public;

-- Says who asks in this transaction, and finds out once which circles that person hears.
create function platform.ask(person text) returns void language plpgsql security definer set search_path = ''
  as $$ begin
    perform set_config('ciranda.person', person, true);
    perform set_config('ciranda.reach', platform.reach_of(platform.me())::text, true);
  end $$;

-- The circles that the asking person hears: the one thing every wall reads. Nobody asks: what is public.
create function platform.reach() returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('ciranda.reach', true), ''), '{public}')::text[] $$;

-- The people one shares a community with: whose names one may read.
create function platform.acquaintances() returns bigint[] language sql stable security definer set search_path = ''
  as $$
    select coalesce(array_agg(distinct other.person_id), '{}')
    from platform.seat mine join platform.seat other on other.audience = mine.audience
    where mine.person_id = platform.me() and mine.audience::text like 'community:%'
  $$;

-- What happened, in ids, verbs and times; never words or names. Readers go by transaction, so none is skipped.
create table platform.fact (
  id bigint generated always as identity,
  at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  kind text not null,
  actor_id bigint,
  subject_kind text not null,
  subject_id bigint not null,
  community_id bigint,
  primary key (id, at)
) partition by range (at);
create table platform.fact_before partition of platform.fact default;
create index fact_by_transaction on platform.fact (xid, id);
create index fact_by_subject on platform.fact (subject_kind, subject_id);
grant insert on platform.fact to ciranda_app;

-- Taking a thing back within its first minutes leaves no trace of it, in the facts either.
create function platform.forget_facts(kind text, id bigint) returns void language sql security definer set search_path = ''
  as $$ delete from platform.fact f where f.subject_kind = $1 and f.subject_id = $2 and f.actor_id = platform.me() $$;
revoke all on function platform.forget_facts(text, bigint) from public;
grant execute on function platform.forget_facts(text, bigint) to ciranda_app;

-- One row per sent form: the second click finds the first one's result.
create table platform.once (
  token text primary key check (length(token) between 16 and 80),
  person_id bigint,
  result jsonb,
  at timestamptz not null
);
grant select, insert, update on platform.once to ciranda_app;
alter table platform.once enable row level security;
create policy mine on platform.once to ciranda_app
  using (person_id is not distinct from platform.me()) with check (person_id is not distinct from platform.me());

-- Counting tries in a window: true while there are some left.
create unlogged table platform.tries (
  key text not null,
  since timestamptz not null,
  count int not null,
  primary key (key)
);
create function platform.take(key_of text, allowed int, seconds int, at timestamptz) returns boolean
  language sql volatile security definer set search_path = ''
  as $$
    insert into platform.tries as t (key, since, count) values (key_of, at, 1)
    on conflict (key) do update set
      count = case when t.since < at - make_interval(secs => seconds) then 1 else t.count + 1 end,
      since = case when t.since < at - make_interval(secs => seconds) then at else t.since end
    returning count <= allowed
  $$;

create table platform.setting (
  key text primary key,
  value jsonb not null
);
grant select on platform.setting to ciranda_app;

-- Without a mail server (demonstration, development) letters land here instead.
create table platform.mailbox (
  id bigint generated always as identity primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  at timestamptz not null
);

-- A page may queue work for later, and nothing else of the queue.
create function platform.add_job(task text, payload json, run_at timestamptz, job_key text) returns void
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
  end $$;
revoke all on function platform.add_job(text, json, timestamptz, text) from public;
grant execute on function platform.add_job(text, json, timestamptz, text) to ciranda_app;
