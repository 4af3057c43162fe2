-- Who looks after the people of a community, asking for help, reports, and the cases that their leads alone may open.
create schema safeguarding;
grant usage on schema safeguarding to ciranda_app;

create function safeguarding.is_student(person bigint, community bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from community.membership m
      where m.community_id = community and m.person_id = person and 'student' = any (m.perspectives))
  $$;

-- Adults whom somebody of the school has checked. Facilitators need no row. Kept for each community until schools have pages.
create table safeguarding.vetted (
  community_id bigint not null,
  person_id bigint not null,
  checked_by bigint not null,
  checked_on date not null,
  primary key (community_id, person_id),
  foreign key (community_id, person_id) references community.membership (community_id, person_id) on delete cascade
);
alter table safeguarding.vetted enable row level security;
grant select, insert, delete on safeguarding.vetted to ciranda_app;
create policy here on safeguarding.vetted for select to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));
create policy name on safeguarding.vetted for insert to ciranda_app with check (
  'facilitators:' || community_id = any ((select platform.reach())::text[])
  and checked_by = (select platform.me()) and not safeguarding.is_student(person_id, community_id));
create policy take on safeguarding.vetted for delete to ciranda_app
  using ('facilitators:' || community_id = any ((select platform.reach())::text[]));

-- The safeguarding lead: named by a facilitator, and only by their own yes. Nobody but a lead takes a lead's place away.
create table safeguarding.lead (
  community_id bigint not null,
  person_id bigint not null,
  named_by bigint not null,
  named_at timestamptz not null,
  accepted_at timestamptz,
  primary key (community_id, person_id),
  foreign key (community_id, person_id) references community.membership (community_id, person_id) on delete cascade
);
create function safeguarding.leads(person bigint, community bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from safeguarding.lead l
      where l.community_id = community and l.person_id = person and l.accepted_at is not null)
  $$;
alter table safeguarding.lead enable row level security;
grant select, insert, delete, update (accepted_at) on safeguarding.lead to ciranda_app;
create policy here on safeguarding.lead for select to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));
create policy name on safeguarding.lead for insert to ciranda_app with check (
  'facilitators:' || community_id = any ((select platform.reach())::text[]) and named_by = (select platform.me())
  and accepted_at is null and not safeguarding.is_student(person_id, community_id));
create policy accept on safeguarding.lead for update to ciranda_app
  using (person_id = (select platform.me())) with check (person_id = (select platform.me()));
create policy take on safeguarding.lead for delete to ciranda_app using (
  person_id = (select platform.me()) or safeguarding.leads((select platform.me()), community_id)
  or (accepted_at is null and 'facilitators:' || community_id = any ((select platform.reach())::text[])));

-- Who looks after a community now: facilitators, vetted adults, leads who said yes; never a student.
create function safeguarding.looks_after(person bigint, community bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from community.membership m
      where m.community_id = community and m.person_id = person and not 'student' = any (m.perspectives)
        and (m.role = 'facilitator' or safeguarding.leads(person, community)
          or exists (select from safeguarding.vetted v where v.community_id = community and v.person_id = person)))
  $$;

-- Vetted adults hear what students write, as facilitators do.
create function safeguarding.keep_seat() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      insert into platform.seat (person_id, audience) values (new.person_id, 'adults:' || new.community_id)
        on conflict do nothing;
      return null;
    end if;
    delete from platform.seat s where s.person_id = old.person_id and s.audience = 'adults:' || old.community_id
      and not exists (select from community.membership m where m.community_id = old.community_id
        and m.person_id = old.person_id and m.role = 'facilitator' and not 'student' = any (m.perspectives));
    return null;
  end $$;
create trigger keep_seat after insert or delete on safeguarding.vetted
  for each row execute function safeguarding.keep_seat();
-- A lead who stood in and steps back hears it no more.
create function safeguarding.end_standing_in() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    delete from platform.seat s where s.person_id = old.person_id and s.audience = 'adults:' || old.community_id
      and not exists (select from safeguarding.vetted v
        where v.community_id = old.community_id and v.person_id = old.person_id)
      and not exists (select from community.membership m where m.community_id = old.community_id
        and m.person_id = old.person_id and m.role = 'facilitator' and not 'student' = any (m.perspectives));
    return null;
  end $$;
