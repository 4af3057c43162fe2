-- Calls that a process has counted by itself are put together with what others counted, some at a time; for the house alone.
create function platform.take_many(keys text[], counts int[], seconds int, at timestamptz)
  returns table (key text, since timestamptz, count int)
  language sql volatile security definer set search_path = ''
  as $$
    insert into platform.tries as t (key, since, count)
      -- In one order, so that two processes never wait for each other crosswise.
      select own.key, at, own.count from unnest(keys, counts) own (key, count) order by own.key
    on conflict (key) do update set
      count = case when t.since <= at - make_interval(secs => seconds) then excluded.count else t.count + excluded.count end,
      since = case when t.since <= at - make_interval(secs => seconds) then at else t.since end
    returning t.key, t.since, t.count
  $$;
revoke all on function platform.take_many(text[], int[], int, timestamptz) from public;
