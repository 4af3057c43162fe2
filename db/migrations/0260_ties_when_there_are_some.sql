-- What hangs on a contribution (a quote, what was learned, an answer, who read it), found only where there is something: a
-- statement begins and ends every plan in it for each page, also those it never goes into; a function's plan waits until
-- it is called. They run as whoever asks, behind the same policies; `me` and `reach` are the first wall, as the statement
-- has it. Each answers for one contribution that the statement has found.

create function dialogue.quote_in(contribution bigint, me bigint, reach text[]) returns json
  language plpgsql stable parallel safe
  as $$ begin
    return (select json_build_object('id', q.id, 'author', n.name, 'words', u.words, 'language', q.language,
        'edited', q.version <> u.quoted_version, 'note', q.note)
      from dialogue.quote u
      join dialogue.contribution q on q.id = u.quoted_id and q.withdrawn_at is null and (q.audience::text = any (reach) or q.author_id = me or (q.author_id = 0 and exists (
          select from dialogue.nameless_author mine where mine.contribution_id = q.id and mine.author_id = me)))
      left join people.named n on n.id = q.author_id
      where u.contribution_id = quote_in.contribution);
  end $$;

create function dialogue.learned_in(contribution bigint, me bigint, reach text[]) returns json
  language plpgsql stable parallel safe
  as $$ begin
    return (select json_build_object('kind', l.source_kind, 'id', l.source_id, 'author', n.name)
      from dialogue.learned l
      left join dialogue.contribution s on l.source_kind = 'contribution' and s.id = l.source_id and s.withdrawn_at is null
        and (s.audience::text = any (reach) or s.author_id = me or (s.author_id = 0 and exists (
          select from dialogue.nameless_author mine where mine.contribution_id = s.id and mine.author_id = me)))
      left join people.named n on n.id = s.author_id
      where l.contribution_id = learned_in.contribution and (l.source_kind <> 'contribution' or s.id is not null));
  end $$;

create function dialogue.learners_from(contribution bigint, me bigint, reach text[]) returns json
  language plpgsql stable parallel safe
  as $$ begin
    return (select json_agg(json_build_object('id', k.id, 'name', n.name) order by k.id)
      from dialogue.learned l
      join dialogue.contribution k on k.id = l.contribution_id and k.withdrawn_at is null
        and (k.audience::text = any (reach) or k.author_id = me or (k.author_id = 0 and exists (
          select from dialogue.nameless_author mine where mine.contribution_id = k.id and mine.author_id = me)))
      left join people.named n on n.id = k.author_id
      where l.source_kind = 'contribution' and l.source_id = learners_from.contribution);
  end $$;

create function dialogue.answer_to(contribution bigint, me bigint, reach text[]) returns json
  language plpgsql stable parallel safe
  as $$ begin
    return (select json_build_object('id', a.id, 'name', n.name)
      from dialogue.resolved r
      join dialogue.contribution a on a.id = r.answer_id and a.withdrawn_at is null and (a.audience::text = any (reach) or a.author_id = me or (a.author_id = 0 and exists (
          select from dialogue.nameless_author mine where mine.contribution_id = a.id and mine.author_id = me)))
      left join people.named n on n.id = a.author_id
      where r.contribution_id = answer_to.contribution);
  end $$;

-- Who told the author of something that they read it, by name where it may be known.
create function dialogue.readers_of(contribution bigint, author bigint) returns text[]
  language plpgsql stable parallel safe
  as $$ begin
    return (select array_agg(n.name order by lower(n.name), told.reader_id)
      from dialogue.reading told left join people.named n on n.id = told.reader_id
      where told.subject_kind = 'contribution' and told.subject_id = readers_of.contribution
        and told.author_id = readers_of.author);
  end $$;

create function people.name_of(person bigint) returns text language plpgsql stable parallel safe
  as $$ begin
    return (select n.name from people.named n where n.id = person);
  end $$;
