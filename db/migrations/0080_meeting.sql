-- Meetings: when and where, who comes, what was said round by round, the next step, what moved.
create schema meeting;
grant usage on schema meeting to ciranda_app;

create table meeting.meeting (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  audience platform.audience not null,
  -- The first one fills Who we are and How we treat each other.
  kind text not null default 'usual' check (kind in ('first', 'usual')),
  -- As a clock on the wall there shows it: day and time in a zone stay right when clocks change.
  day date not null,
  at text check (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  zone text not null check (length(zone) between 1 and 60),
  minutes int not null default 60 check (minutes between 10 and 600),
  place text not null default '' check (length(place) <= 300),
  question text not null default '' check (length(question) <= 400),
  challenge_id bigint,
  language text not null,
  state text not null default 'planned' check (state in ('planned', 'running', 'closing', 'published', 'cancelled')),
  -- Where on its way the group is; whoever presses “next” says from where.
  station int not null default 0 check (station between 0 and 20),
  -- How often day, time or place changed: calendars need it.
  sequence int not null default 0,
  -- Why nothing open was moved, when nothing was.
  nothing_moved text not null default '' check (length(nothing_moved) <= 400),
  planned_by bigint,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  began_at timestamptz,
  published_at timestamptz,
  cancelled_at timestamptz,
  cancelled_why text not null default '' check (length(cancelled_why) <= 300),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check ((state = 'published') = (published_at is not null)),
  unique (id, community_id, audience)
);
create index meeting_by_day on meeting.meeting (community_id, day desc, id desc);
create unique index meeting_first on meeting.meeting (community_id) where kind = 'first';
alter table meeting.meeting enable row level security;
grant select, insert, update on meeting.meeting to ciranda_app;
create policy heard on meeting.meeting for select to ciranda_app using (audience = any ((select platform.reach())::text[]));
create policy plan on meeting.meeting for insert to ciranda_app with check (
  planned_by = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience = 'community:' || community_id);
create policy hold on meeting.meeting for update to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]))
  with check (audience = 'community:' || community_id);

-- What hangs on a meeting carries its community and its audience by key.
create table meeting.coming (
  meeting_id bigint not null,
  community_id bigint not null,
  audience platform.audience not null,
  person_id bigint not null,
  answer text not null check (answer in ('yes', 'no', 'maybe')),
  noted_by bigint,
  at timestamptz not null,
  primary key (meeting_id, person_id),
  foreign key (meeting_id, community_id, audience) references meeting.meeting (id, community_id, audience) on delete cascade
);

-- Who sits in the circle: somebody of the community, or a guest by the name they gave.
create table meeting.present (
  id bigint generated always as identity primary key,
  meeting_id bigint not null,
  community_id bigint not null,
  audience platform.audience not null,
  person_id bigint,
  name text check (length(name) between 1 and 80),
  noted_by bigint,
  at timestamptz not null,
  -- Somebody who leaves keeps what they said, and is not waited for.
  left_at timestamptz,
  check ((person_id is null) <> (name is null)),
  unique (meeting_id, person_id),
  unique (id, meeting_id, community_id, audience),
  foreign key (meeting_id, community_id, audience) references meeting.meeting (id, community_id, audience) on delete cascade
);

-- One entry or one pass of each person in each part. “Said by”, and where somebody else held the pen, “written by”.
create table meeting.entry (
  id bigint generated always as identity primary key,
  meeting_id bigint not null,
  community_id bigint not null,
  audience platform.audience not null,
  part text not null check (part in ('check-in', 'round', 'care', 'who', 'how', 'check-out')),
  present_id bigint not null,
  passed boolean not null,
  words text not null default '' check (length(words) <= 2000),
  language text not null,
  written_by bigint,
  version int not null default 1,
  at timestamptz not null,
  check (passed = (words = '')),
  unique (meeting_id, part, present_id),
  foreign key (present_id, meeting_id, community_id, audience)
    references meeting.present (id, meeting_id, community_id, audience) on delete cascade
);