create trigger end_standing_in after delete on safeguarding.lead
  for each row execute function safeguarding.end_standing_in();

create function safeguarding.after_membership() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if 'student' = any (new.perspectives) then
      delete from safeguarding.vetted v where v.community_id = new.community_id and v.person_id = new.person_id;
      delete from safeguarding.lead l where l.community_id = new.community_id and l.person_id = new.person_id;
    elsif exists (select from safeguarding.vetted v
      where v.community_id = new.community_id and v.person_id = new.person_id) then
      insert into platform.seat (person_id, audience) values (new.person_id, 'adults:' || new.community_id)
        on conflict do nothing;
    end if;
    return null;
  end $$;
-- After those that take seats away: triggers go by their names.
create trigger vetted_keep_seats after update of role, perspectives on community.membership
  for each row execute function safeguarding.after_membership();

-- A facilitator does not get rid of the lead who may have a case about them to look at.
create function safeguarding.keep_lead() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if platform.me() is not null and platform.me() <> old.person_id
      and safeguarding.leads(old.person_id, old.community_id)
      and not safeguarding.leads(platform.me(), old.community_id) then
      raise exception using errcode = 'CI001', message = 'lead';
    end if;
    return old;
  end $$;
create trigger keep_lead before delete on community.membership
  for each row execute function safeguarding.keep_lead();

-- The country whose numbers are shown; without a row the site's time zone tells.
create table safeguarding.country (
  community_id bigint primary key references community.community (id) on delete cascade,
  country text not null check (country in ('pt', 'be', 'nl', 'at', 'de', 'sk', 'other'))
);
alter table safeguarding.country enable row level security;
grant select, insert, update on safeguarding.country to ciranda_app;
create policy here on safeguarding.country for select to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));
create policy choose on safeguarding.country for insert to ciranda_app
  with check ('facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy change on safeguarding.country for update to ciranda_app
  using ('facilitators:' || community_id = any ((select platform.reach())::text[]));

-- Since when students see a community that has fewer than two vetted adults.
create table safeguarding.short_of_adults (
  community_id bigint primary key references community.community (id) on delete cascade,
  since timestamptz not null
);
alter table safeguarding.short_of_adults enable row level security;
grant select on safeguarding.short_of_adults to ciranda_app;
create policy here on safeguarding.short_of_adults for select to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));

-- Leads hear what the adults hear while they stand in; by the owner's jobs only.
create function safeguarding.seat_leads(community bigint, stand boolean) returns void language sql volatile set search_path = ''
  as $$
    insert into platform.seat (person_id, audience) select l.person_id, 'adults:' || community from safeguarding.lead l
      where stand and l.community_id = community and l.accepted_at is not null on conflict do nothing;
    delete from platform.seat s using safeguarding.lead l
      where not stand and l.community_id = community and s.person_id = l.person_id and s.audience = 'adults:' || community
        and not exists (select from safeguarding.vetted v where v.community_id = community and v.person_id = l.person_id)
        and not exists (select from community.membership m where m.community_id = community and m.person_id = l.person_id
          and m.role = 'facilitator');
  $$;

-- Asking for help: between one person and the adults they asked, all of whom see everything.
create table safeguarding.help (
  id bigint generated always as identity primary key,
  community_id bigint not null,
  author_id bigint not null,
  -- May stay empty: pressing the button is enough. Erased when it is taken back.
  words text not null check (length(words) <= 1000),
  language text not null,
  asked_at timestamptz not null,
  taken_back_at timestamptz,
  check (taken_back_at is null or words = ''),
  foreign key (community_id, author_id) references community.membership (community_id, person_id) on delete cascade
);
create index help_by_author on safeguarding.help (community_id, author_id);
create table safeguarding.help_adult (
  help_id bigint not null references safeguarding.help (id) on delete cascade,
  person_id bigint not null,
  picked boolean not null,
  read_at timestamptz,
  answer text not null default '' check (length(answer) <= 200),
  answered_at timestamptz,
  primary key (help_id, person_id)
);
create index help_by_adult on safeguarding.help_adult (person_id);
create function safeguarding.my_help(help bigint) returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from safeguarding.help h where h.id = help and h.author_id = platform.me()) $$;
-- Only while one looks after the community: whoever stepped back hears it no more.
create function safeguarding.asked_me(help bigint) returns boolean language sql stable security definer set search_path = ''
  as $$
    select exists (select from safeguarding.help h join safeguarding.help_adult a on a.help_id = h.id
      where h.id = help and a.person_id = platform.me() and safeguarding.looks_after(platform.me(), h.community_id))
  $$;
