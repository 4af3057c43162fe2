-- A content note: a few words before a contribution, behind which it stands folded until a reader opens it.
alter table dialogue.contribution
  add column note text check (length(note) between 1 and 300),
  -- Who put it there: its author, or those who facilitate. Who of them is nobody's matter.
  add column note_from text check (note_from in ('author', 'facilitators')),
  add constraint note_from_somebody check ((note is null) = (note_from is null)),
  add constraint note_before_words check (note is null or withdrawn_at is null);

-- Words that go take their note along, whichever way they go.
create function dialogue.forget_note() returns trigger language plpgsql set search_path = ''
  as $$ begin
    new.note := null;
    new.note_from := null;
    return new;
  end $$;
create trigger forget_note before update of withdrawn_at on dialogue.contribution
  for each row when (new.withdrawn_at is not null and new.note is not null) execute function dialogue.forget_note();

-- A note that a student writes is a student's words: it waits for a look like any other, and the adults open what they saw.
create or replace function dialogue.wait_for_a_look() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      speaker bigint := case when new.author_id = 0 then platform.me() else new.author_id end;
      note_alone boolean := tg_op = 'UPDATE' and new.text = old.text;
    begin
    if note_alone and (new.note is null or new.note_from = 'facilitators' or new.note is not distinct from old.note) then
      return new;
    end if;
    if tg_op = 'UPDATE' and new.withdrawn_at is not null then
      return new;
    end if;
    if dialogue.width(new.audience) > 1 and community.speaks_as_student(speaker, new.community_id) then
      -- Whoever of the adults wrote it down for the student has looked.
      if new.written_by is not null and not note_alone and exists (select from platform.seat s
        where s.person_id = new.written_by and s.audience = 'adults:' || new.community_id) then
        new.opened_by := new.written_by;
        return new;
      end if;
      new.opens_to := new.audience;
      new.audience := 'adults:' || new.community_id;
    end if;
    if new.opens_to is not null then
      if note_alone then
        new.version := old.version + 1;
      else
        new.waits_since := coalesce(new.edited_at, new.said_at);
      end if;
      new.called_at := null;
      new.opened_by := null;
    end if;
    return new;
  end $$;
drop trigger wait_for_a_look on dialogue.contribution;
create trigger wait_for_a_look before insert or update of text, note on dialogue.contribution
  for each row execute function dialogue.wait_for_a_look();

-- The only way to a note: its author's, or a facilitator's who hears the words, and neither over the other.
create function dialogue.set_note(contribution bigint, words text, at timestamptz) returns table (state text, waits boolean)
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      said record;
      whose text;
      waited boolean;
    begin
      select c.id, c.community_id, c.note_from, c.opens_to is not null as waits into said
        from dialogue.contribution c where c.id = contribution and c.withdrawn_at is null for update;
      if said.id is null or not dialogue.hears_words(contribution) then
        return query select 'gone', false;
        return;
      end if;
      whose := case when dialogue.spoke(contribution) then 'author'
        when 'facilitators:' || said.community_id = any (platform.reach()) then 'facilitators' end;
      if whose is null or coalesce(said.note_from, whose) <> whose then
        return query select 'theirs', false;
        return;
      end if;
      update dialogue.contribution c set note = words, note_from = case when words is null then null else whose end,
        waits_since = case when whose = 'author' then at else c.waits_since end
      where c.id = contribution returning c.opens_to is not null into waited;
      return query select 'kept', waited and not said.waits;
    end
  $$;
revoke all on function dialogue.set_note(bigint, text, timestamptz) from public;
grant execute on function dialogue.set_note(bigint, text, timestamptz) to ciranda_app;
