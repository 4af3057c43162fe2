-- Where a placeholder comes from: a second import of an archive finds the same people again.
alter table people.person add column source_key text check (length(source_key) between 1 and 200);
alter table people.person add constraint person_source unique (source_key);
alter table people.person add constraint person_source_of_placeholders check (source_key is null or kind = 'placeholder');
