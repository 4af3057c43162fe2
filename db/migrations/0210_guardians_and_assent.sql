-- What guardians and students themselves say to being heard and shown: kept apart, added to, never changed; a no wins.

-- Facilitators and leads keep these records. Nobody else of the community reads them.
create function safeguarding.keeps_records(community bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select coalesce('facilitators:' || community = any (platform.reach()), false)
      or safeguarding.leads(platform.me(), community)
  $$;

-- How old somebody is, in bands; no date of birth. And whether the community asks guardians before a student speaks.
create table safeguarding.age (
  community_id bigint not null,
  person_id bigint not null,
  band text not null check (band in ('0-12', '13', '14-15', '16-17', '18')),
  noted_by bigint not null,
  noted_at timestamptz not null,
  primary key (community_id, person_id),
  foreign key (community_id, person_id) references community.membership (community_id, person_id) on delete cascade
);
alter table safeguarding.age enable row level security;
grant select, insert, update on safeguarding.age to ciranda_app;
create policy here on safeguarding.age for select to ciranda_app
  using (person_id = (select platform.me()) or safeguarding.keeps_records(community_id));
create policy note on safeguarding.age for insert to ciranda_app
  with check (noted_by = (select platform.me()) and safeguarding.keeps_records(community_id));
create policy renote on safeguarding.age for update to ciranda_app
  using (safeguarding.keeps_records(community_id)) with check (noted_by = (select platform.me()));

create table safeguarding.asks_guardians (
  community_id bigint primary key references community.community (id) on delete cascade,
  set_by bigint not null,
  set_at timestamptz not null
);
alter table safeguarding.asks_guardians enable row level security;
grant select, insert, delete on safeguarding.asks_guardians to ciranda_app;
create policy here on safeguarding.asks_guardians for select to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));
create policy choose on safeguarding.asks_guardians for insert to ciranda_app
  with check (set_by = (select platform.me()) and safeguarding.keeps_records(community_id));
create policy choose_not on safeguarding.asks_guardians for delete to ciranda_app
  using (safeguarding.keeps_records(community_id));

-- A guardian of one student, as far as one community. The link's secret is kept as a hash and read by nobody.
create table safeguarding.guardian (
  id bigint generated always as identity primary key,
  community_id bigint not null,
  student_id bigint not null,
  name text not null check (length(name) between 1 and 80),
  language text not null,
  made_by bigint not null,
  made_at timestamptz not null,
  link_hash bytea unique,
  link_made_at timestamptz,
  -- Parental responsibility is restricted: this guardian sees nothing here, and their answers do not count.
  restricted_by bigint,
  restricted_at timestamptz,
  foreign key (community_id, student_id) references community.membership (community_id, person_id) on delete cascade
);
create index guardian_of on safeguarding.guardian (community_id, student_id);
alter table safeguarding.guardian enable row level security;
grant select (id, community_id, student_id, name, language, made_by, made_at, link_made_at, restricted_at),
  insert (community_id, student_id, name, language, made_by, made_at),
  update (link_hash, link_made_at, restricted_by, restricted_at) on safeguarding.guardian to ciranda_app;
create policy keep on safeguarding.guardian for select to ciranda_app using (safeguarding.keeps_records(community_id));
create policy note on safeguarding.guardian for insert to ciranda_app with check (
  made_by = (select platform.me()) and safeguarding.keeps_records(community_id)
  and safeguarding.is_student(student_id, community_id));
create policy change on safeguarding.guardian for update to ciranda_app using (safeguarding.keeps_records(community_id));

-- A guardian's answers: by their link, or on paper or at school as somebody recorded it.
create table safeguarding.consent (
  id bigint generated always as identity primary key,
  guardian_id bigint not null references safeguarding.guardian (id) on delete cascade,
  community_id bigint not null,
  student_id bigint not null,
  what text not null check (what in ('words', 'photo', 'voice')),
  circle text not null check (circle in ('community', 'school', 'network', 'public')),
  yes boolean not null,
  way text not null check (way in ('link', 'paper', 'school')),
  recorded_by bigint,
  -- The last day on which a yes holds.
  until date,
  at timestamptz not null,
  check ((way = 'link') = (recorded_by is null))
);
create index consent_about on safeguarding.consent (community_id, student_id, id);
create index consent_by on safeguarding.consent (guardian_id);
alter table safeguarding.consent enable row level security;
grant select, insert on safeguarding.consent to ciranda_app;
create policy keep on safeguarding.consent for select to ciranda_app using (safeguarding.keeps_records(community_id));
create policy record on safeguarding.consent for insert to ciranda_app with check (
  recorded_by = (select platform.me()) and way <> 'link' and safeguarding.keeps_records(community_id)
  and exists (select from safeguarding.guardian g where g.id = guardian_id and g.student_id = consent.student_id
    and g.community_id = consent.community_id));

