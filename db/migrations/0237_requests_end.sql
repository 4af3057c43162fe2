-- What was asked to be said and is over ends in time: given back, taken back, or said and withdrawn. What stands, stays.
grant usage on schema dialogue to ciranda_retention;
grant select (id, state, closed_at, contribution_id), delete on dialogue.carried to ciranda_retention;
create policy over_long_ago on dialogue.carried to ciranda_retention using (state <> 'open');
grant select (id, withdrawn_at) on dialogue.contribution to ciranda_retention;
create policy withdrawn_alone on dialogue.contribution for select to ciranda_retention using (withdrawn_at is not null);
create index carried_over on dialogue.carried (closed_at) where state <> 'open';
