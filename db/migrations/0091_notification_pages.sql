-- What pages may know of letters: one's own address, and for those who look after the site how the mail is.
create function notification.my_address() returns table (email text, since timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select a.email, b.since from people.account a
    left join platform.bounced_address b on b.email = lower(a.email) where a.person_id = platform.me()
  $$;
create function notification.my_address_works() returns void language sql volatile security definer set search_path = ''
  as $$
    delete from platform.bounced_address b using people.account a
    where a.person_id = platform.me() and b.email = lower(a.email)
  $$;
create function notification.mail_state()
  returns table (sent_at timestamptz, fault_at timestamptz, fault text, waiting bigint, since timestamptz, unknown bigint)
  language sql stable security definer set search_path = ''
  as $$
    select h.sent_at, h.fault_at, h.fault,
      (select count(*) from notification.letter l where l.state in ('waiting', 'sending', 'handing')),
      (select min(l.begun_at) from notification.letter l where l.state in ('waiting', 'sending', 'handing')),
      (select count(*) from notification.letter l where l.state = 'unknown')
    from platform.mail_health h where notification.administers()
  $$;
create function notification.bounced_people() returns table (name text, since timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select p.name, b.since from platform.bounced_address b
    join people.account a on lower(a.email) = b.email join people.person p on p.id = a.person_id
    where notification.administers() order by b.since desc, p.id
  $$;
revoke all on function notification.my_address(), notification.my_address_works(), notification.mail_state(),
  notification.bounced_people() from public;
grant execute on function notification.my_address(), notification.my_address_works(), notification.mail_state(),
  notification.bounced_people() to ciranda_app;
create index notice_by_person on notification.notice (person_id, happened_at desc, id desc);
