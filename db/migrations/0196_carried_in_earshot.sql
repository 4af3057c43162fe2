-- A request to say something is seen by those adults who hear the conversation it is for, and by no other.
drop policy concerned on dialogue.carried;
create policy concerned on dialogue.carried for select to ciranda_app using (
  author_id = (select platform.me())
  or (adults = any ((select platform.reach())::text[]) and dialogue.hears_thread(thread_id)));
drop policy close on dialogue.carried;
create policy close on dialogue.carried for update to ciranda_app using (
  author_id = (select platform.me())
  or (carrier_id = (select platform.me()) and adults = any ((select platform.reach())::text[])
    and dialogue.hears_thread(thread_id)));
