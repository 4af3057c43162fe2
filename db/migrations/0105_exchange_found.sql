-- What is needed and what is offered find each other by their words. The index forgets with the words, however they go.
create function exchange.forget_words() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    delete from platform.search_index i where i.kind = 'need' and i.id = old.id;
    return null;
  end $$;
create trigger forget_words after delete on exchange.need for each row execute function exchange.forget_words();
create trigger forget_erased_words after update of words on exchange.need for each row when (new.words = '')
  execute function exchange.forget_words();
