-- Papers stand in the library beside methods: a kit, a letter, a leaflet, ready to use.
alter table library.entry drop constraint entry_kind_check;
alter table library.entry add constraint entry_kind_check
  check (kind in ('concept', 'reference', 'story', 'method', 'paper', 'policy', 'video'));
