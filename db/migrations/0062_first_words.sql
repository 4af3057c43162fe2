-- The first thing that a person ever said in a community, so that first words nobody answered are found at once.
create index contribution_first on dialogue.contribution (community_id, author_id, said_at, id)
  where withdrawn_at is null;
