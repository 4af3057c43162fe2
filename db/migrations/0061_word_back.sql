-- You said, we did: when a try-out ends or a question is answered for now, everyone whose words began it is told what
-- came of it. What ended before this stands here is over: nobody waits for a word on it.
create table challenge.ending (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  asker_id bigint,
  audience platform.audience not null,
  -- Whoever looks after the word: the try-out's owner, or who wrote the answer.
  owner_id bigint,
  tryout_id bigint unique references challenge.tryout (id) on delete cascade,
  outcome_id bigint unique references challenge.outcome (id) on delete cascade,
  -- The line for everyone, heard as widely as the question.
  words text check (length(words) between 1 and 400),
  language text,
  told_by bigint,
  told_at timestamptz,
  at timestamptz not null,
  constraint one_thing_ended check ((tryout_id is null) <> (outcome_id is null)),
  constraint told_whole check (num_nulls(words, language, told_at) in (0, 3))
);
create index ending_by_challenge on challenge.ending (challenge_id, id);
create index ending_told on challenge.ending (community_id, told_at desc, id desc) where told_at is not null;
alter table challenge.ending enable row level security;
grant select, insert, update (audience, words, language, told_by, told_at) on challenge.ending to ciranda_app;
create policy heard on challenge.ending for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or (select platform.me()) in (author_id, asker_id));
create policy say on challenge.ending for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || asker_id));
create policy tend on challenge.ending for update to ciranda_app
  using ((select platform.me()) in (owner_id, asker_id)
    or 'facilitators:' || community_id = any ((select platform.reach())::text[]))
  with check (audience in ('community:' || community_id, 'facilitators:' || community_id, 'me:' || asker_id));

-- One person, one word: waiting until it is told. Read by the facilitators, by whoever writes it, and once it is told by
-- the person it is for.
create table challenge.word_back (
  id bigint generated always as identity primary key,
  ending_id bigint not null references challenge.ending (id) on delete cascade,
  challenge_id bigint not null references challenge.challenge (id) on delete cascade,
  community_id bigint not null references community.community (id) on delete cascade,
  author_id bigint,
  audience platform.audience not null,
  person_id bigint not null,
  -- Who besides the facilitators sees that this person waits; nobody when the person spoke to the facilitators alone.
  teller_id bigint,
  -- Whether the name may be shown; not to be shown for who spoke without it.
  named boolean not null default true,
  -- The first of their words that count, so that the person finds it again.
  said_kind text not null,
  said_id bigint not null,
  words text check (length(words) between 1 and 400),
  language text,
  told_by bigint,
  told_at timestamptz,
  unique (ending_id, person_id),
  constraint told_whole check (num_nulls(words, language, told_at) in (0, 3))
);
create index word_back_by_challenge on challenge.word_back (challenge_id);
create index word_back_waiting on challenge.word_back (community_id, ending_id) where told_at is null;
create index word_back_of_person on challenge.word_back (person_id, told_at desc, id desc) where told_at is not null;
alter table challenge.word_back enable row level security;
grant select, insert, update (words, language, told_by, told_at) on challenge.word_back to ciranda_app;
create policy heard on challenge.word_back for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or teller_id = (select platform.me())
    or (person_id = (select platform.me()) and told_at is not null));
create policy say on challenge.word_back for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('facilitators:' || community_id, 'me:' || author_id));
create policy tell on challenge.word_back for update to ciranda_app
  using (told_at is null and (audience = any ((select platform.reach())::text[]) or teller_id = (select platform.me())))
  with check (told_by = (select platform.me()));

-- Who spoke in a thread, whoever could hear it: for what must forget nobody. Nobody calls it but the owner's functions.
create function dialogue.spoken_about(kind text, id bigint)
  returns table (person_id bigint, thing bigint, audience text, at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select c.author_id, c.id, c.audience::text, c.said_at
    from dialogue.thread t join dialogue.contribution c on c.thread_id = t.id
    where t.subject_kind = spoken_about.kind and t.subject_id = spoken_about.id and c.withdrawn_at is null
  $$;
revoke all on function dialogue.spoken_about(text, bigint) from public;

-- Every word on a question: whose, which, for whom, when. Also words that were for fewer ears than those of whoever ends
-- it, so that nobody is forgotten; answered only to who may end it.
create function challenge.words_on(question bigint, trial bigint)
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
    where w.person_id is not null
  $$;
revoke all on function challenge.words_on(bigint, bigint) from public;
grant execute on function challenge.words_on(bigint, bigint) to ciranda_app;

-- When a question is heard by fewer, so is who waits on it; who hears it no longer does not wait any more. What was told
-- to a person stays theirs.
create function challenge.narrow_word_backs(id bigint) returns void language sql security definer set search_path = ''
  as $$
    update challenge.word_back w
    set audience = case when c.audience::text like 'me:%' then c.audience::text else 'facilitators:' || c.community_id end,
      teller_id = case when c.audience::text like 'community:%' or w.teller_id = c.author_id then w.teller_id end
    from challenge.challenge c
    where c.id = narrow_word_backs.id and w.challenge_id = c.id and c.author_id = platform.me();
    delete from challenge.word_back w using challenge.challenge c
    where c.id = narrow_word_backs.id and w.challenge_id = c.id and c.author_id = platform.me()
      and w.told_at is null and w.person_id is distinct from c.author_id
      and (c.audience::text like 'me:%' or c.audience::text like 'facilitators:%' and not exists (
        select from community.membership m
        where m.community_id = c.community_id and m.person_id = w.person_id and m.role = 'facilitator'))
  $$;
revoke all on function challenge.narrow_word_backs(bigint) from public;
grant execute on function challenge.narrow_word_backs(bigint) to ciranda_app;
