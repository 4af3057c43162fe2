-- The library: entries in several languages, and practice stories on their way through the release gate.
create schema library;
grant usage on schema library to ciranda_app;

create table library.entry (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
  kind text not null check (kind in ('concept', 'reference', 'story', 'method', 'policy', 'video')),
  -- Neighbours stand in one series, such as the values; a reference or a story stands in none.
  series text check (series in ('concept', 'dimension', 'element', 'value', 'competence')),
  place int not null default 0,
  dimensions text[] not null default '{}' check (dimensions <@ array['ethics', 'policies', 'practice']),
  original_language text not null,
  -- What a reference is, as CSL-JSON.
  reference jsonb,
  -- The addresses (slugs) of the references an entry leans on, in their order.
  sources text[] not null default '{}',
  licence text not null check (licence in ('read-and-print', 'cc-by-4.0')),
  version int not null default 1,
  invented boolean not null default false,
  -- Entries of the shelf come with the program; the hash tells whether they changed.
  shelf_hash text,
  community_id bigint,
  community_name text,
  author_id bigint,
  audience platform.audience not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz
);
create index entry_by_kind on library.entry (kind, published_at desc);
create index entry_by_community on library.entry (community_id, published_at desc) where community_id is not null;
alter table library.entry enable row level security;
grant select, insert, update on library.entry to ciranda_app;
create policy heard on library.entry for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy publish on library.entry for insert to ciranda_app
  with check (kind = 'story' and 'community:' || community_id = any ((select platform.reach())::text[]));
create policy tend on library.entry for update to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));

create table library.entry_text (
  entry_id bigint not null references library.entry (id) on delete cascade,
  language text not null check (language in ('en', 'pt', 'nl', 'de', 'sk')),
  title text not null check (length(title) between 1 and 200),
  summary text not null check (length(summary) <= 600),
  body text not null,
  html text not null,
  -- The words alone, for excerpts.
  plain text not null,
  -- The parts of a practice story: its four answers, its situation card, where it comes from.
  story jsonb,
  community_id bigint,
  author_id bigint,
  audience platform.audience not null,
  primary key (entry_id, language)
);
alter table library.entry_text enable row level security;
grant select, insert, update, delete on library.entry_text to ciranda_app;
create policy heard on library.entry_text for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy publish on library.entry_text for insert to ciranda_app
  with check ('community:' || community_id = any ((select platform.reach())::text[]));
create policy tend on library.entry_text for update to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));
create policy take_down on library.entry_text for delete to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));

-- Who is named below a published story: only those who wish it, and then only what they wish.
create table library.maker (
  entry_id bigint not null references library.entry (id) on delete cascade,
  place int not null,
  -- Set only where the name is shown, so that erasure finds it.
  person_id bigint,
  name text check (length(name) <= 120),
  perspective text,
  community_id bigint not null,
  audience platform.audience not null,
  primary key (entry_id, place),
  check ((name is null) <> (perspective is null))
);
alter table library.maker enable row level security;
grant select, insert, delete on library.maker to ciranda_app;
create policy heard on library.maker for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]));
create policy publish on library.maker for insert to ciranda_app
  with check ('community:' || community_id = any ((select platform.reach())::text[]));
create policy take_down on library.maker for delete to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));

