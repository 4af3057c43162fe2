-- How many belong to a community and how many tend it, kept beside its name: “Seen by 208 people” is told on every page.
alter table community.community
  add column members int not null default 0,
  add column facilitators int not null default 0;
update community.community c set (members, facilitators) = (
  select count(*), count(*) filter (where m.role = 'facilitator') from community.membership m where m.community_id = c.id
);

create function community.keep_count() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op in ('UPDATE', 'DELETE') then
      update community.community set members = members - 1,
        facilitators = facilitators - (old.role = 'facilitator')::int where id = old.community_id;
    end if;
    if tg_op in ('INSERT', 'UPDATE') then
      update community.community set members = members + 1,
        facilitators = facilitators + (new.role = 'facilitator')::int where id = new.community_id;
    end if;
    return null;
  end $$;
create trigger keep_count after insert or delete or update of role on community.membership
  for each row execute function community.keep_count();

create or replace view community.place with (security_invoker = true) as
  select id, slug, name, language, invented, open, members, facilitators from community.community;
