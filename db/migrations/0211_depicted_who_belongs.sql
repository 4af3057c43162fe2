-- Somebody a story shows may be a student who belongs here: then what they and their guardians say is what counts.
alter table library.story_depicted add column person_id bigint;
create index story_depicted_by_person on library.story_depicted (person_id) where person_id is not null;
