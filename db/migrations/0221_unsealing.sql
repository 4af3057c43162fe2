-- Who said something without a name, told to two people alone: a facilitator asks with a reason, a safeguarding lead agrees,
-- each look is written down, and the author is told, unless the lead records that this would put somebody in danger.
create table dialogue.unsealing (
  id bigint generated always as identity primary key,
  contribution_id bigint not null references dialogue.contribution (id) on delete cascade,
  community_id bigint not null,
  asked_by bigint not null,
  reason text not null check (length(reason) between 1 and 1000),
  language text not null,
  asked_at timestamptz not null,
  decided_by bigint,
  decided_at timestamptz,
  agreed boolean,
  -- Why the author is not told.
  risk text check (length(risk) between 1 and 1000),
  check (num_nulls(decided_by, decided_at, agreed) in (0, 3)),
  check (risk is null or agreed),
  check (decided_by is null or decided_by <> asked_by)
);
create unique index unsealing_once on dialogue.unsealing (contribution_id) where agreed is not false;
-- Added only.
create table dialogue.unsealing_look (
  unsealing_id bigint not null references dialogue.unsealing (id) on delete cascade,
  person_id bigint not null,
  at timestamptz not null
);
create index unsealing_looks on dialogue.unsealing_look (unsealing_id);
-- The web's role is granted nothing on either: it goes through these functions.
alter table dialogue.unsealing enable row level security;
alter table dialogue.unsealing_look enable row level security;

create function dialogue.wrote_unnamed(contribution bigint, person bigint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from dialogue.nameless_author n where n.contribution_id = contribution and n.author_id = person)
  $$;

-- What the asking person may know of them: whoever asked, and the leads who did not write the words; on which words, or all.
create function dialogue.unsealings(community bigint, contribution bigint)
  returns table (id bigint, contribution_id bigint, asker text, mine boolean, reason text, language text, asked_at timestamptz,
    decided_at timestamptz, agreed boolean, decided_by_me boolean, risk text, text text, html text, said_in text)
  language sql stable security definer set search_path = ''
  as $$
    select u.id, u.contribution_id, p.name, u.asked_by = platform.me(), u.reason, u.language, u.asked_at, u.decided_at, u.agreed,
      coalesce(u.decided_by = platform.me(), false), u.risk, c.text, c.html, c.language
    from dialogue.unsealing u join dialogue.contribution c on c.id = u.contribution_id
    left join people.person p on p.id = u.asked_by
    where u.community_id = unsealings.community and (unsealings.contribution is null or u.contribution_id = unsealings.contribution)
      and ((u.asked_by = platform.me() and 'facilitators:' || u.community_id = any (platform.reach()))
        or (safeguarding.leads(platform.me(), u.community_id)
          and not dialogue.wrote_unnamed(u.contribution_id, platform.me())))
    order by u.id desc limit 100
  $$;

-- Asking: a facilitator who hears the words and did not write them, where there is a lead besides them. Nothing where not.
create function dialogue.ask_unsealing(contribution bigint, why text, in_language text, at timestamptz) returns bigint
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      said record;
      made bigint;
    begin
      select c.community_id into said from dialogue.contribution c
      where c.id = contribution and c.author_id = 0 and c.withdrawn_at is null and c.audience = any (platform.reach())
        and 'facilitators:' || c.community_id = any (platform.reach())
        and not safeguarding.is_student(platform.me(), c.community_id)
        and not dialogue.wrote_unnamed(c.id, platform.me())
        and exists (select from safeguarding.lead l where l.community_id = c.community_id and l.accepted_at is not null
          and l.person_id <> platform.me());
      if not found then return null; end if;
      insert into dialogue.unsealing (contribution_id, community_id, asked_by, reason, language, asked_at)
      values (contribution, said.community_id, platform.me(), why, in_language, at)
      on conflict do nothing returning id into made;
      return made;
    end
  $$;

-- Deciding: a lead who neither asked nor wrote the words, once.
create function dialogue.decide_unsealing(unsealing bigint, yes boolean, danger text, at timestamptz) returns bigint
  language sql volatile security definer set search_path = ''
  as $$
    update dialogue.unsealing u set decided_by = platform.me(), decided_at = at, agreed = yes,
      risk = case when yes then nullif(danger, '') end
    where u.id = unsealing and u.decided_at is null and u.asked_by <> platform.me()
      and safeguarding.leads(platform.me(), u.community_id)
      and not dialogue.wrote_unnamed(u.contribution_id, platform.me())
    returning u.id
  $$;

-- The name, to these two and to nobody else; the look is written down first.
create function dialogue.unsealed_name(unsealing bigint, at timestamptz) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare
      found_name text;
    begin
      select p.name into found_name from dialogue.unsealing u
      join dialogue.nameless_author n on n.contribution_id = u.contribution_id
      join people.person p on p.id = n.author_id
      where u.id = unsealing and u.agreed and platform.me() in (u.asked_by, u.decided_by)
        and ('facilitators:' || u.community_id = any (platform.reach()) or safeguarding.leads(platform.me(), u.community_id));
      if found_name is null then return null; end if;
      insert into dialogue.unsealing_look (unsealing_id, person_id, at) values (unsealing, platform.me(), unsealed_name.at);
      return found_name;
    end
  $$;

-- What the author is told, by the words or by the request: who asked and why; nothing where a lead recorded a danger.
create function dialogue.told_unsealing(contribution bigint, unsealing bigint)
  returns table (contribution_id bigint, asker text, decider text, reason text, language text, decided_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select u.contribution_id, a.name, d.name, u.reason, u.language, u.decided_at
    from dialogue.unsealing u left join people.person a on a.id = u.asked_by left join people.person d on d.id = u.decided_by
    where (u.contribution_id = contribution or u.id = unsealing) and u.agreed and u.risk is null
      and dialogue.wrote_unnamed(u.contribution_id, platform.me())
  $$;
revoke all on function dialogue.wrote_unnamed(bigint, bigint), dialogue.unsealings(bigint, bigint),
  dialogue.ask_unsealing(bigint, text, text, timestamptz), dialogue.decide_unsealing(bigint, boolean, text, timestamptz),
  dialogue.unsealed_name(bigint, timestamptz), dialogue.told_unsealing(bigint, bigint) from public;
grant execute on function dialogue.unsealings(bigint, bigint), dialogue.ask_unsealing(bigint, text, text, timestamptz),
  dialogue.decide_unsealing(bigint, boolean, text, timestamptz), dialogue.unsealed_name(bigint, timestamptz),
  dialogue.told_unsealing(bigint, bigint) to ciranda_app;

-- Who looks at what is asked of leads: those who said yes, by community; as far as the asking person belongs there.
create view safeguarding.standing_lead with (security_invoker = true) as
  select community_id, person_id from safeguarding.lead where accepted_at is not null;
grant select on safeguarding.standing_lead to ciranda_app;
