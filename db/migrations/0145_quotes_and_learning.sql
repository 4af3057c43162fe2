-- What is said in which way, what it quotes, and from what it was learned: ties between words, which go when words go.
alter table dialogue.contribution
  -- An open list: which ways there are, a rule says. How it was given (by voice, as a drawing) is another matter.
  add column manner text not null default 'said' check (manner ~ '^[a-z]{1,20}$');
grant update (manner) on dialogue.contribution to ciranda_app;

-- Whether the asking person hears words that stand. A policy may not read another walled table, so functions do.
create function dialogue.hears_words(contribution bigint) returns boolean language plpgsql stable security definer set search_path = ''
  as $$ begin
    return exists (select from dialogue.contribution c
      where c.id = contribution and c.withdrawn_at is null
        and (c.author_id = platform.me()
          or (c.audience = any (platform.reach()) and not c.id = any ((select safeguarding.hidden_from_me('contribution'))::bigint[]))
          or (c.author_id = 0 and dialogue.is_mine(c.id))));
  end $$;
create function dialogue.spoke(contribution bigint) returns boolean language plpgsql stable security definer set search_path = ''
  as $$ begin
    return exists (select from dialogue.contribution c
      where c.id = contribution and (c.author_id = platform.me() or (c.author_id = 0 and dialogue.is_mine(c.id))));
  end $$;
revoke all on function dialogue.hears_words(bigint), dialogue.spoke(bigint) from public;
grant execute on function dialogue.hears_words(bigint), dialogue.spoke(bigint) to ciranda_app;

-- Words of one contribution inside another; shown to those who hear both.
create table dialogue.quote (
  contribution_id bigint primary key references dialogue.contribution (id) on delete cascade,
  quoted_id bigint not null references dialogue.contribution (id) on delete cascade,
  -- Which words they were: when these have changed since, the quote says so.
  quoted_version int not null,
  words text not null check (length(words) between 1 and 4000),
  check (quoted_id <> contribution_id)
);
create index quote_of on dialogue.quote (quoted_id);
alter table dialogue.quote enable row level security;
grant select, insert on dialogue.quote to ciranda_app;
create policy heard on dialogue.quote for select to ciranda_app
  using (dialogue.hears_words(contribution_id) and dialogue.hears_words(quoted_id));
create policy quote on dialogue.quote for insert to ciranda_app
  with check (dialogue.spoke(contribution_id) and dialogue.hears_words(quoted_id));

-- Never heard wider than what it quotes, in the same conversation, and never words that wait for a look.
create function dialogue.keep_quote() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if not exists (
      select from dialogue.contribution c join dialogue.contribution q on q.id = new.quoted_id
      where c.id = new.contribution_id and c.thread_id = q.thread_id and q.withdrawn_at is null and q.opens_to is null
        and q.version = new.quoted_version
        and (coalesce(c.opens_to, c.audience) = q.audience
          or dialogue.width(coalesce(c.opens_to, c.audience)) < dialogue.width(q.audience))
    ) then
      raise exception 'A quote is never heard wider than what it quotes' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger keep_quote before insert on dialogue.quote for each row execute function dialogue.keep_quote();

-- “I learned this from …”: the paths that ideas take. The source is another contribution, or anything with a name and an address.
create table dialogue.learned (
  contribution_id bigint primary key references dialogue.contribution (id) on delete cascade,
  source_kind text not null check (source_kind ~ '^[a-z][a-z-]{0,39}$'),
  source_id bigint not null check (source_id > 0),
  learned_at timestamptz not null,
  check (source_kind <> 'contribution' or source_id <> contribution_id)
);
create index learned_from on dialogue.learned (source_kind, source_id);
alter table dialogue.learned enable row level security;
grant select, insert on dialogue.learned to ciranda_app;
create policy heard on dialogue.learned for select to ciranda_app
  using (dialogue.hears_words(contribution_id) and (source_kind <> 'contribution' or dialogue.hears_words(source_id)));
create policy learn on dialogue.learned for insert to ciranda_app
  with check (dialogue.spoke(contribution_id) and (source_kind <> 'contribution' or dialogue.hears_words(source_id)));

-- Words that go take along what was made of them, whichever way they go.
create function dialogue.untie() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    delete from dialogue.quote where old.id in (quoted_id, contribution_id);
    delete from dialogue.learned
      where contribution_id = old.id or (source_kind = 'contribution' and source_id = old.id);
    return null;
  end $$;
create trigger untie_withdrawn after update of withdrawn_at on dialogue.contribution
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function dialogue.untie();
create trigger untie_deleted after delete on dialogue.contribution
  for each row execute function dialogue.untie();
