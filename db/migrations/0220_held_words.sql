-- What a student writes outside conversations waits as a whole act until one adult has looked: nothing of it stands
-- anywhere before. Conversations have their own way, where the words stand at once and are heard by the adults.
create table community.held (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint not null,
  -- The adults of the community.
  audience platform.audience not null check (audience::text = 'adults:' || community_id),
  -- Which act it is, and all that was given to it.
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  given text not null check (length(given) <= 200000),
  -- What people read of it.
  words text[] not null,
  language text not null,
  -- What it hangs on.
  subject_kind text,
  subject_id bigint,
  since timestamptz not null,
  called_at timestamptz,
  opened_by bigint,
  -- It could not be done any more: its author has the words, and nobody waits.
  stayed_at timestamptz,
  -- What an adult asked, and when its author said that it is fine.
  about text check (about in ('name', 'hurt', 'danger')),
  asked_by bigint,
  asked_at timestamptz,
  fine_at timestamptz,
  check ((subject_kind is null) = (subject_id is null))
);
-- Sent twice, it waits once.
create unique index held_once on community.held (author_id, kind, md5(given));
create index held_waiting on community.held (community_id, since) where stayed_at is null;
alter table community.held enable row level security;
grant select, insert, delete, update (opened_by, stayed_at, about, asked_by, asked_at, fine_at) on community.held to ciranda_app;
create policy concerned on community.held for select to ciranda_app
  using (author_id = (select platform.me()) or audience = any ((select platform.reach())::text[]));
create policy keep on community.held for insert to ciranda_app with check (
  author_id = (select platform.me()) and opened_by is null and 'community:' || community_id = any ((select platform.reach())::text[]));
create policy tend on community.held for update to ciranda_app
  using (author_id = (select platform.me()) or audience = any ((select platform.reach())::text[]))
  with check (author_id = (select platform.me()) or audience = any ((select platform.reach())::text[]));
create policy forget on community.held for delete to ciranda_app using (author_id = (select platform.me()));

-- Only an adult who did not write it has looked; only its author says that it is fine.
create function community.keep_held() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.opened_by is distinct from old.opened_by and new.opened_by is not null
      and (new.opened_by is distinct from platform.me() or old.author_id = platform.me()) then
      raise exception 'An adult who did not write it looks' using errcode = 'check_violation';
    end if;
    if new.asked_by is distinct from old.asked_by and old.author_id = platform.me() then
      raise exception 'Another asks' using errcode = 'check_violation';
    end if;
    if new.fine_at is distinct from old.fine_at and new.fine_at is not null and old.author_id <> platform.me() then
      raise exception 'Its author says that it is fine' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger keep_held before update on community.held for each row when (current_user = 'ciranda_app')
  execute function community.keep_held();

-- Whatever a student writes for others than the adults, by whichever door: without a look nothing of it is kept. The
-- arguments are the columns that hold words; the row has a community, an audience and an author.
create function community.stay_held() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      after jsonb := to_jsonb(new);
      before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
    begin
      if split_part(new.audience, ':', 1) in ('me', 'facilitators', 'adults')
        or not exists (select from unnest(tg_argv) words where coalesce(after ->> words, '') <> ''
          and (before is null or after ->> words is distinct from before ->> words
            or (after ->> 'audience' is distinct from before ->> 'audience'
              and (after ->> 'author_id')::bigint = platform.me())))
        or not community.speaks_as_student(platform.me(), new.community_id)
        or exists (select from community.held h where h.id = nullif(current_setting('ciranda.held', true), '')::bigint
          and h.author_id = platform.me() and h.community_id = new.community_id and h.opened_by is not null) then
        return null;
      end if;
      raise exception using errcode = 'CI001', message = 'look', detail = new.community_id::text;
    end
  $$;

do $$ declare t record; begin
  for t in select * from (values
    ('challenge.challenge', 'question', 'question, audience'),
    ('challenge.unknown', 'words, evidence', 'evidence, audience'),
    ('challenge.difference', 'words', 'audience'),
    ('challenge.outcome', 'known, stays_open', 'audience'),
    ('challenge.tryout', 'title, expects, stop_if, look_for, reason', 'reason, audience'),
    ('challenge.change', 'happened, now_do', 'audience'),
    ('challenge.sighting', 'words', 'audience'),
    ('challenge.reflection', 'provisional, meeting, together, change, dare', 'audience'),
    ('challenge.ending', 'words', 'words'),
    ('meeting.meeting', 'place, question, nothing_moved, cancelled_why', 'place, question, nothing_moved, cancelled_why'),
    ('meeting.present', 'name', 'name'),
    ('meeting.entry', 'words', 'words'),
    ('meeting.next_step', 'words, told', 'told'),
    ('meeting.moved', 'words', 'words'),
    ('community.charter_line', 'words', 'words'),
    ('community.charter_version', 'changed, why', 'changed')
  ) list (name, words, changing) loop
    execute format('create trigger stay_held after insert or update of %s on %s for each row when (current_user = %L)
      execute function community.stay_held(%s)', t.changing, t.name, 'ciranda_app',
      (select string_agg(quote_literal(trim(word)), ', ') from unnest(string_to_array(t.words, ',')) word));
  end loop;
end $$;
