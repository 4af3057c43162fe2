-- Whose words wait for one adult's look: a student's, unless they guide the community. One rule for everything people write.
create function community.speaks_as_student(person bigint, community bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from community.membership m
      where m.community_id = speaks_as_student.community and m.person_id = speaks_as_student.person
        and m.role <> 'facilitator' and 'student' = any (m.perspectives))
  $$;
revoke all on function community.speaks_as_student(bigint, bigint) from public;
grant execute on function community.speaks_as_student(bigint, bigint) to ciranda_app;
