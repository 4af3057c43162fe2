-- Said without a name: the words stand with nobody's number, and whose they are stands in a table that only they can read.
alter table dialogue.contribution
  -- What may be told beside it: a perspective that at least five held when it was said.
  add column perspective text,
  add constraint perspective_without_name check (perspective is null or author_id = 0),
  -- Nobody writes it down, and it answers no question to a person.
  add constraint without_name_alone check (author_id <> 0 or (written_by is null and ask_id is null));

create table dialogue.nameless_author (
  contribution_id bigint primary key references dialogue.contribution (id) on delete cascade,
  author_id bigint not null check (author_id <> 0)
);
create index nameless_by_author on dialogue.nameless_author (author_id);
alter table dialogue.nameless_author enable row level security;
grant select on dialogue.nameless_author to ciranda_app;
create policy author_only on dialogue.nameless_author for select to ciranda_app using (author_id = (select platform.me()));

-- Whether words without a name are the asking person's. A policy may not read another walled table, so a function does.
create function dialogue.is_mine(contribution bigint) returns boolean language sql stable security definer set search_path = ''
  as $$
    select exists (select from dialogue.nameless_author n
      where n.contribution_id = contribution and n.author_id = platform.me())
  $$;

-- A perspective is told only when nothing tells less: each group it makes, also of those of whom nothing is told, is five or more.
create function dialogue.perspective_of_five(person bigint, community bigint) returns text
  language sql stable security definer set search_path = ''
  as $$
    with held as (
      select m.person_id, h.one, h.place from community.membership m
      cross join lateral unnest(m.perspectives) with ordinality h (one, place)
      where m.community_id = perspective_of_five.community
    ), many as (
      select one from held group by one having count(distinct person_id) >= 5
    ), told as (
      select m.person_id, (select h.one from held h join many on many.one = h.one
        where h.person_id = m.person_id order by h.place limit 1) as one
      from community.membership m where m.community_id = perspective_of_five.community
    )
    select told.one::text from told
    where told.person_id = person
      and not exists (select from told few group by few.one having count(*) < 5)
  $$;

-- The only way to say something without a name: the words and whose they are, in one step, for whoever asks.
create function dialogue.say_without_name(thread bigint, answered bigint, heard_in text, in_language text, words text,
    rendered text, at timestamptz)
  returns table (id bigint, waits boolean) language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      said record;
      place bigint;
    begin
      if platform.me() is null or heard_in like 'me:%' or not dialogue.hears_thread(thread) then
        raise exception 'Only who is in the room speaks in it' using errcode = 'insufficient_privilege';
      end if;
      select t.community_id into place from dialogue.thread t where t.id = thread;
      insert into dialogue.contribution (thread_id, reply_to, place_at, author_id, audience, language, text, html, said_at,
        perspective)
      values (thread, answered, coalesce((select root.place_at from dialogue.contribution root
          where root.id = answered and root.thread_id = thread), at),
        0, heard_in, in_language, words, rendered, at, dialogue.perspective_of_five(platform.me(), place))
      returning contribution.id, contribution.opens_to is not null as waits into said;
      insert into dialogue.nameless_author (contribution_id, author_id) values (said.id, platform.me());
      return query select said.id, said.waits;
    end
  $$;
revoke all on function dialogue.is_mine(bigint), dialogue.perspective_of_five(bigint, bigint),
  dialogue.say_without_name(bigint, bigint, text, text, text, text, timestamptz) from public;
grant execute on function dialogue.is_mine(bigint),
  dialogue.say_without_name(bigint, bigint, text, text, text, text, timestamptz) to ciranda_app;

-- What only an author may do, who wrote without a name may do as well.
create policy own_without_name on dialogue.contribution for select to ciranda_app
  using (author_id = 0 and dialogue.is_mine(id));
create policy change_without_name on dialogue.contribution for update to ciranda_app
  using (author_id = 0 and dialogue.is_mine(id));
