-- A question to a person in a conversation, the answer to it, and the link by which a letter lets that person answer.
create table dialogue.ask (
  id bigint generated always as identity primary key,
  thread_id bigint not null references dialogue.thread (id) on delete cascade,
  -- The thread's; kept true by a trigger.
  community_id bigint not null,
  -- The one contribution it is about, if any.
  about_id bigint references dialogue.contribution (id) on delete set null,
  author_id bigint not null,
  asked_id bigint not null,
  question text not null check (length(question) between 1 and 600),
  language text not null check (length(language) between 2 and 35),
  state text not null default 'open'
    check (state in ('open', 'answered', 'passed', 'declined', 'taken-back', 'run-out')),
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  contribution_id bigint unique references dialogue.contribution (id) on delete set null,
  check (asked_id <> author_id),
  check ((state = 'open') = (closed_at is null)),
  unique (id, asked_id)
);
-- One open question for each asker, person and conversation.
create unique index ask_open on dialogue.ask (thread_id, author_id, asked_id) where state = 'open';
create index ask_waiting on dialogue.ask (asked_id, asked_at) where state = 'open';
create index ask_by_author on dialogue.ask (author_id);
create index ask_before on dialogue.ask (thread_id, asked_id);
create index ask_about on dialogue.ask (about_id) where about_id is not null;

-- Somebody of the community who hears the conversation, and no placeholder. Tells only those who hear it themselves.
create function dialogue.can_be_asked(person bigint, thread bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select dialogue.hears_thread(thread) and exists (
      select 1 from dialogue.thread t join people.person p on p.id = person and p.kind = 'person'
      where t.id = thread and t.audience::text not like 'me:%'
        and exists (select 1 from platform.seat s
          where s.person_id = person and s.audience::text = 'community:' || t.community_id)
        and (t.audience = 'public'
          or exists (select 1 from platform.seat s where s.person_id = person and s.audience = t.audience))
    )
  $$;
-- Whether the same words were put to a person here before: also by somebody else, which the asker cannot see.
create function dialogue.asked_before(person bigint, thread bigint, words text, at timestamptz) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select dialogue.hears_thread(thread) and exists (
      select 1 from dialogue.ask a
      where a.thread_id = thread and a.asked_id = person and lower(btrim(a.question)) = lower(btrim(words))
        and (a.state in ('answered', 'passed', 'declined') or (a.state = 'open' and a.ends_at > at))
    )
  $$;
-- Whoever hears an answer may read the question.
create function dialogue.hears_answer(contribution bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select 1 from dialogue.contribution c join dialogue.thread t on t.id = c.thread_id
      where c.id = contribution and c.withdrawn_at is null
        and c.audience = any (platform.reach()) and t.audience = any (platform.reach())
    )
  $$;
revoke all on function dialogue.can_be_asked(bigint, bigint), dialogue.asked_before(bigint, bigint, text, timestamptz),
  dialogue.hears_answer(bigint) from public;
grant execute on function dialogue.can_be_asked(bigint, bigint), dialogue.asked_before(bigint, bigint, text, timestamptz),
  dialogue.hears_answer(bigint) to ciranda_app;

alter table dialogue.ask enable row level security;
grant select, insert, update (state, closed_at, contribution_id) on dialogue.ask to ciranda_app;
create policy concerned on dialogue.ask for select to ciranda_app using (
  author_id = (select platform.me()) or asked_id = (select platform.me())
  or ('facilitators:' || community_id = any ((select platform.reach())::text[]) and dialogue.hears_thread(thread_id))
  or (contribution_id is not null and dialogue.hears_answer(contribution_id))
);
create policy ask on dialogue.ask for insert to ciranda_app with check (
  author_id = (select platform.me()) and state = 'open' and dialogue.can_be_asked(asked_id, thread_id)
);
create policy close on dialogue.ask for update to ciranda_app
  using (author_id = (select platform.me()) or asked_id = (select platform.me()));

-- Who may close a question how. An answer that is taken back opens it again, wherever it was taken back.
create function dialogue.keep_ask() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      who bigint := platform.me();
      another boolean;
    begin
      if tg_op = 'INSERT' then
        new.community_id := (select t.community_id from dialogue.thread t where t.id = new.thread_id);
        return new;
      end if;
      if old.state = 'answered' and new.state = 'answered' and old.contribution_id is not null
        and new.contribution_id is null then
        select exists (select 1 from dialogue.ask a where a.thread_id = old.thread_id and a.author_id = old.author_id
          and a.asked_id = old.asked_id and a.state = 'open') into another;
        if another then
          new.state := 'taken-back';
        else
          new.state := 'open';
          new.closed_at := null;
        end if;
        return new;
      end if;
      if new.state <> old.state and who is not null and not (
        (old.state = 'open' and new.state in ('answered', 'passed', 'declined') and old.asked_id = who)
        or (old.state = 'open' and new.state in ('taken-back', 'run-out') and old.author_id = who)
        or (old.state in ('passed', 'declined') and new.state = 'open' and old.asked_id = who)
      ) then
        raise exception 'This question is not closed so' using errcode = 'check_violation';
      end if;
      if new.contribution_id is distinct from old.contribution_id and new.contribution_id is not null and not exists (
        select 1 from dialogue.contribution c
        where c.id = new.contribution_id and c.thread_id = old.thread_id and c.author_id = old.asked_id
      ) then
        raise exception 'An answer is said by the person asked, in the same conversation' using errcode = 'check_violation';
      end if;
      return new;
    end
  $$;
create trigger keep_ask before insert or update on dialogue.ask for each row execute function dialogue.keep_ask();

-- What a link opens is found by its hash alone, which nobody can read here.
create table dialogue.answer_link (
  token_hash bytea primary key,
  ask_id bigint not null,
  person_id bigint not null,
  -- To answer by; or, for ten minutes, to undo what was answered.
  purpose text not null check (purpose in ('answer', 'undo')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- Nobody else's question.
  foreign key (ask_id, person_id) references dialogue.ask (id, asked_id) on delete cascade
);
create index answer_link_by_ask on dialogue.answer_link (ask_id, person_id);
alter table dialogue.answer_link enable row level security;
grant insert, select (ask_id, person_id, purpose, made_at, expires_at, revoked_at), update (revoked_at)
  on dialogue.answer_link to ciranda_app;
create policy mine on dialogue.answer_link to ciranda_app
  using (person_id = (select platform.me())) with check (person_id = (select platform.me()));

create function dialogue.link_holder(hash bytea, wanted text, at timestamptz) returns table (ask_id bigint, person_id bigint)
  language sql stable security definer set search_path = ''
  as $$
    select l.ask_id, l.person_id from dialogue.answer_link l
    where l.token_hash = hash and l.purpose = wanted and l.expires_at > at and l.revoked_at is null
  $$;
revoke all on function dialogue.link_holder(bytea, text, timestamptz) from public;
grant execute on function dialogue.link_holder(bytea, text, timestamptz) to ciranda_app;

-- The question that a contribution answers, and who asked it: shown quietly beside the name.
alter table dialogue.contribution
  add column ask_id bigint,
  add column asked_by bigint;