-- A practice story while it is written and released; what is published stands in library.entry beside it.
create table library.story (
  id bigint generated always as identity primary key,
  community_id bigint not null,
  author_id bigint,
  audience platform.audience not null,
  source_kind text not null,
  source_id bigint not null,
  state text not null default 'draft' check (state in ('draft', 'consent', 'circle', 'published', 'withdrawn')),
  language text not null check (language in ('en', 'pt', 'nl', 'de', 'sk')),
  title text not null check (length(title) between 1 and 200),
  summary text not null default '' check (length(summary) <= 600),
  mattered text not null default '' check (length(mattered) <= 8000),
  did text not null default '' check (length(did) <= 8000),
  unsure text not null default '' check (length(unsure) <= 8000),
  whose text not null default '' check (length(whose) <= 8000),
  age_band text not null default '' check (age_band in ('', 'under6', '6to8', '9to11', '12to14', '15to18', 'mixed')),
  children text not null default '' check (length(children) <= 200),
  possible text not null default '' check (length(possible) <= 600),
  dimensions text[] not null default '{practice}' check (dimensions <@ array['ethics', 'policies', 'practice']),
  -- The question and the try-outs it grew from, in words that the authors may mend.
  provenance jsonb not null,
  -- Counts the edits, so that nobody overwrites what somebody else just wrote.
  revision int not null default 1,
  ready_at timestamptz,
  -- The revision for which somebody said that no child can be recognised, and the words kept knowingly.
  checked_revision int,
  checked_by bigint,
  kept_words text[] not null default '{}',
  -- The circle is asked in rounds: an edit or a no begins a new one.
  round int not null default 0,
  circle_since timestamptz,
  open_since timestamptz,
  entry_id bigint references library.entry (id),
  began_at timestamptz not null,
  changed_at timestamptz not null
);
create index story_by_community on library.story (community_id, changed_at desc);
create index story_by_source on library.story (source_kind, source_id);
create index story_by_entry on library.story (entry_id) where entry_id is not null;
create index story_in_circle on library.story (circle_since) where state = 'circle' and open_since is null;
alter table library.story enable row level security;
grant select, insert, update on library.story to ciranda_app;
create policy heard on library.story for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy begin on library.story for insert to ciranda_app
  with check ('community:' || community_id = any ((select platform.reach())::text[]) and author_id = (select platform.me()));
create policy tend on library.story for update to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));

-- Who took part, how each wishes to be named, and who writes.
create table library.story_person (
  story_id bigint not null references library.story (id) on delete cascade,
  person_id bigint not null,
  naming text not null default 'perspective' check (naming in ('name', 'perspective', 'none')),
  writes boolean not null default false,
  audience platform.audience not null,
  primary key (story_id, person_id)
);
alter table library.story_person enable row level security;
grant select, insert, update, delete on library.story_person to ciranda_app;
create policy heard on library.story_person for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]));
create policy say on library.story_person for insert to ciranda_app
  with check (audience = any ((select platform.reach())::text[]));
create policy amend on library.story_person for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]));

-- Those a story shows, called as the story calls them, and how each agreed.
create table library.story_depicted (
  id bigint generated always as identity primary key,
  story_id bigint not null references library.story (id) on delete cascade,
  label text not null check (length(label) between 1 and 200),
  child boolean not null,
  consent text not null check (consent in ('self', 'guardian', 'both', 'not-asked', 'no')),
  recorded_by bigint,
  recorded_on date,
  audience platform.audience not null
);
create index story_depicted_by_story on library.story_depicted (story_id, id);
alter table library.story_depicted enable row level security;
grant select, insert, update, delete on library.story_depicted to ciranda_app;
create policy heard on library.story_depicted for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]));
create policy say on library.story_depicted for insert to ciranda_app
  with check (audience = any ((select platform.reach())::text[]));
create policy amend on library.story_depicted for update to ciranda_app
  using (audience = any ((select platform.reach())::text[]));
create policy strike on library.story_depicted for delete to ciranda_app
  using (audience = any ((select platform.reach())::text[]));

-- What the circle said: a yes, or a no with its reason. One answer a person and round.
create table library.story_consent (
  story_id bigint not null references library.story (id) on delete cascade,
  round int not null,
  person_id bigint not null,
  answer text not null check (answer in ('yes', 'no')),
  reason text not null default '' check (length(reason) <= 2000),
  at timestamptz not null,
  audience platform.audience not null,
  primary key (story_id, round, person_id),
  check (answer = 'yes' or length(reason) > 0)
);
alter table library.story_consent enable row level security;
grant select, insert, update on library.story_consent to ciranda_app;
create policy heard on library.story_consent for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]));
create policy say on library.story_consent for insert to ciranda_app
  with check (audience = any ((select platform.reach())::text[]) and person_id = (select platform.me()));
create policy amend on library.story_consent for update to ciranda_app
  using (person_id = (select platform.me()));
