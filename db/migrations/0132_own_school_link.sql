-- Everybody sees by which school they come in, and ends it themselves.
alter table people.school_link enable row level security;
grant select (issuer, person_id, made_at) on people.school_link to ciranda_app;
create policy own on people.school_link for select to ciranda_app using (person_id = (select platform.me()));
