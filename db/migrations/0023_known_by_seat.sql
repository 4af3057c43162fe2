-- Whose name one may read is asked of each name by itself: a page names a few people, a big site knows thousands.
grant select on platform.seat to ciranda_app;
alter table platform.seat enable row level security;
create policy within_reach on platform.seat for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]));

drop policy known on people.person;
create policy known on people.person for select to ciranda_app using (
  id = (select platform.me()) or kind = 'placeholder'
  or exists (select from platform.seat s where s.person_id = person.id and s.audience::text like 'community:%')
);
drop function platform.acquaintances();
