-- Who asked may write down what was answered aloud or on paper: the words are those of the person asked from the first moment.
create or replace function dialogue.keep_ask() returns trigger language plpgsql security definer set search_path = ''
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
        or (old.state = 'open' and new.state = 'answered' and old.author_id = who and exists (
          select 1 from dialogue.contribution c
          where c.id = new.contribution_id and c.author_id = old.asked_id and c.written_by = who))
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

create function dialogue.is_my_question(ask bigint, asked bigint, thread bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from dialogue.ask a where a.id = ask and a.author_id = platform.me() and a.asked_id = asked
      and a.thread_id = thread and a.state = 'open')
  $$;
revoke all on function dialogue.is_my_question(bigint, bigint, bigint) from public;
grant execute on function dialogue.is_my_question(bigint, bigint, bigint) to ciranda_app;
drop policy write_down on dialogue.contribution;
create policy write_down on dialogue.contribution for insert to ciranda_app with check (
  written_by = (select platform.me()) and confirmed_at is null
  and (ask_id is null or dialogue.is_my_question(ask_id, author_id, thread_id))
  and dialogue.can_be_written_for(author_id, thread_id, audience::text));
