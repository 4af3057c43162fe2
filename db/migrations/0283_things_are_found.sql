-- What is shared is found by its words; the index forgets with the words, however they go.
create function exchange.forget_thing() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    delete from platform.search_index i where i.kind = 'thing' and i.id = old.id;
    return null;
  end $$;
create trigger forget_thing after delete on exchange.thing for each row execute function exchange.forget_thing();
create trigger forget_taken_down after update of taken_down_at on exchange.thing for each row
  when (new.taken_down_at is not null) execute function exchange.forget_thing();
