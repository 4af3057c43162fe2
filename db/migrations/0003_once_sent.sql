-- What was sent with a token that makes a thing happen once, as a hash: the same token with something else is a mistake.
alter table platform.once add column sent text check (length(sent) <= 80);
