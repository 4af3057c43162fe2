-- Dialogue: threads, what people say in them, earlier words, and “I read this”, which only its author sees.
create schema dialogue;
grant usage on schema dialogue to ciranda_app;

create function dialogue.width(audience text) returns int language sql immutable parallel safe
  as $$
    select case split_part(audience, ':', 1)
      when 'me' then 0 when 'facilitators' then 1 when 'group' then 1 when 'community' then 2
      when 'school' then 3 when 'network' then 4 else 5 end
  $$;

create table dialogue.thread (
  id bigint generated always as identity primary key,
  community_id bigint not null,
  -- What it hangs on, opaque here. An open thread hangs on nothing and has a title instead.
  subject_kind text,
  subject_id bigint,
  title text check (length(title) between 1 and 300),
  language text not null check (length(language) between 2 and 35),
  author_id bigint not null,
  audience platform.audience not null,
  -- Where it comes from, when it came with an archive: the second import finds it again.
  source_key text check (length(source_key) between 1 and 200),
  begun_at timestamptz not null,
  check ((subject_kind is null) = (subject_id is null)),
  check (subject_kind is not null or title is not null),
  unique (subject_kind, subject_id),
  unique (community_id, source_key)
);
create index thread_open on dialogue.thread (community_id, begun_at desc, id desc) where subject_kind is null;
alter table dialogue.thread enable row level security;
grant select, insert, update (audience) on dialogue.thread to ciranda_app;
create policy heard on dialogue.thread for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy open_one on dialogue.thread for insert to ciranda_app
  with check (author_id = (select platform.me()) and 'community:' || community_id = any ((select platform.reach())::text[]));
create policy move on dialogue.thread for update to ciranda_app
  using (author_id = (select platform.me()) or 'facilitators:' || community_id = any ((select platform.reach())::text[]));

create table dialogue.contribution (
  id bigint generated always as identity primary key,
  thread_id bigint not null references dialogue.thread (id) on delete cascade,
  -- The thread's; here too, so that writers find their own words when the thread is out of their reach.
  community_id bigint not null,
  reply_to bigint references dialogue.contribution (id) on delete set null,
  -- Answers stand below what they answer: one order for everybody, and pages are slices of it.
  root_id bigint not null generated always as (coalesce(reply_to, id)) stored,
  place_at timestamptz not null,
  author_id bigint not null,
  audience platform.audience not null,
  language text not null check (length(language) between 2 and 35),
  text text not null check (length(text) <= 60000),
  html text not null,
  version int not null default 1,
  source_key text check (length(source_key) between 1 and 200),
  said_at timestamptz not null,
  edited_at timestamptz,
  withdrawn_at timestamptz,
  check (case when withdrawn_at is null then text <> '' else text = '' and html = '' end),
  unique (id, audience),
  unique (thread_id, source_key)
);
create index contribution_in_order on dialogue.contribution (thread_id, place_at, root_id, id);
create index contribution_by_author on dialogue.contribution (author_id, said_at desc, id desc);
create index contribution_latest on dialogue.contribution (community_id, said_at desc, id desc);
create index contribution_replies on dialogue.contribution (reply_to) where reply_to is not null;
alter table dialogue.contribution enable row level security;
grant select, insert, delete, update (audience, language, text, html, version, edited_at, withdrawn_at)
  on dialogue.contribution to ciranda_app;
create policy heard on dialogue.contribution for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy say on dialogue.contribution for insert to ciranda_app with check (author_id = (select platform.me()));
create policy own on dialogue.contribution for update to ciranda_app using (author_id = (select platform.me()));
create policy take_back on dialogue.contribution for delete to ciranda_app
  using (author_id = (select platform.me()) and withdrawn_at is null);