create policy take_back_without_name on dialogue.contribution for delete to ciranda_app
  using (author_id = 0 and withdrawn_at is null and dialogue.is_mine(id));
create policy own_without_name on dialogue.earlier_words for select to ciranda_app
  using (author_id = 0 and dialogue.is_mine(contribution_id));
create policy keep_without_name on dialogue.earlier_words for insert to ciranda_app
  with check (author_id = 0 and dialogue.is_mine(contribution_id));
create policy erase_without_name on dialogue.earlier_words for delete to ciranda_app
  using (author_id = 0 and dialogue.is_mine(contribution_id));
create policy told_without_name on dialogue.reading for select to ciranda_app
  using (author_id = 0 and subject_kind = 'contribution' and dialogue.is_mine(subject_id));
create policy untell_without_name on dialogue.reading for delete to ciranda_app
  using (author_id = 0 and subject_kind = 'contribution' and dialogue.is_mine(subject_id));
create policy concerned_without_name on dialogue.look_question for select to ciranda_app
  using (author_id = 0 and dialogue.is_mine(contribution_id));
create policy answer_without_name on dialogue.look_question for update to ciranda_app
  using (author_id = 0 and dialogue.is_mine(contribution_id));

-- Its author sees it still, also when it was reported.
drop policy not_hidden on dialogue.contribution;
create policy not_hidden on dialogue.contribution as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('contribution'))::bigint[])
  or (author_id = 0 and dialogue.is_mine(id)));
drop policy not_hidden on dialogue.earlier_words;
create policy not_hidden on dialogue.earlier_words as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not contribution_id = any ((select safeguarding.hidden_from_me('contribution'))::bigint[])
  or (author_id = 0 and dialogue.is_mine(contribution_id)));

-- A student's words wait for a look also without a name: only their author says and changes them, and that is who asks.
create or replace function dialogue.wait_for_a_look() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      speaker bigint := case when new.author_id = 0 then platform.me() else new.author_id end;
    begin
    if tg_op = 'UPDATE' and (new.withdrawn_at is not null or new.text = old.text) then
      return new;
    end if;
    if dialogue.width(new.audience) > 1 and community.speaks_as_student(speaker, new.community_id) then
      -- Whoever of the adults wrote it down for the student has looked.
      if new.written_by is not null and exists (select from platform.seat s
        where s.person_id = new.written_by and s.audience = 'adults:' || new.community_id) then
        new.opened_by := new.written_by;
        return new;
      end if;
      new.opens_to := new.audience;
      new.audience := 'adults:' || new.community_id;
    end if;
    if new.opens_to is not null then
      new.waits_since := coalesce(new.edited_at, new.said_at);
      new.called_at := null;
      new.opened_by := null;
    end if;
    return new;
  end $$;

-- What comes back to those whose words began something would say who they are: it forgets who did not want to be known.
create or replace function dialogue.spoken_about(kind text, id bigint)
  returns table (person_id bigint, thing bigint, audience text, at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select c.author_id, c.id, c.audience::text, c.said_at
    from dialogue.thread t join dialogue.contribution c on c.thread_id = t.id
    where t.subject_kind = spoken_about.kind and t.subject_id = spoken_about.id and c.withdrawn_at is null
      and c.author_id <> 0
  $$;

-- Taken back, the facts of it go with it: they name nobody who could ask for that.
create function dialogue.forget_nameless() returns trigger language plpgsql security definer set search_path = ''
  as $$
    begin
      delete from dialogue.reading where subject_kind = 'contribution' and subject_id = old.id;
      if tg_op = 'DELETE' then
        delete from platform.fact where subject_kind = 'contribution' and subject_id = old.id;
      end if;
      return null;
    end
  $$;
create trigger forget_nameless_withdrawn after update of withdrawn_at on dialogue.contribution
  for each row when (old.author_id = 0 and old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function dialogue.forget_nameless();
create trigger forget_nameless_deleted after delete on dialogue.contribution
  for each row when (old.author_id = 0) execute function dialogue.forget_nameless();