-- The student's own answers, as often as they wish.
create table safeguarding.assent (
  id bigint generated always as identity primary key,
  community_id bigint not null,
  person_id bigint not null,
  what text not null check (what in ('words', 'photo', 'voice')),
  circle text not null check (circle in ('community', 'school', 'network', 'public')),
  yes boolean not null,
  at timestamptz not null,
  foreign key (community_id, person_id) references community.membership (community_id, person_id) on delete cascade
);
create index assent_of on safeguarding.assent (community_id, person_id, id);
alter table safeguarding.assent enable row level security;
grant select, insert on safeguarding.assent to ciranda_app;
create policy mine_or_kept on safeguarding.assent for select to ciranda_app
  using (person_id = (select platform.me()) or safeguarding.keeps_records(community_id));
create policy say on safeguarding.assent for insert to ciranda_app
  with check (person_id = (select platform.me()) and safeguarding.is_student(person_id, community_id));

-- Who recorded a paper may leave and be forgotten; what was said stays as it was said.
create trigger never_changed before update of guardian_id, community_id, student_id, what, circle, yes, way, until, at
  on safeguarding.consent
  for each row execute function safeguarding.never_changed();
create trigger never_changed before update on safeguarding.assent
  for each row execute function safeguarding.never_changed();

-- Everything the rule looks at for one student, without a name. For the house alone.
create function safeguarding.all_answers(person bigint, community bigint) returns jsonb
  language sql stable security definer set search_path = ''
  as $$
    select jsonb_build_object(
      'asks', exists (select from safeguarding.asks_guardians k where k.community_id = community),
      'country', (select c.country from safeguarding.country c where c.community_id = community),
      'band', (select a.band from safeguarding.age a where a.community_id = community and a.person_id = person),
      'own', (select coalesce(jsonb_agg(jsonb_build_object('what', o.what, 'circle', o.circle, 'yes', o.yes) order by o.id), '[]')
        from safeguarding.assent o where o.community_id = community and o.person_id = person),
      'guardians', (select coalesce(jsonb_agg(jsonb_build_object('id', c.guardian_id, 'what', c.what, 'circle', c.circle,
          'yes', c.yes, 'until', c.until) order by c.id), '[]')
        from safeguarding.consent c join safeguarding.guardian g on g.id = c.guardian_id and g.restricted_at is null
        where c.community_id = community and c.student_id = person))
  $$;
-- For the student and the community's adults: nothing for whoever is no student here.
create function safeguarding.answers_about(person bigint, community bigint) returns jsonb
  language sql stable security definer set search_path = ''
  as $$
    select safeguarding.all_answers(person, community)
    where community.speaks_as_student(person, community)
      and (person = platform.me() or safeguarding.keeps_records(community)
        or coalesce('adults:' || community = any (platform.reach()), false))
  $$;

-- What the link of a letter shows to whoever holds it; nothing once it was ended, or where responsibility is restricted.
create function safeguarding.guardian_by(hash bytea)
  returns table (id bigint, community_id bigint, student_id bigint, name text, language text, student text, avatar text,
    community text, answers jsonb)
  language sql stable security definer set search_path = ''
  as $$
    select g.id, g.community_id, g.student_id, g.name, g.language, p.name, p.avatar, k.name,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.guardian_id, 'what', c.what, 'circle', c.circle, 'yes', c.yes,
        'until', c.until) order by c.id), '[]') from safeguarding.consent c where c.guardian_id = g.id)
    from safeguarding.guardian g join people.person p on p.id = g.student_id
    join community.community k on k.id = g.community_id
    where g.link_hash = hash and g.restricted_at is null
  $$;
create function safeguarding.guardian_says(hash bytea, what text, circle text, yes boolean, until date, at timestamptz)
  returns table (id bigint, community_id bigint, student_id bigint)
  language sql volatile security definer set search_path = ''
  as $$
    insert into safeguarding.consent (guardian_id, community_id, student_id, what, circle, yes, way, until, at)
    select g.id, g.community_id, g.student_id, what, circle, yes, 'link', until, at from safeguarding.guardian g
    where g.link_hash = hash and g.restricted_at is null
    returning guardian_id, community_id, student_id
  $$;

revoke all on function safeguarding.keeps_records(bigint), safeguarding.all_answers(bigint, bigint),
  safeguarding.answers_about(bigint, bigint), safeguarding.guardian_by(bytea),
  safeguarding.guardian_says(bytea, text, text, boolean, date, timestamptz) from public;
grant execute on function safeguarding.keeps_records(bigint), safeguarding.answers_about(bigint, bigint),
  safeguarding.guardian_by(bytea), safeguarding.guardian_says(bytea, text, text, boolean, date, timestamptz) to ciranda_app;