-- In the thread's community, never wider than the thread, never wider than before. The lock keeps a thread from narrowing in between.
create function dialogue.keep_narrow() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      heard record;
    begin
      select t.audience, t.community_id into heard from dialogue.thread t where t.id = new.thread_id for share;
      new.community_id := heard.community_id;
      if new.audience not in (heard.audience, 'me:' || new.author_id)
        and not (new.audience = 'facilitators:' || heard.community_id and dialogue.width(heard.audience) > 1)
        and not (new.audience = 'community:' || heard.community_id and dialogue.width(heard.audience) > 2) then
        raise exception 'A contribution is never heard wider than its thread' using errcode = 'check_violation';
      end if;
      if tg_op = 'UPDATE' and dialogue.width(new.audience) > dialogue.width(old.audience) then
        raise exception 'What was said narrowly is never made wider' using errcode = 'check_violation';
      end if;
      return new;
    end
  $$;
create trigger keep_narrow before insert or update of audience on dialogue.contribution
  for each row execute function dialogue.keep_narrow();

-- One who was not in the thread cannot speak in it: a policy may not read another walled table, so a function does.
create function dialogue.hears_thread(thread bigint) returns boolean language sql stable security definer set search_path = ''
  as $$
    select exists (select 1 from dialogue.thread t where t.id = thread
      and (t.audience = any (platform.reach()) or t.author_id = platform.me())
      and 'community:' || t.community_id = any (platform.reach()))
  $$;
revoke all on function dialogue.hears_thread(bigint) from public;
grant execute on function dialogue.hears_thread(bigint) to ciranda_app;
create policy in_the_room on dialogue.contribution as restrictive for insert to ciranda_app
  with check (dialogue.hears_thread(thread_id));

-- After a thread became narrower, so is all that was said in it. Safe for anyone to call: it only narrows.
create function dialogue.narrow_to_thread(thread bigint) returns void language sql security definer set search_path = ''
  as $$
    update dialogue.contribution c set audience = t.audience from dialogue.thread t
    where t.id = thread and c.thread_id = t.id and dialogue.width(c.audience) > dialogue.width(t.audience)
  $$;
revoke all on function dialogue.narrow_to_thread(bigint) from public;
grant execute on function dialogue.narrow_to_thread(bigint) to ciranda_app;

-- The words before an edit. The key carries the audience along: who hears the contribution hears its history.
create table dialogue.earlier_words (
  contribution_id bigint not null,
  version int not null,
  author_id bigint not null,
  audience platform.audience not null,
  language text not null,
  text text not null,
  said_at timestamptz not null,
  primary key (contribution_id, version),
  foreign key (contribution_id, audience) references dialogue.contribution (id, audience)
    on update cascade on delete cascade
);
alter table dialogue.earlier_words enable row level security;
grant select, insert, delete on dialogue.earlier_words to ciranda_app;
create policy heard on dialogue.earlier_words for select to ciranda_app
  using (audience = any ((select platform.reach())::text[]) or author_id = (select platform.me()));
create policy keep on dialogue.earlier_words for insert to ciranda_app with check (author_id = (select platform.me()));
create policy erase on dialogue.earlier_words for delete to ciranda_app using (author_id = (select platform.me()));

-- “I read this”: by name, for the author alone. No time stands here, for nobody sees when you read; no fact is recorded.
create table dialogue.reading (
  subject_kind text not null,
  subject_id bigint not null,
  author_id bigint not null,
  reader_id bigint not null,
  primary key (subject_kind, subject_id, reader_id),
  check (author_id <> reader_id)
);
create index reading_by_author on dialogue.reading (author_id, subject_kind, subject_id);
alter table dialogue.reading enable row level security;
grant select, insert, delete on dialogue.reading to ciranda_app;
create policy the_two on dialogue.reading for select to ciranda_app
  using (reader_id = (select platform.me()) or author_id = (select platform.me()));
create policy tell on dialogue.reading for insert to ciranda_app with check (reader_id = (select platform.me()));
create policy untell on dialogue.reading for delete to ciranda_app
  using (reader_id = (select platform.me()) or author_id = (select platform.me()));
