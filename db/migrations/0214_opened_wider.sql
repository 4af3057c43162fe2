-- Said to a few and opened to the community: its author asks, a facilitator opens, and nobody does it alone.
create table dialogue.widening (
  contribution_id bigint primary key references dialogue.contribution (id) on delete cascade,
  community_id bigint not null,
  author_id bigint not null,
  -- Which words the author wants opened; others are asked for anew.
  version int not null,
  asked_at timestamptz not null
);
create index widening_by_community on dialogue.widening (community_id);
alter table dialogue.widening enable row level security;
grant select, delete on dialogue.widening to ciranda_app;
create policy concerned on dialogue.widening for select to ciranda_app using (
  author_id = (select platform.me()) or 'facilitators:' || community_id = any ((select platform.reach())::text[]));
create policy let_be on dialogue.widening for delete to ciranda_app using (
  author_id = (select platform.me()) or 'facilitators:' || community_id = any ((select platform.reach())::text[]));

-- Whether words that a few hear could be heard by all: the conversation is, and what they answer and quote is.
create function dialogue.could_widen(wanted bigint) returns boolean language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from dialogue.contribution c join dialogue.thread t on t.id = c.thread_id
      where c.id = wanted and c.withdrawn_at is null and c.opens_to is null and c.author_id <> 0 and c.written_by is null
        and split_part(c.audience::text, ':', 1) in ('group', 'facilitators') and dialogue.width(t.audience) > 1
        and not exists (select from dialogue.contribution above where above.id = c.reply_to
          and (dialogue.width(above.audience) < 2 or above.opens_to is not null))
        and not exists (select from dialogue.quote q join dialogue.contribution quoted on quoted.id = q.quoted_id
          where q.contribution_id = c.id and (dialogue.width(quoted.audience) < 2 or quoted.opens_to is not null)))
  $$;
create function dialogue.ask_wider(wanted bigint, at timestamptz) returns bigint
  language sql volatile security definer set search_path = ''
  as $$
    insert into dialogue.widening (contribution_id, community_id, author_id, version, asked_at)
    select c.id, c.community_id, c.author_id, c.version, at from dialogue.contribution c
    where c.id = wanted and c.author_id = platform.me() and dialogue.could_widen(c.id)
      and 'community:' || c.community_id = any (platform.reach())
    on conflict (contribution_id) do update set version = excluded.version
    returning contribution_id
  $$;
-- The facilitators read what they are asked about: its author gave it to them for that.
create function dialogue.asked_wider(community bigint)
  returns table (id bigint, author text, html text, language text, version int, asked_at timestamptz, mine boolean)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, p.name, c.html, c.language, c.version, w.asked_at, c.author_id = platform.me()
    from dialogue.widening w join dialogue.contribution c on c.id = w.contribution_id and c.version = w.version
    join people.person p on p.id = c.author_id
    where w.community_id = community and 'facilitators:' || community = any (platform.reach()) and dialogue.could_widen(c.id)
      and not c.id = any (safeguarding.hidden_from_me('contribution'))
    order by w.asked_at, c.id limit 50
  $$;
-- Opens exactly the words that were seen; what they said before stays with nobody.
create function dialogue.open_wider(wanted bigint, seen int) returns bigint
  language plpgsql volatile security definer set search_path = ''
  as $$
    begin
      perform from dialogue.widening w join dialogue.contribution c on c.id = w.contribution_id
        where c.id = wanted and w.version = seen and c.version = seen and c.author_id <> platform.me()
          and 'facilitators:' || c.community_id = any (platform.reach()) and dialogue.could_widen(c.id) for update of c;
      if not found then return null; end if;
      delete from dialogue.earlier_words e where e.contribution_id = wanted;
      update dialogue.contribution c set audience = 'community:' || c.community_id, opened_by = platform.me() where c.id = wanted;
      delete from dialogue.widening w where w.contribution_id = wanted;
      return wanted;
    end
  $$;
revoke all on function dialogue.could_widen(bigint), dialogue.ask_wider(bigint, timestamptz), dialogue.asked_wider(bigint),
  dialogue.open_wider(bigint, int) from public;
grant execute on function dialogue.could_widen(bigint), dialogue.ask_wider(bigint, timestamptz),
  dialogue.asked_wider(bigint), dialogue.open_wider(bigint, int) to ciranda_app;

create or replace function dialogue.keep_narrow() returns trigger language plpgsql security definer set search_path = ''
  as $$
    declare
      heard record;
      -- A look opens words to the circle that their author chose, by an adult who is not the author.
      looked boolean := tg_op = 'UPDATE' and coalesce(new.audience = old.opens_to and new.opens_to is null
        and old.author_id <> platform.me() and old.audience = any (platform.reach()), false);
      -- The author asked for these words, and a facilitator who is not the author opens them.
      widened boolean := tg_op = 'UPDATE' and coalesce(new.audience = 'community:' || old.community_id
        and old.author_id <> platform.me() and 'facilitators:' || old.community_id = any (platform.reach())
        and exists (select from dialogue.widening w where w.contribution_id = old.id and w.version = old.version), false);
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
      if tg_op = 'UPDATE' and new.audience is distinct from old.audience and not looked and not widened and (
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
