-- Whoever writes words down for a student, in a round or a meeting, must know whether they may be heard here; and nothing else of
-- what guardians and the student said.
create or replace function safeguarding.answers_about(person bigint, community bigint) returns jsonb
  language sql stable security definer set search_path = ''
  as $$
    select case
      when answers_about.person = platform.me() or safeguarding.keeps_records(answers_about.community)
        or coalesce('adults:' || answers_about.community = any (platform.reach()), false) then said.answers
      when coalesce('community:' || answers_about.community = any (platform.reach()), false) then said.answers || jsonb_build_object(
        'own', jsonb_path_query_array(said.answers -> 'own', '$[*] ? (@.what == "words" && @.circle == "community")'),
        'guardians',
        jsonb_path_query_array(said.answers -> 'guardians', '$[*] ? (@.what == "words" && @.circle == "community")'))
    end
    from (select safeguarding.all_answers(answers_about.person, answers_about.community) as answers) said
    where community.speaks_as_student(answers_about.person, answers_about.community)
  $$;
