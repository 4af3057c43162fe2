-- Chosen groups: fewer who hear. At least three people; students only beside two vetted adults; nobody comes in later.
create table community.chosen_group (
  id bigint generated always as identity primary key,
  community_id bigint not null references community.community (id) on delete cascade,
  -- The one group that makes itself: everybody but the leaders of a school. It has no name.
  kind text not null default 'chosen' check (kind in ('chosen', 'without-leaders')),
  name text check (length(name) between 1 and 80),
  made_by bigint,
  made_at timestamptz not null,
  -- Nothing more is said to it; what was said stays with those who heard it.
  ended_at timestamptz,
  check ((kind = 'chosen') = (name is not null))
);
create unique index one_without_leaders on community.chosen_group (community_id) where kind = 'without-leaders';
create index chosen_group_by_community on community.chosen_group (community_id);
create table community.group_member (
  group_id bigint not null references community.chosen_group (id) on delete cascade,
  community_id bigint not null,
  person_id bigint not null,
  primary key (group_id, person_id),
  foreign key (community_id, person_id) references community.membership (community_id, person_id) on delete cascade
);
create index group_member_by_person on community.group_member (person_id);
-- Who was left out as a leader stays out: a tick less among one's perspectives opens nothing that was said before.
create table community.left_out (
  community_id bigint not null references community.community (id) on delete cascade,
  person_id bigint not null,
  primary key (community_id, person_id)
);

create function community.in_group(wanted bigint) returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from community.group_member g where g.group_id = wanted and g.person_id = platform.me()) $$;
create function community.group_place(wanted bigint) returns bigint language sql stable security definer set search_path = ''
  as $$ select g.community_id from community.chosen_group g where g.id = wanted $$;
alter table community.chosen_group enable row level security;
alter table community.group_member enable row level security;
alter table community.left_out enable row level security;
grant select, insert, update (ended_at) on community.chosen_group to ciranda_app;
grant select, insert, delete on community.group_member to ciranda_app;
-- Those in it and the facilitators know of a group; whoever was left out of it is not told.
create policy known on community.chosen_group for select to ciranda_app using (
  'group:' || id = any ((select platform.reach())::text[]) or made_by = (select platform.me())
  or (kind = 'chosen' and 'facilitators:' || community_id = any ((select platform.reach())::text[])));
create policy make on community.chosen_group for insert to ciranda_app with check (
  kind = 'chosen' and made_by = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[]));
create policy finish on community.chosen_group for update to ciranda_app using (
  kind = 'chosen' and (made_by = (select platform.me())
    or 'facilitators:' || community_id = any ((select platform.reach())::text[])));
