-- Nobody waits twice on one question: whoever still waits for a word on it is told by that one.
create or replace function challenge.words_on(question bigint, trial bigint)
  returns table (person_id bigint, kind text, thing bigint, tryout_id bigint, audience text, at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    with asked as (
      select c.* from challenge.challenge c
      where c.id = words_on.question and (c.audience = any (platform.reach()) or c.author_id = platform.me()) and (
        c.author_id = platform.me() or 'facilitators:' || c.community_id = any (platform.reach())
        or exists (select from challenge.tryout t
          where t.id = trial and t.challenge_id = words_on.question and t.owner_id = platform.me()))
    )
    select w.* from asked, lateral (
      select asked.author_id, 'challenge', asked.id, null::bigint, asked.audience::text, asked.raised_at
      union all select u.author_id, 'unknown', u.id, null, u.audience::text, u.at
        from challenge.unknown u where u.challenge_id = asked.id
      union all select u.evidence_by, 'unknown', u.id, null, u.audience::text, u.closed_at
        from challenge.unknown u where u.challenge_id = asked.id and u.closed_at is not null
      union all select d.author_id, 'difference', d.id, null, d.audience::text, d.at
        from challenge.difference d where d.challenge_id = asked.id
      union all select t.author_id, 'tryout', t.id, t.id, t.audience::text, t.at
        from challenge.tryout t where t.challenge_id = asked.id
      union all select h.author_id, 'change', h.id, h.tryout_id, h.audience::text, h.at
        from challenge.change h where h.challenge_id = asked.id
      union all select s.author_id, 'sighting', s.id, s.tryout_id, s.audience::text, s.at
        from challenge.sighting s where s.challenge_id = asked.id
      union all select v.person_id, 'contribution', v.thing, null, v.audience, v.at
        from dialogue.spoken_about('challenge', asked.id) v
    ) w (person_id, kind, thing, tryout_id, audience, at)
    where w.person_id is not null and not exists (
      select from challenge.word_back b
      where b.challenge_id = asked.id and b.person_id = w.person_id and b.told_at is null)
  $$;
