-- What people of a community share: links and files, each with who may see it. The schema is shared with needs and offers.
create schema if not exists exchange;
grant usage on schema exchange to ciranda_app;

create table exchange.thing (
  id bigint generated always as identity primary key,
  community_id bigint not null,
  author_id bigint not null,
  audience platform.audience not null,
  kind text not null check (kind in ('link', 'file', 'picture')),
  title text not null check (length(title) between 1 and 120),
  -- Why it helps, in a line.
  why text not null check (length(why) between 1 and 300),
  language text not null,
  -- Of a link.
  address text check (address ~ '^https://' and length(address) <= 2000),
  -- Of a file: by which key its bytes are found, what they are; what its name was is nowhere.
  file_key text unique check (file_key ~ '^[A-Za-z0-9_-]{32}$'),
  file_kind text,
  bytes int check (bytes > 0),
  -- Of a picture: what can be seen, for whoever does not see it.
  alt text check (length(alt) between 1 and 500),
  width int,
  height int,
  shared_at timestamptz not null,
  -- A student's: heard by the adults alone until one of them has looked.
  waits boolean not null default false,
  opened_by bigint,
  -- Taken down by whoever facilitates: what it was is gone, why stands there for its owner.
  taken_down_at timestamptz,
  taken_down_by bigint,
  reason text check (length(reason) between 1 and 300),
  reason_language text,
  check ((taken_down_at is null) = (reason is null)),
  check (taken_down_at is null or (address is null and file_key is null and alt is null)),
  check (taken_down_at is not null or (kind = 'link') = (address is not null)),
  check (taken_down_at is not null or (kind <> 'link') = (file_key is not null)),
  check ((file_key is null) = (file_kind is null) and (file_key is null) = (bytes is null)),
  check (taken_down_at is not null or (kind = 'picture') = (alt is not null)),
  -- Whoever leaves takes along what they shared; a sweep erases its bytes.
  foreign key (community_id, author_id) references community.membership (community_id, person_id) on delete cascade
);
create index thing_newest on exchange.thing (community_id, id desc);
create index thing_by_member on exchange.thing (community_id, author_id);
create index thing_waiting on exchange.thing (community_id) where waits;

alter table exchange.thing enable row level security;
grant select, insert, delete on exchange.thing to ciranda_app;
grant update (audience, waits, opened_by, address, file_key, file_kind, bytes, alt, width, height, taken_down_at,
  taken_down_by, reason, reason_language) on exchange.thing to ciranda_app;
create policy heard on exchange.thing for select to ciranda_app using (
  author_id = (select platform.me())
  or case when waits then 'adults:' || community_id else audience::text end = any ((select platform.reach())::text[]));
create policy share on exchange.thing for insert to ciranda_app with check (
  author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[])
  and audience in ('community:' || community_id, 'facilitators:' || community_id));
create policy tend on exchange.thing for update to ciranda_app
  using (author_id = (select platform.me())) with check (author_id = (select platform.me()));
create policy look_after on exchange.thing for update to ciranda_app
  using ('facilitators:' || community_id = any ((select platform.reach())::text[])
    or 'adults:' || community_id = any ((select platform.reach())::text[]));
create policy take_back on exchange.thing for delete to ciranda_app using (author_id = (select platform.me()));

-- Whoever writes it, by whichever door: what a student shares with everybody waits for one adult's look; nothing grows
-- wider but by that look; and of somebody else's thing nobody changes anything, but opens it or takes it down.
create function exchange.thing_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      new.waits := new.audience::text like 'community:%'
        and community.speaks_as_student(new.author_id, new.community_id);
      return new;
    end if;
    -- Jobs and erasure come as the owner, and are nobody.
    if platform.me() is null then
      return new;
    end if;
    if new.audience <> old.audience and new.audience::text not like 'facilitators:%' then
      raise exception 'What was shared narrowly is never made wider' using errcode = 'check_violation';
    end if;
    if new.audience <> old.audience then
      new.waits := false;
    end if;
    if old.taken_down_at is not null then
      raise exception 'What was taken down stays so' using errcode = 'check_violation';
    end if;
    if new.taken_down_at is null and (new.address, new.file_key, new.alt)
      is distinct from (old.address, old.file_key, old.alt) then
      raise exception 'What was shared is not changed' using errcode = 'check_violation';
    end if;
    if new.waits <> old.waits and new.audience = old.audience and new.taken_down_at is null
      and not (old.waits and platform.me() is distinct from old.author_id
        and 'adults:' || old.community_id = any (platform.reach())) then
      raise exception 'An adult opens it who has not shared it' using errcode = 'check_violation';
    end if;
    if new.taken_down_at is not null then
      new.waits := false;
      if not 'facilitators:' || old.community_id = any (platform.reach()) then
        raise exception 'Whoever facilitates takes it down' using errcode = 'check_violation';
      end if;
    end if;
    if platform.me() <> old.author_id and new.audience <> old.audience
      and new.taken_down_at is null then
      raise exception 'Its owner says who sees it' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger thing_holds before insert or update on exchange.thing
  for each row execute function exchange.thing_holds();
