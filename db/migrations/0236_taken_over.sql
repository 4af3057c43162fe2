-- Words that wait for an adult who is away: another adult who hears the conversation takes them over.
grant update (carrier_id) on dialogue.carried to ciranda_app;

-- Holds as an adult does who sees the request and may say it: of the thread's adults, and not its author.
create policy take_over on dialogue.carried for update to ciranda_app
  using (state = 'open' and author_id <> (select platform.me()) and adults = any ((select platform.reach())::text[])
    and dialogue.hears_thread(thread_id))
  with check (carrier_id = (select platform.me()) and adults = any ((select platform.reach())::text[])
    and dialogue.hears_thread(thread_id));

-- Nothing but who says it changes then, and only to whoever takes it.
create function dialogue.keep_taking_over() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      who bigint := platform.me();
    begin
      if who is not null and (new.carrier_id is distinct from who or old.state <> 'open' or new.state <> 'open'
        or who not in (select dialogue.adults_hearing(old.thread_id))) then
        raise exception 'Words that wait are taken over by an adult for themselves' using errcode = 'check_violation';
      end if;
      return new;
    end
  $$;
create trigger keep_taking_over before update of carrier_id on dialogue.carried for each row
  when (new.carrier_id is distinct from old.carrier_id) execute function dialogue.keep_taking_over();
revoke all on function dialogue.keep_taking_over() from public;
