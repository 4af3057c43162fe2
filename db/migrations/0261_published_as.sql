-- Under which number of the library a story stands: a number alone, so that whoever may open the entry finds it from the story.
create function library.published_as(stories bigint[]) returns table (story_id bigint, entry_id bigint)
  language sql stable security definer set search_path = ''
  as $$ select s.id, s.entry_id from library.story s where s.id = any (stories) and s.entry_id is not null $$;
revoke all on function library.published_as(bigint[]) from public;
grant execute on function library.published_as(bigint[]) to ciranda_app;

-- Those who look after the site are told when a webhook pauses. For the house alone.
create function webhook.administrators() returns setof bigint language sql stable security definer set search_path = ''
  as $$ select p.id from people.person p where p.site_role = 'administrator' order by p.id $$;
revoke all on function webhook.administrators() from public;
