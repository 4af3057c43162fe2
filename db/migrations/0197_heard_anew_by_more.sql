-- What comes to be heard by more people is new to them, whichever way it was opened.
drop trigger heard_anew on dialogue.contribution;
create trigger heard_anew before update of opens_to, audience on dialogue.contribution
  for each row when (new.withdrawn_at is null and ((old.opens_to is not null and new.opens_to is null)
    or dialogue.width(new.audience::text) > dialogue.width(old.audience::text)))
  execute function dialogue.heard_anew();