create policy known on community.group_member for select to ciranda_app using (
  'group:' || group_id = any ((select platform.reach())::text[]) or person_id = (select platform.me())
  or community.in_group(group_id) or 'facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy leave on community.group_member for delete to ciranda_app using (person_id = (select platform.me()));

-- People are chosen once, when the group is made, in the very transaction: whoever came later would hear its past.
create function community.fill_group(wanted bigint, people bigint[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      made community.chosen_group;
    begin
      select * into made from community.chosen_group g where g.id = wanted and g.kind = 'chosen'
        and g.made_by = platform.me() and g.xmin = pg_current_xact_id()::xid;
      if not found or exists (select from community.group_member m where m.group_id = wanted) then
        raise exception 'A group is filled once' using errcode = 'insufficient_privilege';
      end if;
      insert into community.group_member (group_id, community_id, person_id)
        select wanted, m.community_id, m.person_id from community.membership m
        where m.community_id = made.community_id and (m.person_id = any (people) or m.person_id = platform.me());
      perform community.keep_group(wanted);
    end
  $$;

-- Who hears a group: those in it while they are three or more, students only while two vetted adults are. The one rule.
create function community.hearing_group(wanted bigint) returns setof bigint
  language sql stable security definer set search_path = ''
  as $$
    with here as (select * from community.chosen_group g where g.id = wanted),
    people as (
      select m.person_id, 'student' = any (m.perspectives) as student,
        exists (select from platform.seat s where s.person_id = m.person_id
          and s.audience = 'adults:' || m.community_id) as adult
      from here join community.membership m on m.community_id = here.community_id
      where case here.kind
        when 'chosen' then exists (select from community.group_member x where x.group_id = here.id and x.person_id = m.person_id)
        else not exists (select from community.left_out o
          where o.community_id = m.community_id and o.person_id = m.person_id) end),
    fit as (select p.person_id from people p where not p.student or (select count(*) from people a where a.adult) >= 2)
    select person_id from fit where (select count(*) from fit) >= 3
  $$;
create function community.keep_group(wanted bigint) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
    begin
      perform from community.chosen_group g where g.id = wanted for update;
      delete from platform.seat s where s.audience = 'group:' || wanted
        and s.person_id not in (select community.hearing_group(wanted));
      insert into platform.seat (person_id, audience)
        select heard, 'group:' || wanted from community.hearing_group(wanted) heard on conflict do nothing;
      if platform.me() is not null then
        perform set_config('ciranda.reach', platform.reach_of(platform.me())::text, true);
      end if;
    end
  $$;

create function community.after_group_member() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform community.keep_group(old.group_id);
    return null;
  end $$;
create trigger keep_group after delete on community.group_member
  for each row execute function community.after_group_member();

create function community.after_membership_for_groups() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      place bigint := coalesce(new.community_id, old.community_id);
      somebody bigint := coalesce(new.person_id, old.person_id);
      one bigint;
    begin
      if tg_op <> 'DELETE' and 'leader' = any (new.perspectives) then
        insert into community.left_out (community_id, person_id) values (place, somebody) on conflict do nothing;
        insert into community.chosen_group (community_id, kind, made_at) values (place, 'without-leaders', now())
          on conflict (community_id) where kind = 'without-leaders' do nothing;
      end if;
      for one in select g.id from community.chosen_group g where g.community_id = place
        and (g.kind = 'without-leaders' or exists (select from community.group_member m
          where m.group_id = g.id and m.person_id = somebody)) order by g.id
      loop
        perform community.keep_group(one);
      end loop;
      return null;
    end
  $$;
-- After those that give and take other seats: triggers go by their names.
create trigger with_groups_keep_seats after insert or delete or update of role, perspectives on community.membership
  for each row execute function community.after_membership_for_groups();

-- A vetted adult more or less decides whether students hear.
create function community.after_adult_seat() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      place bigint := split_part(coalesce(new.audience, old.audience)::text, ':', 2)::bigint;
      somebody bigint := coalesce(new.person_id, old.person_id);
      one bigint;
    begin
      for one in select g.id from community.chosen_group g where g.community_id = place
        and (g.kind = 'without-leaders' or exists (select from community.group_member m
          where m.group_id = g.id and m.person_id = somebody)) order by g.id
      loop
        perform community.keep_group(one);
      end loop;
      return null;
    end
  $$;
create trigger adult_came after insert on platform.seat
  for each row when (new.audience::text like 'adults:%') execute function community.after_adult_seat();
create trigger adult_went after delete on platform.seat
  for each row when (old.audience::text like 'adults:%') execute function community.after_adult_seat();

insert into community.left_out (community_id, person_id)
  select community_id, person_id from community.membership where 'leader' = any (perspectives);
insert into community.chosen_group (community_id, kind, made_at)
  select distinct community_id, 'without-leaders', now() from community.left_out;
select community.keep_group(id) from community.chosen_group;

-- Vetted adults and students among some people of a community, for saying what a group needs before it is made.
create function community.counted(community bigint, people bigint[])
  returns table (people int, students int, adults int)
  language sql stable security definer set search_path = ''
  as $$
    select count(*)::int, (count(*) filter (where 'student' = any (m.perspectives)))::int,
      (count(*) filter (where exists (select from platform.seat s where s.person_id = m.person_id
        and s.audience = 'adults:' || m.community_id)))::int
    from community.membership m
    where m.community_id = counted.community and m.person_id = any (counted.people)
      and 'community:' || counted.community = any (platform.reach())
  $$;

-- What other modules may read: the groups that the asking person hears and that are still spoken to.
create view community.heard_group with (security_barrier = true) as
  select g.id, g.community_id, g.kind, g.name, (select count(*) from platform.seat s where s.audience = 'group:' || g.id)::int as people
  from community.chosen_group g
  where g.ended_at is null and 'group:' || g.id = any ((select platform.reach())::text[]);
grant select on community.heard_group to ciranda_app;

revoke all on function community.in_group(bigint), community.group_place(bigint), community.fill_group(bigint, bigint[]),
  community.hearing_group(bigint), community.keep_group(bigint), community.counted(bigint, bigint[]) from public;
grant execute on function community.in_group(bigint), community.group_place(bigint),
  community.fill_group(bigint, bigint[]), community.counted(bigint, bigint[]) to ciranda_app;