-- One next step with somebody who takes it on; the next meeting begins with what came of it.
create table meeting.next_step (
  id bigint generated always as identity primary key,
  meeting_id bigint not null,
  community_id bigint not null,
  audience platform.audience not null,
  words text not null check (length(words) between 1 and 400),
  language text not null,
  owner_id bigint not null,
  due date,
  written_by bigint,
  at timestamptz not null,
  outcome text check (outcome in ('done', 'partly', 'not')),
  told text not null default '' check (length(told) <= 1000),
  told_by bigint,
  told_at timestamptz,
  check ((outcome is null) = (told_at is null)),
  foreign key (meeting_id, community_id, audience) references meeting.meeting (id, community_id, audience) on delete cascade
);
create index next_step_open on meeting.next_step (community_id, id) where outcome is null;
create index next_step_mine on meeting.next_step (owner_id) where outcome is null;

-- Which open questions a meeting moved, and how: the learning agenda.
create table meeting.moved (
  id bigint generated always as identity primary key,
  meeting_id bigint not null,
  community_id bigint not null,
  audience platform.audience not null,
  subject_kind text not null check (subject_kind in ('challenge', 'unknown')),
  subject_id bigint not null,
  -- As it read on that day, so that the minutes stay whole.
  subject_words text not null check (length(subject_words) between 1 and 600),
  words text not null check (length(words) between 1 and 400),
  language text not null,
  written_by bigint,
  at timestamptz not null,
  unique (meeting_id, subject_kind, subject_id),
  foreign key (meeting_id, community_id, audience) references meeting.meeting (id, community_id, audience) on delete cascade
);

-- Those who hear a meeting, and only members of its community write in it.
do $$ declare t text; begin
  foreach t in array array['coming', 'present', 'entry', 'next_step', 'moved'] loop
    execute format('alter table meeting.%I enable row level security', t);
    execute format('grant select, insert, update, delete on meeting.%I to ciranda_app', t);
    execute format('create policy heard on meeting.%I for select to ciranda_app
      using (audience = any ((select platform.reach())::text[]))', t);
    execute format('create policy write on meeting.%I for insert to ciranda_app
      with check (''community:'' || community_id = any ((select platform.reach())::text[]))', t);
    execute format('create policy amend on meeting.%I for update to ciranda_app
      using (''community:'' || community_id = any ((select platform.reach())::text[]))', t);
    execute format('create policy remove on meeting.%I for delete to ciranda_app
      using (''community:'' || community_id = any ((select platform.reach())::text[]))', t);
  end loop;
end $$;

-- A community says with its beginning when it meets first; that meeting stands here, and follows until it has begun.
create function meeting.site_zone() returns text language sql stable security definer set search_path = ''
  as $$ select coalesce((select value #>> '{}' from platform.setting where key = 'timeZone'), 'Europe/Lisbon') $$;

create function meeting.keep_first() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if new.meets_on is null then
      delete from meeting.meeting m where m.community_id = new.id and m.kind = 'first' and m.state = 'planned';
    else
      insert into meeting.meeting as m (community_id, audience, kind, day, at, zone, place, language, planned_at, changed_at)
      values (new.id, 'community:' || new.id, 'first', new.meets_on, new.meets_at, meeting.site_zone(),
        coalesce(new.meets_where, ''), new.language, new.began_at, new.began_at)
      on conflict (community_id) where kind = 'first' do update
        set day = excluded.day, at = excluded.at, place = excluded.place, sequence = m.sequence + 1
        where m.state = 'planned'
          and (m.day, coalesce(m.at, ''), m.place) is distinct from (excluded.day, coalesce(excluded.at, ''), excluded.place);
    end if;
    return null;
  end $$;
create trigger keep_first_meeting after insert or update of meets_on, meets_at, meets_where on community.community
  for each row execute function meeting.keep_first();

insert into meeting.meeting (community_id, audience, kind, day, at, zone, place, language, planned_at, changed_at)
select c.id, 'community:' || c.id, 'first', c.meets_on, c.meets_at, meeting.site_zone(), coalesce(c.meets_where, ''),
  c.language, c.began_at, c.began_at
from community.community c where c.meets_on is not null;
