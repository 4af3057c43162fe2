-- A perspective round: seen with the eyes of somebody who is not in the room. It ends in a question to that person.
alter table dialogue.round
  add column eyes text check (length(eyes) between 1 and 120),
  -- The question to them, once the answers are open: to somebody here it is an ask, to somebody elsewhere it stands here.
  add column them_question text not null default '' check (length(them_question) <= 600),
  add column them_language text check (length(them_language) between 2 and 35),
  add column them_by bigint,
  add column them_ask_id bigint references dialogue.ask (id) on delete set null,
  add column them_state text check (them_state in ('open', 'answered', 'declined')),
  -- What they answered, as somebody wrote it down.
  add column them_answer text not null default '' check (length(them_answer) <= 4000),
  add column them_answer_html text not null default '',
  add column them_answer_language text check (length(them_answer_language) between 2 and 35),
  add column them_answer_by bigint,
  add column them_version int not null default 0,
  add constraint question_to_them check ((them_question = '') = (them_state is null)),
  add constraint answer_of_them check (them_answer = '' or them_state = 'answered');
create index round_them_ask on dialogue.round (them_ask_id) where them_ask_id is not null;
grant update (them_question, them_language, them_by, them_ask_id, them_state, them_answer, them_answer_html,
  them_answer_language, them_answer_by, them_version) on dialogue.round to ciranda_app;
