-- Cards: people without e-mail come in by a secret on paper, and may add an address later. Secrets are kept as hashes.
alter table people.person add column avatar text check (avatar ~ '^[a-z]{2,20}$');
create or replace view people.named with (security_invoker = true) as
  select id, name, kind, avatar from people.person;

create table people.card (
  id bigint generated always as identity primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  secret_hash bytea not null unique,
  -- Where it leads: the first page of the community that gave it.
  return_to text not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
create unique index card_in_use on people.card (person_id) where ended_at is null;
create index card_by_person on people.card (person_id);

-- An address that a person adds to an account without one; the letter's link proves it.
create table people.address_letter (
  token_hash bytea primary key,
  person_id bigint not null references people.person (id) on delete cascade,
  email text not null check (length(email) between 3 and 254),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index address_letter_by_person on people.address_letter (person_id);

alter table people.session drop constraint session_way_check;
alter table people.session add constraint session_way_check check (way ~ '^[a-z-]{2,30}$');

-- How the asking person comes in: whether by e-mail, and since when by a card.
create function people.my_card() returns table (address boolean, card_since timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from people.account a where a.person_id = platform.me()),
      (select c.made_at from people.card c where c.person_id = platform.me() and c.ended_at is null)
    where platform.me() is not null
  $$;
create function people.end_my_card(at timestamptz) returns void language sql security definer set search_path = ''
  as $$ update people.card set ended_at = at where person_id = platform.me() and ended_at is null $$;
revoke all on function people.my_card(), people.end_my_card(timestamptz) from public;
grant execute on function people.my_card(), people.end_my_card(timestamptz) to ciranda_app;
