-- What is said to a chosen group is heard by it alone: not wider, not by other few, and a student's words after a look.
create or replace function dialogue.keep_narrow() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      heard record;
      -- A look opens words to the circle that their author chose, by an adult who is not the author.
      looked boolean := tg_op = 'UPDATE' and coalesce(new.audience = old.opens_to and new.opens_to is null
        and old.author_id <> platform.me() and old.audience = any (platform.reach()), false);
    begin
      select t.audience, t.community_id into heard from dialogue.thread t where t.id = new.thread_id for share;
      new.community_id := heard.community_id;
      if new.audience not in (heard.audience, 'me:' || new.author_id)
        and not (new.author_id = 0 and new.audience::text like 'me:%')
        and not (new.audience = 'facilitators:' || heard.community_id and dialogue.width(heard.audience) > 1)
        and not (new.audience = 'community:' || heard.community_id and dialogue.width(heard.audience) > 2)
        and not (new.audience::text like 'group:%' and dialogue.width(heard.audience) > 1
          and community.group_place(split_part(new.audience::text, ':', 2)::bigint) = heard.community_id
          and (looked or new.audience = any (platform.reach()))) then
        raise exception 'A contribution is never heard wider than its thread' using errcode = 'check_violation';
      end if;
      if tg_op = 'UPDATE' and new.audience is distinct from old.audience and not looked and (
        -- Wider only by the look of an adult who is not its author, and only to the circle that its author chose.
        dialogue.width(new.audience) > dialogue.width(old.audience)
        -- Two circles of a few are not one within the other.
        or (old.audience::text like 'group:%' and dialogue.width(new.audience) > 0)
        or (new.audience::text like 'group:%' and dialogue.width(old.audience) = 1)) then
        raise exception 'What was said narrowly is never made wider' using errcode = 'check_violation';
      end if;
      -- Made narrower by its author while it waits, it opens to nobody else.
      if tg_op = 'UPDATE' and new.audience is distinct from old.audience and new.audience::text not like 'adults:%' then
        new.opens_to := null;
      end if;
      return new;
    end
  $$;

-- A thread that becomes narrow takes what was said to a group back to its author: the few of one are not those of the other.
create or replace function dialogue.narrow_to_thread(thread bigint) returns void language sql security definer set search_path = ''
  as $$
    update dialogue.contribution c
    set audience = case when coalesce(c.opens_to, c.audience)::text like 'group:%'
        then 'me:' || coalesce(nullif(c.author_id, 0),
          (select n.author_id from dialogue.nameless_author n where n.contribution_id = c.id), 0)
        else t.audience::text end,
      opens_to = null
    from dialogue.thread t
    where t.id = thread and c.thread_id = t.id and (
      dialogue.width(coalesce(c.opens_to, c.audience)) > dialogue.width(t.audience)
      or (coalesce(c.opens_to, c.audience)::text like 'group:%' and dialogue.width(t.audience) < 2
        and coalesce(c.opens_to, c.audience) <> t.audience))
  $$;

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
    if (dialogue.width(new.audience) > 1 or new.audience::text like 'group:%')
      and community.speaks_as_student(speaker, new.community_id) then
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
