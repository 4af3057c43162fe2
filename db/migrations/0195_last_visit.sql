-- Where each person was last in a conversation, which they alone know, so that they find what is new to them.
-- A number that grows with everything that others come to hear: said, or opened by an adult's look.
create sequence dialogue.news;
grant usage on sequence dialogue.news to ciranda_app;
alter table dialogue.contribution add column news bigint not null default nextval('dialogue.news');

create function dialogue.heard_anew() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    new.news := nextval('dialogue.news');
    return new;
  end $$;
create trigger heard_anew before update of opens_to on dialogue.contribution
  for each row when (old.opens_to is not null and new.opens_to is null and new.withdrawn_at is null)
  execute function dialogue.heard_anew();

-- Pages are counted and passed over without their words; so is what is newest.
drop index dialogue.contribution_in_order;
create index contribution_in_order on dialogue.contribution (thread_id, place_at, root_id, id)
  include (audience, author_id, news);

create table dialogue.visit (
  thread_id bigint not null references dialogue.thread (id) on delete cascade,
  person_id bigint not null,
  -- The newest that there was to hear, now and when the visit before this one ended.
  seen bigint not null,
  before bigint not null check (before <= seen),
  -- When this visit began: what one finds in it stays new while it lasts.
  began_at timestamptz not null,
  primary key (thread_id, person_id)
);
create index visit_of on dialogue.visit (person_id);
alter table dialogue.visit enable row level security;
grant select, insert, update on dialogue.visit to ciranda_app;
-- Nobody else reads it, whoever they are here.
create policy mine on dialogue.visit to ciranda_app
  using (person_id = (select platform.me())) with check (person_id = (select platform.me()));
