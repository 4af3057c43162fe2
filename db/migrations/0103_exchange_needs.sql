-- What a community lends each other. The schema is shared with files and links.
create schema if not exists exchange;
grant usage on schema exchange to ciranda_app;

-- “I need” and “I can offer”: said in a sentence or two, answered by a person, gone when met.
create table exchange.need (
  id bigint generated always as identity primary key,
  community_id bigint not null,
  author_id bigint not null,
  audience platform.audience not null,
  kind text not null check (kind in ('need', 'offer')),
  -- Erased when it is taken back.
  words text not null check (length(words) <= 400),
  language text not null,
  state text not null default 'open' check (state in ('open', 'resting', 'met', 'withdrawn')),
  said_at timestamptz not null,
  -- When its owner last said that it stands, and when time asked whether it still does.
  stands_since timestamptz not null,
  asked_at timestamptz,
  met_at timestamptz,
  met_with bigint check (met_with <> author_id),
  thanks text not null default '' check (length(thanks) <= 300),
  thanks_language text not null default 'en',
  check ((state = 'withdrawn') = (words = '')),
  check (state <> 'met' or met_at is not null),
  check (met_with is null or met_at is not null),
  -- Whoever leaves takes along what they need and offer; whoever helped and left is named no more.
  foreign key (community_id, author_id) references community.membership (community_id, person_id) on delete cascade,
  foreign key (community_id, met_with) references community.membership (community_id, person_id)
    on delete set null (met_with),
  unique (id, community_id, audience, author_id)
);
create index need_open on exchange.need (community_id, id desc) where state = 'open';
create index need_by_member on exchange.need (community_id, author_id);
create index need_met_with on exchange.need (community_id, met_with) where met_with is not null;
-- Looked through by what time does.
create index need_since on exchange.need (stands_since) where state = 'open';
alter table exchange.need enable row level security;
grant select, insert, delete, update (words, state, stands_since, asked_at, met_at, met_with, thanks, thanks_language)
  on exchange.need to ciranda_app;
create policy heard on exchange.need for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy say on exchange.need for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id));
create policy tend on exchange.need for update to ciranda_app
  using (author_id = (select platform.me())) with check (author_id = (select platform.me()));
create policy take_back on exchange.need for delete to ciranda_app using (author_id = (select platform.me()));

-- An answer carries the circle of what it answers, and whose it is: the owner hears every answer.
create table exchange.need_answer (
  id bigint generated always as identity primary key,
  need_id bigint not null,
  community_id bigint not null,
  audience platform.audience not null,
  owner_id bigint not null,
  author_id bigint not null check (author_id <> owner_id),
  -- May stay empty: the press alone says “I can help”. Erased with what it answers.
  words text not null check (length(words) <= 300),
  language text not null,
  at timestamptz not null,
  foreign key (need_id, community_id, audience, owner_id)
    references exchange.need (id, community_id, audience, author_id) on delete cascade,
  foreign key (community_id, author_id) references community.membership (community_id, person_id) on delete cascade,
  unique (need_id, author_id)
);
create index need_answer_by_member on exchange.need_answer (community_id, author_id);
alter table exchange.need_answer enable row level security;
grant select, insert, delete, update (words) on exchange.need_answer to ciranda_app;
create policy heard on exchange.need_answer for select to ciranda_app using (
  audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, owner_id));
create policy say on exchange.need_answer for insert to ciranda_app with check (
  author_id = (select platform.me()) and audience = any ((select platform.reach())::text[]));
create policy take_back on exchange.need_answer for delete to ciranda_app using (author_id = (select platform.me()));
-- The owner who takes a need back erases what was answered to it, and never changes a word.
create policy erase on exchange.need_answer for update to ciranda_app
  using (owner_id = (select platform.me())) with check (owner_id = (select platform.me()) and words = '');

-- Who answers at the moment in which it is met or taken back waits for that, and comes too late: the row is not put down.
create function exchange.answer_in_time() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform from exchange.need n where n.id = new.need_id and n.state = 'open' for share;
    if found then return new; end if;
    return null;
  end $$;
create trigger answer_in_time before insert on exchange.need_answer
  for each row execute function exchange.answer_in_time();
