-- When somebody was called: words that are edited call whom they name anew, and nobody a second time.
-- Nothing for those called before; the first fact that tells of calls has told them.
alter table dialogue.mention add column called_at timestamptz;
