-- What students wrote is not kept for ever, also of those who belong here no more; cases end as the law of the country says.
create table community.left_as_student (
  community_id bigint not null references community.community (id) on delete cascade,
  person_id bigint not null references people.person (id) on delete cascade,
  primary key (community_id, person_id)
);
create index left_as_student_by_person on community.left_as_student (person_id);
alter table community.left_as_student enable row level security;

create function community.note_who_was_a_student() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if 'student' = any (old.perspectives) and old.role <> 'facilitator'
      and exists (select from people.person p where p.id = old.person_id)
      and exists (select from community.community c where c.id = old.community_id) then
      insert into community.left_as_student (community_id, person_id) values (old.community_id, old.person_id)
        on conflict do nothing;
    end if;
    return null;
  end $$;
create trigger note_who_was_a_student after delete or update of role, perspectives on community.membership
  for each row execute function community.note_who_was_a_student();

-- Whether somebody writes, or once wrote, in a community as a student.
create function community.wrote_as_student(person bigint, community bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select community.speaks_as_student(wrote_as_student.person, wrote_as_student.community)
      or exists (select from community.left_as_student l
        where l.community_id = wrote_as_student.community and l.person_id = wrote_as_student.person)
  $$;
revoke all on function community.wrote_as_student(bigint, bigint), community.note_who_was_a_student() from public;

-- Time takes cases that a lead closed, and what hangs on them; it sees when they closed and nothing of what they say.
grant usage on schema safeguarding to ciranda_retention;
grant select (id, closed_at), delete on safeguarding.safety_case to ciranda_retention;
create policy closed_long_ago on safeguarding.safety_case to ciranda_retention using (closed_at is not null);
