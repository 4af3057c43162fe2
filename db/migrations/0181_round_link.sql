-- The link of a round's letter: one person, one round, seven days, one's own turn and nothing else. Only its hash is kept.
create table dialogue.round_link (
  token_hash bytea primary key,
  round_id bigint not null references dialogue.round (id) on delete cascade,
  person_id bigint not null,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index round_link_by_person on dialogue.round_link (person_id);
create index round_link_by_round on dialogue.round_link (round_id);
alter table dialogue.round_link enable row level security;
grant insert on dialogue.round_link to ciranda_app;
create policy mine on dialogue.round_link for insert to ciranda_app
  with check (person_id = (select platform.me()) and dialogue.hears_round(round_id));

create function dialogue.round_link_holder(hash bytea, at timestamptz) returns table (round_id bigint, person_id bigint)
  language sql stable security definer set search_path = ''
  as $$
    select l.round_id, l.person_id from dialogue.round_link l join dialogue.round r on r.id = l.round_id
    where l.token_hash = hash and l.expires_at > at and r.closed_at is null
  $$;
revoke all on function dialogue.round_link_holder(bytea, timestamptz) from public;
grant execute on function dialogue.round_link_holder(bytea, timestamptz) to ciranda_app;
