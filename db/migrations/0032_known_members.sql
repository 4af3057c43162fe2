-- Who belongs to the communities one hears, by name. The wall stands in the view itself: asked once for a page instead of
-- once for each name.
create view community.known with (security_barrier = true) as
  select m.community_id, m.person_id, m.perspectives, p.name
  from community.membership m join people.person p on p.id = m.person_id
  where 'community:' || m.community_id = any ((select platform.reach())::text[]);
grant select on community.known to ciranda_app;