create function safeguarding.may_be_asked(help bigint, person bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from safeguarding.help h where h.id = help and h.author_id = platform.me()
      and h.author_id <> person and safeguarding.looks_after(person, h.community_id))
  $$;
alter table safeguarding.help enable row level security;
alter table safeguarding.help_adult enable row level security;
grant select, insert, delete, update (words, taken_back_at) on safeguarding.help to ciranda_app;
grant select, insert, update (read_at, answer, answered_at) on safeguarding.help_adult to ciranda_app;
create policy between_us on safeguarding.help for select to ciranda_app
  using (author_id = (select platform.me()) or safeguarding.asked_me(id));
create policy ask on safeguarding.help for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[]));
create policy take_back on safeguarding.help for update to ciranda_app
  using (author_id = (select platform.me())) with check (author_id = (select platform.me()) and words = '');
create policy forget on safeguarding.help for delete to ciranda_app using (author_id = (select platform.me()));
create policy between_us on safeguarding.help_adult for select to ciranda_app
  using (safeguarding.my_help(help_id) or safeguarding.asked_me(help_id));
create policy ask on safeguarding.help_adult for insert to ciranda_app
  with check (safeguarding.may_be_asked(help_id, person_id));
create policy answer on safeguarding.help_adult for update to ciranda_app
  using (person_id = (select platform.me()) and safeguarding.asked_me(help_id))
  with check (person_id = (select platform.me()));

-- What is hidden: for whoever reported it, for students, or for everybody.
create table safeguarding.own_hiding (
  person_id bigint not null references people.person (id) on delete cascade,
  subject_kind text not null,
  subject_id bigint not null,
  primary key (person_id, subject_kind, subject_id)
);
create table safeguarding.hiding (
  subject_kind text not null,
  subject_id bigint not null,
  community_id bigint not null references community.community (id) on delete cascade,
  hidden_for text not null check (hidden_for in ('students', 'everybody')),
  primary key (subject_kind, subject_id)
);
alter table safeguarding.own_hiding enable row level security;
alter table safeguarding.hiding enable row level security;
-- Asked once for a query, not once for a row. Whoever wrote it still sees it: it is theirs to take away.
create function safeguarding.hidden_from_me(kind text) returns bigint[] language sql stable security definer set search_path = ''
  as $$
    select coalesce(array_agg(id), '{}') from (
      select o.subject_id as id from safeguarding.own_hiding o
        where o.person_id = platform.me() and o.subject_kind = kind
      union select h.subject_id from safeguarding.hiding h where h.subject_kind = kind
        and (h.hidden_for = 'everybody' or platform.me() is null
          or safeguarding.is_student(platform.me(), h.community_id))
    ) hidden
  $$;

