-- Our questions: what we do not know yet, where we see it differently, what we try, what we make of it.
create schema challenge;
grant usage on schema challenge to ciranda_app;

create table challenge.challenge (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  audience platform.audience not null,
  question text not null check (length(question) between 1 and 400),
  language text not null,
  about_child text not null check (about_child in ('no', 'agreed', 'not-yet')),
  help text[] not null default '{}' check (help <@ array['listen', 'ideas', 'together']),
  state text not null default 'raised' check (state in ('raised', 'chosen', 'exploring', 'answered', 'parked')),
  parked_from text check (parked_from in ('raised', 'chosen', 'exploring', 'answered')),
  raised_at timestamptz not null,
  changed_at timestamptz not null,
  -- Until the family and the child know, a question about one child is heard by its writer alone, whatever code says.
  constraint child_unasked check (about_child <> 'not-yet' or audience::text = 'me:' || author_id),
  constraint parked check ((state = 'parked') = (parked_from is not null))
);
create index challenge_by_community on challenge.challenge (community_id, changed_at desc);
create index challenge_by_author on challenge.challenge (author_id);
alter table challenge.challenge enable row level security;
grant select, insert, delete, update (audience, question, language, about_child, help, state, parked_from, changed_at)
  on challenge.challenge to ciranda_app;
create policy heard on challenge.challenge for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy say on challenge.challenge for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy tend on challenge.challenge for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy take_back on challenge.challenge for delete to ciranda_app using (author_id = (select platform.me()));

-- What hangs on a question carries the same circle, and whose question it is: the asker hears every answer to it.
create table challenge.wording (
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  asker_id bigint,
  audience platform.audience not null,
  number int not null,
  question text not null check (length(question) between 1 and 400),
  -- What changed, in the asker's words; nothing for the first wording.
  changed text check (length(changed) between 1 and 300),
  language text not null,
  at timestamptz not null,
  primary key (challenge_id, number)
);
alter table challenge.wording enable row level security;
grant select, insert, update (audience) on challenge.wording to ciranda_app;
create policy heard on challenge.wording for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id));
create policy say on challenge.wording for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy tend on challenge.wording for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id,
    'me:' || author_id, 'me:' || asker_id));

create table challenge.unknown (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  asker_id bigint,
  audience platform.audience not null,
  words text not null check (length(words) between 1 and 600),
  language text not null,
  at timestamptz not null,
  -- An open question closes through evidence: what we know now, who brought it, and where it was said.
  evidence text check (length(evidence) between 1 and 2000),
  evidence_by bigint,
  evidence_language text,
  evidence_contribution bigint,
  closed_at timestamptz,
  constraint closed_by_evidence check ((closed_at is null) = (evidence is null))
);
create index unknown_by_challenge on challenge.unknown (challenge_id, id);
alter table challenge.unknown enable row level security;
grant select, insert, delete,
  update (audience, evidence, evidence_by, evidence_language, evidence_contribution, closed_at)
  on challenge.unknown to ciranda_app;
create policy heard on challenge.unknown for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id));
create policy say on challenge.unknown for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy tend on challenge.unknown for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id,
    'me:' || author_id, 'me:' || asker_id));
create policy take_back on challenge.unknown for delete to ciranda_app using (author_id = (select platform.me()));

create table challenge.difference (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  asker_id bigint,
  audience platform.audience not null,
  words text not null check (length(words) between 1 and 1000),
  language text not null,
  at timestamptz not null
);
create index difference_by_challenge on challenge.difference (challenge_id, id);
alter table challenge.difference enable row level security;
grant select, insert, delete, update (audience) on challenge.difference to ciranda_app;
create policy heard on challenge.difference for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id));
create policy say on challenge.difference for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy tend on challenge.difference for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id,
    'me:' || author_id, 'me:' || asker_id));
create policy take_back on challenge.difference for delete to ciranda_app using (author_id = (select platform.me()));

create table challenge.outcome (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  asker_id bigint,
  audience platform.audience not null,
  known text not null check (length(known) between 1 and 4000),
  stays_open text not null default '' check (length(stays_open) <= 2000),
  language text not null,
  at timestamptz not null
);
create index outcome_by_challenge on challenge.outcome (challenge_id, id);
alter table challenge.outcome enable row level security;
grant select, insert, update (audience) on challenge.outcome to ciranda_app;
create policy heard on challenge.outcome for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id));
create policy say on challenge.outcome for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy tend on challenge.outcome for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id,
    'me:' || author_id, 'me:' || asker_id));

