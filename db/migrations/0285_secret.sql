-- Secrets of the site itself, such as the key by which return addresses of letters are signed; nothing for the web's role.
create table platform.secret (
  name text primary key,
  value text not null check (length(value) >= 20)
);
