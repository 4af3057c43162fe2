-- The order of a conversation with who hears what, so that pages are counted and passed over without their words.
drop index dialogue.contribution_in_order;
create index contribution_in_order on dialogue.contribution (thread_id, place_at, root_id, id)
  include (audience, author_id);
