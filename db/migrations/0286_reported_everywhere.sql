-- What can be reported is hidden wherever it is read, as voices and questions are: for whoever reported it, for students, for all.
create policy not_hidden on challenge.tryout as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('tryout'))::bigint[]));
create policy not_hidden on challenge.unknown as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('unknown'))::bigint[]));
create policy not_hidden on challenge.difference as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('difference'))::bigint[]));
create policy not_hidden on challenge.sighting as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('sighting'))::bigint[]));
create policy not_hidden on challenge.reflection as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('reflection'))::bigint[]));
create policy not_hidden on exchange.need as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('need'))::bigint[]));
create policy not_hidden on exchange.thing as restrictive for select to ciranda_app using (
  author_id = (select platform.me())
  or not id = any ((select safeguarding.hidden_from_me('thing'))::bigint[]));
