-- Search: a narrow index of lexemes without text or wall. Every hit is joined to its walled row before it is shown.

-- Search works without superuser: pg_trgm is a trusted extension. One that is there already stays where it is.
create extension if not exists pg_trgm with schema platform;

-- Words arrive folded (lower case, no accents) and without stop words, so the stemmers carry no list of their own.
create text search dictionary platform.english_stem (template = pg_catalog.snowball, language = english);
create text search dictionary platform.portuguese_stem (template = pg_catalog.snowball, language = portuguese);
create text search dictionary platform.dutch_stem (template = pg_catalog.snowball, language = dutch);
create text search dictionary platform.german_stem (template = pg_catalog.snowball, language = german);

create text search configuration platform.en (copy = pg_catalog.simple);
create text search configuration platform.pt (copy = pg_catalog.simple);
create text search configuration platform.nl (copy = pg_catalog.simple);
create text search configuration platform.de (copy = pg_catalog.simple);
create text search configuration platform.und (copy = pg_catalog.simple);
alter text search configuration platform.en alter mapping for asciiword, word with platform.english_stem;
alter text search configuration platform.pt alter mapping for asciiword, word with platform.portuguese_stem;
alter text search configuration platform.nl alter mapping for asciiword, word with platform.dutch_stem;
alter text search configuration platform.de alter mapping for asciiword, word with platform.german_stem;

create table platform.search_index (
  kind text not null,
  id bigint not null,
  language text not null check (language in ('en', 'pt', 'nl', 'de', 'sk', 'und')),
  lexemes tsvector not null,
  primary key (kind, id, language)
);
-- Ranking reads whole vectors: unpacking them would cost more than the disk they save.
alter table platform.search_index alter column lexemes set storage external;
-- One small index a language: a question asks each with its own words. No pending list, so reads stay even.
create index search_index_en on platform.search_index using gin (lexemes) with (fastupdate = off) where language = 'en';
create index search_index_pt on platform.search_index using gin (lexemes) with (fastupdate = off) where language = 'pt';
create index search_index_nl on platform.search_index using gin (lexemes) with (fastupdate = off) where language = 'nl';
create index search_index_de on platform.search_index using gin (lexemes) with (fastupdate = off) where language = 'de';
create index search_index_sk on platform.search_index using gin (lexemes) with (fastupdate = off) where language = 'sk';
create index search_index_und on platform.search_index using gin (lexemes) with (fastupdate = off) where language = 'und';
grant select, insert, update, delete on platform.search_index to ciranda_app;

-- The words that were ever written, against typing mistakes. They widen a question and are never shown.
create table platform.search_word (
  language text not null,
  word text not null,
  primary key (language, word)
);
create index search_word_exact on platform.search_word (word);
grant select on platform.search_word to ciranda_app;

-- New words wait here, so that two people writing the same new word never wait for each other.
create table platform.search_heard (
  language text not null,
  word text not null
);
grant insert on platform.search_heard to ciranda_app;

-- pg_trgm may live in any schema: its operators are found where it is.
do $$
declare
  home text;
begin
  select n.nspname into home from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  execute format(
    'create index search_word_trigrams on platform.search_word using gin (word %I.gin_trgm_ops) with (fastupdate = off)',
    home);
  execute format($make$
    create function platform.search_near(asked text[]) returns table (asked text, language text, word text)
      language sql stable set search_path = pg_catalog, %I set pg_trgm.similarity_threshold = '0.3'
      as $body$
        select a.asked, w.language, w.word
        from unnest($1) a (asked) join platform.search_word w on w.word %% a.asked
        where length(w.word) between length(a.asked) - 2 and length(a.asked) + 2
      $body$
    $make$, home);
end $$;