create table challenge.tryout (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  asker_id bigint,
  audience platform.audience not null,
  owner_id bigint,
  title text not null check (length(title) between 1 and 200),
  expects text not null check (length(expects) between 1 and 1000),
  stop_if text not null check (length(stop_if) between 1 and 1000),
  look_for text not null default '' check (length(look_for) <= 1000),
  language text not null,
  starts_on date,
  ends_on date not null,
  state text not null default 'proposed'
    check (state in ('proposed', 'safe', 'running', 'reviewed', 'kept', 'adapted', 'stopped')),
  safe_by bigint,
  reason text check (length(reason) between 1 and 2000),
  -- The try-out that this one was adapted from.
  adapted_from bigint references challenge.tryout (id) on delete set null,
  at timestamptz not null,
  changed_at timestamptz not null,
  constraint ends_after_start check (starts_on is null or ends_on >= starts_on),
  constraint concluded_with_reason check ((state in ('kept', 'adapted', 'stopped')) = (reason is not null))
);
create index tryout_by_challenge on challenge.tryout (challenge_id, id);
alter table challenge.tryout enable row level security;
grant select, insert, delete, update (audience, state, starts_on, safe_by, reason, changed_at)
  on challenge.tryout to ciranda_app;
create policy heard on challenge.tryout for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id));
create policy say on challenge.tryout for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy tend on challenge.tryout for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id,
    'me:' || author_id, 'me:' || asker_id));
create policy take_back on challenge.tryout for delete to ciranda_app using (author_id = (select platform.me()));

create table challenge.change (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  asker_id bigint,
  audience platform.audience not null,
  tryout_id bigint not null references challenge.tryout (id) on delete cascade,
  happened text not null check (length(happened) between 1 and 1000),
  now_do text not null check (length(now_do) between 1 and 1000),
  language text not null,
  at timestamptz not null
);
create index change_by_challenge on challenge.change (challenge_id, id);
create index change_by_tryout on challenge.change (tryout_id);
alter table challenge.change enable row level security;
grant select, insert, delete, update (audience) on challenge.change to ciranda_app;
create policy heard on challenge.change for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id));
create policy say on challenge.change for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy tend on challenge.change for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id,
    'me:' || author_id, 'me:' || asker_id));
create policy take_back on challenge.change for delete to ciranda_app using (author_id = (select platform.me()));

create table challenge.sighting (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  asker_id bigint,
  audience platform.audience not null,
  tryout_id bigint not null references challenge.tryout (id) on delete cascade,
  words text not null check (length(words) between 1 and 4000),
  language text not null,
  at timestamptz not null
);
create index sighting_by_challenge on challenge.sighting (challenge_id, id);
create index sighting_by_tryout on challenge.sighting (tryout_id);
alter table challenge.sighting enable row level security;
grant select, insert, delete, update (audience) on challenge.sighting to ciranda_app;
create policy heard on challenge.sighting for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id));
create policy say on challenge.sighting for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy tend on challenge.sighting for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id,
    'me:' || author_id, 'me:' || asker_id));
create policy take_back on challenge.sighting for delete to ciranda_app using (author_id = (select platform.me()));

-- A reflection is the writer's alone until shared; the asker of the question hears it no sooner than others do.
create table challenge.reflection (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  audience platform.audience not null,
  provisional text not null default '' check (length(provisional) <= 4000),
  meeting text not null default '' check (length(meeting) <= 4000),
  together text not null default '' check (length(together) <= 4000),
  change text not null default '' check (length(change) <= 4000),
  dare text not null default '' check (length(dare) <= 4000),
  language text not null,
  at timestamptz not null,
  changed_at timestamptz not null,
  constraint says_something check (provisional || meeting || together || change || dare <> '')
);
create index reflection_by_challenge on challenge.reflection (challenge_id, id);
create index reflection_by_author on challenge.reflection (author_id, id);
alter table challenge.reflection enable row level security;
grant select, insert, delete, update (audience, provisional, meeting, together, change, dare, language, changed_at)
  on challenge.reflection to ciranda_app;
create policy heard on challenge.reflection for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy say on challenge.reflection for insert to ciranda_app with check (
  author_id = (select platform.me()) and audience = 'me:' || author_id
  and 'community:' || community_id = any ((select platform.reach())::text[]));
create policy tend on challenge.reflection for update to ciranda_app using (author_id = (select platform.me()))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || author_id));
create policy take_back on challenge.reflection for delete to ciranda_app using (author_id = (select platform.me()));

-- When a question's circle narrows, what others shared of their reflections narrows too, even where the asker cannot
-- read it afterwards. Never wider than the writer chose.
create function challenge.narrow_reflections(id bigint) returns void language sql security definer set search_path = ''
  as $$
    update challenge.reflection r
    set audience = case when c.audience::text like 'facilitators:%' then c.audience::text else 'me:' || r.author_id end
    from challenge.challenge c
    where c.id = narrow_reflections.id and r.challenge_id = c.id and c.author_id = platform.me()
      and r.audience::text not like 'me:%' and c.audience::text not like 'community:%'
  $$;
revoke all on function challenge.narrow_reflections(bigint) from public;
grant execute on function challenge.narrow_reflections(bigint) to ciranda_app;
