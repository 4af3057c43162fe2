-- Only of what people may take back without a trace do facts go; who came in, who looked and what was done stays.
create or replace function platform.forget_facts(kind text, id bigint) returns void
  language sql security definer set search_path = ''
  as $$
    delete from platform.fact f where f.subject_kind = $1 and f.subject_id = $2 and f.actor_id = platform.me()
      and f.subject_kind in ('contribution', 'ask', 'challenge', 'need', 'need-answer', 'thing')
  $$;