-- Cases. The web's role is granted nothing here: it goes through the functions below, and each of them writes down who looked.
create table safeguarding.safety_case (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  subject_kind text not null check (length(subject_kind) <= 40),
  subject_id bigint not null,
  -- What it was called and what it said when it was reported; it may be changed or gone by now.
  title text not null,
  words text not null,
  language text not null,
  -- Whose words they are, and who wrote them down: they never see it.
  about bigint[] not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index case_open on safeguarding.safety_case (community_id, subject_kind, subject_id) where closed_at is null;
create index case_by_community on safeguarding.safety_case (community_id, id desc);
create table safeguarding.report (
  id bigint generated always as identity primary key,
  case_id bigint not null references safeguarding.safety_case (id) on delete cascade,
  reporter_id bigint not null,
  reason text not null check (reason in ('danger', 'identity', 'unkind', 'other')),
  words text not null check (length(words) <= 1000),
  language text not null,
  at timestamptz not null,
  unique (case_id, reporter_id)
);
create index report_by_reporter on safeguarding.report (reporter_id);
-- What was done, and who looked: rows are added, never changed.
create table safeguarding.look (
  id bigint generated always as identity primary key,
  case_id bigint not null references safeguarding.safety_case (id) on delete cascade,
  person_id bigint not null,
  what text not null check (what in ('looked', 'noted', 'hidden', 'shown', 'closed')),
  words text not null default '' check (length(words) <= 2000),
  at timestamptz not null
);
create index look_by_case on safeguarding.look (case_id, id);
create function safeguarding.never_changed() returns trigger language plpgsql
  as $$ begin raise exception 'What was looked at is never changed' using errcode = 'insufficient_privilege'; end $$;
create trigger never_changed before update on safeguarding.look
  for each row execute function safeguarding.never_changed();
alter table safeguarding.safety_case enable row level security;
alter table safeguarding.report enable row level security;
alter table safeguarding.look enable row level security;

-- Who may open a case about somebody's words: the leads whom it is not about; where there is none, the adults whom it is not about.
create function safeguarding.keepers(community bigint, about bigint[]) returns setof bigint
  language sql stable security definer set search_path = ''
  as $$
    with fit as (
      select m.person_id, safeguarding.leads(m.person_id, community) as leads from community.membership m
      where m.community_id = community and m.person_id <> all (about) and safeguarding.looks_after(m.person_id, community))
    select f.person_id from fit f where f.leads or not exists (select from fit other where other.leads)
  $$;
create function safeguarding.keeps(community bigint, about bigint[]) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select coalesce(platform.me() in (select safeguarding.keepers(community, about)), false) $$;

create function safeguarding.report_thing(
  community bigint, kind text, thing bigint, title text, shown text, shown_language text, whose bigint[],
  reason text, said text, said_language text, at timestamptz
) returns table (opened bigint, kept boolean) language plpgsql security definer set search_path = ''
  as $$
    declare
      me bigint := platform.me();
      found_case bigint;
    begin
      if not exists (select from community.membership m where m.community_id = community and m.person_id = me) then
        raise exception 'Only who belongs reports' using errcode = 'insufficient_privilege';
      end if;
      insert into safeguarding.safety_case as c
        (community_id, subject_kind, subject_id, title, words, language, about, opened_at)
        values (community, kind, thing, title, shown, shown_language, whose, at)
        on conflict (community_id, subject_kind, subject_id) where closed_at is null do update set title = c.title
        returning c.id into found_case;
      insert into safeguarding.report (case_id, reporter_id, reason, words, language, at)
        values (found_case, me, reason, said, said_language, at)
        on conflict (case_id, reporter_id) do update
          set reason = excluded.reason, words = excluded.words, language = excluded.language, at = excluded.at;
      insert into safeguarding.own_hiding (person_id, subject_kind, subject_id) values (me, kind, thing)
        on conflict do nothing;
      if reason in ('danger', 'identity') then
        insert into safeguarding.hiding (subject_kind, subject_id, community_id, hidden_for)
          values (kind, thing, community, 'students') on conflict do nothing;
      end if;
      return query select found_case, exists (select from safeguarding.safety_case c,
        safeguarding.keepers(c.community_id, c.about) where c.id = found_case);
    end
  $$;

-- The list tells when and why, and nothing of what was said or by whom.
create function safeguarding.cases_of(community bigint)
  returns table (id bigint, opened_at timestamptz, closed_at timestamptz, reasons text[], hidden_for text)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, c.opened_at, c.closed_at,
      (select array_agg(distinct r.reason order by r.reason) from safeguarding.report r where r.case_id = c.id),
      (select h.hidden_for from safeguarding.hiding h where h.subject_kind = c.subject_kind and h.subject_id = c.subject_id)
    from safeguarding.safety_case c
    where c.community_id = community and safeguarding.keeps(c.community_id, c.about)
    order by c.closed_at is not null, c.id desc limit 200
  $$;

-- One case, whole. Who is given it stands in the log in the same breath.
create function safeguarding.open_case(community bigint, wanted bigint, at timestamptz) returns jsonb
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      c safeguarding.safety_case;
    begin
      select * into c from safeguarding.safety_case s where s.id = wanted and s.community_id = community;
      if not found or not safeguarding.keeps(c.community_id, c.about) then return null; end if;
      insert into safeguarding.look (case_id, person_id, what, at) values (c.id, platform.me(), 'looked', at);
      return jsonb_build_object(
        'id', c.id, 'kind', c.subject_kind, 'thing', c.subject_id, 'title', c.title, 'words', c.words,
        'language', c.language, 'opened_at', c.opened_at, 'closed_at', c.closed_at,
        'about', (select coalesce(jsonb_agg(p.name order by p.id), '[]') from people.person p where p.id = any (c.about)),
        'hidden_for', (select h.hidden_for from safeguarding.hiding h
          where h.subject_kind = c.subject_kind and h.subject_id = c.subject_id),
        'reports', (select coalesce(jsonb_agg(jsonb_build_object('reporter', p.name, 'reason', r.reason,
            'words', r.words, 'language', r.language, 'at', r.at) order by r.id), '[]')
          from safeguarding.report r left join people.person p on p.id = r.reporter_id where r.case_id = c.id),
        'log', (select coalesce(jsonb_agg(jsonb_build_object('person', p.name, 'what', l.what, 'words', l.words,
            'at', l.at) order by l.id desc), '[]')
          from (select * from safeguarding.look l where l.case_id = c.id order by l.id desc limit 200) l
          left join people.person p on p.id = l.person_id));
    end
  $$;

-- What a lead does about a case: a note, hiding it for everybody, showing it again, or the end of it.
create function safeguarding.act_on_case(community bigint, wanted bigint, act text, said text, at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      c safeguarding.safety_case;
    begin
      select * into c from safeguarding.safety_case s where s.id = wanted and s.community_id = community for update;
      if not found or not safeguarding.keeps(c.community_id, c.about) then return null; end if;
      if c.closed_at is not null and act = 'closed' then return false; end if;
      if act = 'hidden' then
        insert into safeguarding.hiding as h (subject_kind, subject_id, community_id, hidden_for)
          values (c.subject_kind, c.subject_id, c.community_id, 'everybody')
          on conflict (subject_kind, subject_id) do update set hidden_for = 'everybody';
      elsif act = 'shown' then
        delete from safeguarding.hiding h where h.subject_kind = c.subject_kind and h.subject_id = c.subject_id;
      elsif act = 'closed' then
        update safeguarding.safety_case s set closed_at = at where s.id = c.id;
      elsif act <> 'noted' then
        raise exception 'Nothing that is done about a case' using errcode = 'check_violation';
      end if;
      insert into safeguarding.look (case_id, person_id, what, words, at) values (c.id, platform.me(), act, said, at);
      return true;
    end
  $$;

-- Who looked at what the asking person gave into these hands: their own requests for help, and what they reported.
create function safeguarding.looked_at_mine()
  returns table (given text, person text, at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    (select 'help', p.name, a.read_at from safeguarding.help h join safeguarding.help_adult a on a.help_id = h.id
      join people.person p on p.id = a.person_id where h.author_id = platform.me() and a.read_at is not null)
    union all
    (select 'report', p.name, l.at from safeguarding.report r join safeguarding.look l on l.case_id = r.case_id
      join people.person p on p.id = l.person_id where r.reporter_id = platform.me() and l.what = 'looked' and l.at >= r.at)
    order by 3 desc limit 100
  $$;

revoke all on all functions in schema safeguarding from public;
grant execute on function safeguarding.is_student(bigint, bigint), safeguarding.leads(bigint, bigint),
  safeguarding.looks_after(bigint, bigint), safeguarding.my_help(bigint), safeguarding.asked_me(bigint),
  safeguarding.may_be_asked(bigint, bigint), safeguarding.hidden_from_me(text), safeguarding.keeps(bigint, bigint[]),
  safeguarding.report_thing(bigint, text, bigint, text, text, text, bigint[], text, text, text, timestamptz),
  safeguarding.cases_of(bigint), safeguarding.open_case(bigint, bigint, timestamptz),
  safeguarding.act_on_case(bigint, bigint, text, text, timestamptz), safeguarding.looked_at_mine() to ciranda_app;

-- Hiding works wherever things are read: pages, counts, search, letters, programs.
create policy not_hidden on dialogue.contribution as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('contribution'))::bigint[]));
create policy not_hidden on dialogue.earlier_words as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not contribution_id = any ((select safeguarding.hidden_from_me('contribution'))::bigint[]));
create policy not_hidden on challenge.challenge as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('challenge'))::bigint[]));
create policy not_hidden on challenge.wording as restrictive for select to ciranda_app using (
  not challenge_id = any ((select safeguarding.hidden_from_me('challenge'))::bigint[]));
