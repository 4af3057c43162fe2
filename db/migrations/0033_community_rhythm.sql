-- A community's rhythm: stages the group confirms, quiet asked about once, resting, handing over, closing with a farewell.
alter table community.community
  -- Where a community wakes to, or reopens to.
  add column stage_before text
    check (stage_before in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation')),
  add column stage_since timestamptz,
  -- When somebody last said that the community goes on, woke it or opened it again.
  add column awake_since timestamptz,
  -- When its facilitators were last asked about the quiet.
  add column quiet_asked_at timestamptz;

-- A stage that a facilitator proposes, and whether the group confirmed it. Closing is proposed with its farewell.
create table community.stage_proposal (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  stage text not null
    check (stage in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation', 'closed')),
  why text not null check (length(why) between 1 and 600),
  farewell text check (length(farewell) between 1 and 4000),
  learned text check (length(learned) <= 4000),
  language text not null,
  author_id bigint,
  audience platform.audience not null,
  asked_at timestamptz not null,
  concluded_at timestamptz,
  outcome text check (outcome in ('confirmed', 'not-yet', 'taken-back')),
  check ((concluded_at is null) = (outcome is null)),
  check ((stage = 'closed') = (farewell is not null))
);
create index stage_proposal_by_community on community.stage_proposal (community_id, id);
-- One asking at a time.
create unique index stage_proposal_open on community.stage_proposal (community_id) where outcome is null;
alter table community.stage_proposal enable row level security;
grant select, insert, update (concluded_at, outcome) on community.stage_proposal to ciranda_app;
create policy heard on community.stage_proposal for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]));
create policy propose on community.stage_proposal for insert to ciranda_app with check (
  author_id = (select platform.me()) and audience = 'community:' || community_id
  and 'facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy conclude on community.stage_proposal for update to ciranda_app
  using ('facilitators:' || community_id = any ((select platform.reach())::text[]));

-- “Yes, that is us” or “Not yet”. Whoever leaves takes their answer along.
create table community.stage_answer (
  proposal_id bigint not null references community.stage_proposal (id) on delete cascade,
  community_id bigint not null,
  person_id bigint not null,
  yes boolean not null,
  words text check (length(words) between 1 and 600),
  language text not null,
  at timestamptz not null,
  primary key (proposal_id, person_id),
  foreign key (community_id, person_id) references community.membership (community_id, person_id) on delete cascade
);
create index stage_answer_by_member on community.stage_answer (community_id, person_id);
alter table community.stage_answer enable row level security;
grant select, insert, update (yes, words, language, at) on community.stage_answer to ciranda_app;
create policy heard on community.stage_answer for select to ciranda_app
  using ('community:' || community_id = any ((select platform.reach())::text[]));
create policy answer on community.stage_answer for insert to ciranda_app with check (
  person_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[]));
create policy answer_again on community.stage_answer for update to ciranda_app using (person_id = (select platform.me()));

-- Somebody is asked to become a facilitator in place of who asks.
create table community.handover (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  from_id bigint not null,
  to_id bigint not null check (to_id <> from_id),
  asked_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('accepted', 'declined', 'taken-back')),
  check ((ended_at is null) = (outcome is null))
);
create unique index handover_open on community.handover (community_id, from_id) where outcome is null;
create index handover_by_person on community.handover (to_id);
alter table community.handover enable row level security;
grant select, insert, update (ended_at, outcome) on community.handover to ciranda_app;
create policy theirs on community.handover for select to ciranda_app using (
  from_id = (select platform.me()) or to_id = (select platform.me())
  or 'facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy ask on community.handover for insert to ciranda_app with check (
  from_id = (select platform.me()) and 'facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy answer on community.handover for update to ciranda_app
  using (from_id = (select platform.me()) or to_id = (select platform.me()));

-- What a community did, by its facts: saying, meeting, trying. Coming and going and housekeeping move nothing.
create index fact_by_community on platform.fact (community_id, at) where community_id is not null;
create function community.moves(kind text) returns boolean language sql immutable parallel safe
  as $$ select split_part(kind, '.', 1) not in
    ('community', 'invitation', 'role', 'perspectives', 'stage', 'handover', 'person', 'webhook', 'feed', 'letter') $$;
-- Things that moved, newest first, for whoever belongs; whether one may see such a thing is for its own module to say.
create function community.moved(community bigint, since timestamptz)
  returns table (subject_kind text, subject_id bigint, at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select f.subject_kind, f.subject_id, max(f.at) from platform.fact f
    where 'community:' || community = any ((select platform.reach())::text[])
      and f.community_id = community and f.at > since and community.moves(f.kind)
    group by 1, 2 order by 3 desc limit 60
  $$;
revoke all on function community.moved(bigint, timestamptz) from public;
grant execute on function community.moved(bigint, timestamptz) to ciranda_app;

-- A closed community is only read. Every act writes down its fact, so that here is the one place that keeps it closed;
-- taking back, leaving and opening again stay free. The code reaches the person as a kind sentence.
create function community.stay_closed() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if exists (select from community.community c where c.id = new.community_id and c.stage = 'closed') then
      raise exception using errcode = 'CI001', message = 'closed';
    end if;
    return new;
  end $$;
create trigger stay_closed before insert on platform.fact for each row when (
  new.community_id is not null and current_user = 'ciranda_app'
  and new.kind !~ '(^community\.(left|closed)|\.(withdrawn|taken-back|narrowed|heard-by-others|declined))$'
) execute function community.stay_closed();
