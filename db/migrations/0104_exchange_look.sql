-- A student's words are heard by the adults of a community at once, and by everybody else after one adult's look.
alter table exchange.need add column waits boolean not null default false;
alter table exchange.need_answer add column waits boolean not null default false;
create index need_waiting on exchange.need (community_id) where waits;
create index need_answer_waiting on exchange.need_answer (community_id) where waits;

drop policy heard on exchange.need;
create policy heard on exchange.need for select to ciranda_app using (
  author_id = (select platform.me())
  or case when waits then 'adults:' || community_id else audience::text end = any ((select platform.reach())::text[]));
drop policy heard on exchange.need_answer;
create policy heard on exchange.need_answer for select to ciranda_app using (
  author_id = (select platform.me()) or (owner_id = (select platform.me()) and not waits)
  or case when waits then 'adults:' || community_id else audience::text end = any ((select platform.reach())::text[]));

-- Whether words wait, whoever writes them by whichever door. What goes to the facilitators alone is heard by adults.
create function exchange.must_wait(person bigint, community bigint, audience text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select must_wait.audience like 'community:%'
      and community.speaks_as_student(must_wait.person, must_wait.community)
  $$;
revoke all on function exchange.must_wait(bigint, bigint, text) from public;
create function exchange.need_waits() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      new.waits := exchange.must_wait(new.author_id, new.community_id, new.audience);
    elsif new.state = 'withdrawn' then
      new.waits := false;
    elsif new.thanks <> '' and new.thanks <> old.thanks then
      new.waits := exchange.must_wait(new.author_id, new.community_id, new.audience);
    end if;
    return new;
  end $$;
create trigger need_waits before insert or update of state, thanks on exchange.need
  for each row execute function exchange.need_waits();

create or replace function exchange.answer_in_time() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform from exchange.need n where n.id = new.need_id and n.state = 'open' and not n.waits for share;
    if not found then return null; end if;
    -- The press alone says nothing of its own.
    new.waits := new.words <> '' and exchange.must_wait(new.author_id, new.community_id, new.audience);
    return new;
  end $$;
-- Erased words wait for nothing.
create function exchange.answer_erased() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.words = '' then new.waits := false; end if;
    return new;
  end $$;
create trigger answer_erased before update of words on exchange.need_answer
  for each row execute function exchange.answer_erased();

-- The look: one of the adults opens what they see. The rows' own policies let only their authors write.
create function exchange.open_need(need bigint) returns bigint language sql volatile security definer set search_path = ''
  as $$
    update exchange.need n set waits = false
    where n.id = open_need.need and n.waits and n.author_id <> platform.me()
      and 'adults:' || n.community_id = any (platform.reach())
    returning n.id
  $$;
create function exchange.open_answer(answer bigint) returns bigint language sql volatile security definer set search_path = ''
  as $$
    update exchange.need_answer a set waits = false
    where a.id = open_answer.answer and a.waits and a.author_id <> platform.me()
      and 'adults:' || a.community_id = any (platform.reach())
    returning a.id
  $$;
revoke all on function exchange.open_need(bigint), exchange.open_answer(bigint) from public;
grant execute on function exchange.open_need(bigint), exchange.open_answer(bigint) to ciranda_app;
