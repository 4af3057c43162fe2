-- Readers of facts keep their place, and facts lie in months.

-- Everything up to here has been read, in the order of transactions: the number of a transaction, then that of a fact.
create table platform.fact_reader (
  name text primary key,
  xid xid8 not null,
  fact_id bigint not null
);

-- Makes the tables of the month of `moment` and of some months ahead; answers how many were new. What already lies in
-- the default partition moves along; that one keeps what is older, and catches whatever no month was made for.
create function platform.prepare_fact_months(moment timestamptz, ahead int) returns int
  language plpgsql set search_path = '' set lock_timeout = '3s'
  as $$
  declare
    first timestamp := date_trunc('month', moment at time zone 'UTC');
    begins timestamptz;
    ends timestamptz;
    part text;
    made int := 0;
  begin
    for step in 0..ahead loop
      begins := (first + make_interval(months => step)) at time zone 'UTC';
      ends := (first + make_interval(months => step + 1)) at time zone 'UTC';
      part := 'fact_' || to_char(first + make_interval(months => step), 'YYYY_MM');
      continue when to_regclass('platform.' || part) is not null;
      -- A fact of this month, written meanwhile, waits here for a moment and then finds its table.
      lock table platform.fact_before in access exclusive mode;
      continue when to_regclass('platform.' || part) is not null;
      execute format('create table platform.%I (like platform.fact including defaults including indexes)', part);
      execute format(
        'with moved as (delete from platform.fact_before where at >= %L and at < %L returning *)
         insert into platform.%I select * from moved', begins, ends, part);
      execute format('alter table platform.fact attach partition platform.%I for values from (%L) to (%L)', part, begins, ends);
      made := made + 1;
    end loop;
    return made;
  end $$;
revoke all on function platform.prepare_fact_months(timestamptz, int) from public;

-- Transactions are counted anew in another cluster. After a move of the database, facts that would lie in its future
-- are set before everything, each reader at its first unread one; true when there was something to settle.
create function platform.settle_facts() returns boolean
  language plpgsql set search_path = ''
  as $$
  begin
    -- One statement, hence one snapshot: what it sees lies before its own horizon, unless it comes from elsewhere.
    if not (select exists (select from platform.fact f where f.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      or exists (select from platform.fact_reader r where r.xid > pg_snapshot_xmax(pg_current_snapshot())))
      then return false; end if;
    update platform.fact_reader r set
      fact_id = coalesce(
        (select min(f.id) - 1 from platform.fact f where (f.xid, f.id) > (r.xid, r.fact_id)),
        (select max(f.id) from platform.fact f), 0),
      xid = '0';
    update platform.fact set xid = '0' where xid <> '0';
    return true;
  end $$;
revoke all on function platform.settle_facts() from public;

select platform.prepare_fact_months(now(), 2);
