// Writes the narrow index in the transaction of the text itself, and keeps the words against typing mistakes.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { type SearchLanguage, searchLanguage, searchLanguages } from './language.ts'
import { searchWords, slovakVector, stemmerForm } from './lexemes.ts'
import type { NearWord } from './near.ts'
import { configOf } from './stemmer.ts'

/** What can be found: words of the title count most, then those of the summary. Plain text, not Markdown. */
export interface SearchText {
  kind: string
  id: number
  language: string
  title?: string | undefined
  summary?: string | undefined
  body: string
}

/**
 * Puts a text into the index, or in place of the one with the same kind, id and language, in the caller's transaction.
 * When a text changes its language, call {@link forgetText} first. Never refuses a text. It rides along with what is sent next.
 */
export async function indexText(tx: Pick<Tx, 'along'>, text: SearchText): Promise<void> {
  const language = searchLanguage(text.language)
  const parts = [text.title ?? '', text.summary ?? '', text.body] as const
  const words = parts.map((part) => searchWords(part, language))
  tx.along(sql`
    with heard as (${hear(language, words.flat())})
    insert into platform.search_index (kind, id, language, lexemes)
    values (${text.kind}, ${text.id}, ${language}, ${vector(language, parts, words)})
    on conflict (kind, id, language) do update set lexemes = excluded.lexemes
    where search_index.lexemes is distinct from excluded.lexemes`)
}

/**
 * Puts many texts into the index with one statement a language, as {@link indexText} does with one. Of texts with the
 * same kind, id and language the last one stays.
 */
export async function indexTexts(tx: Pick<Tx, 'rows'>, texts: readonly SearchText[]): Promise<void> {
  const last = new Map(texts.map((text) => [`${text.kind} ${text.id} ${searchLanguage(text.language)}`, text]))
  const byLanguage = Map.groupBy(last.values(), (text) => searchLanguage(text.language))
  await Promise.all([...byLanguage].map(([language, some]) => indexTogether(tx, language, some)))
}

async function indexTogether(tx: Pick<Tx, 'rows'>, language: SearchLanguage, texts: readonly SearchText[]) {
  const parts = texts.map((text) => [text.title ?? '', text.summary ?? '', text.body] as const)
  const words = parts.map((three) => three.map((part) => searchWords(part, language)))
  const forms = (at: number) =>
    words.map((three) => (three[at] ?? []).map((word) => stemmerForm(word, language)).join(' '))
  const config = configOf(language)
  const lexemes =
    language === 'sk'
      ? sql`select t.kind, t.id, t.d::tsvector from unnest(${texts.map(({ kind }) => kind)}::text[],
          ${texts.map(({ id }) => id)}::bigint[], ${parts.map(slovakLexemes)}::text[]) t (kind, id, d)`
      : sql`select t.kind, t.id, case when t.a = '' and t.b = '' then to_tsvector(${config}, t.d)
            else setweight(to_tsvector(${config}, t.a), 'A') || setweight(to_tsvector(${config}, t.b), 'B') || to_tsvector(${config}, t.d) end
          from unnest(${texts.map(({ kind }) => kind)}::text[], ${texts.map(({ id }) => id)}::bigint[],
            ${forms(0)}::text[], ${forms(1)}::text[], ${forms(2)}::text[]) t (kind, id, a, b, d)`
  await tx.rows(sql`
    with heard as (${hear(language, words.flat(2))}), texts (kind, id, lexemes) as (${lexemes})
    insert into platform.search_index (kind, id, language, lexemes)
    select kind, id, ${language}, lexemes from texts
    on conflict (kind, id, language) do update set lexemes = excluded.lexemes
    where search_index.lexemes is distinct from excluded.lexemes`)
}

/** Notes the words that the vocabulary does not know yet. */
const hear = (language: SearchLanguage, words: readonly string[]) => sql`
  insert into platform.search_heard (language, word)
  select ${language}, word from unnest(${[...new Set(words)]}::text[]) word
  where length(word) > 3 and word !~ '[0-9]'
    and not exists (select from platform.search_word known where known.language = ${language} and known.word = word.word)`

const slovakLexemes = ([title, summary, body]: readonly [string, string, string]): string =>
  slovakVector([
    { text: title, weight: 'A' },
    { text: summary, weight: 'B' },
    { text: body, weight: 'D' },
  ])

function vector(language: SearchLanguage, parts: readonly [string, string, string], words: string[][]) {
  if (language === 'sk') return sql`${slovakLexemes(parts)}::tsvector`
  const [a, b, d] = words.map((part) => part.map((word) => stemmerForm(word, language)).join(' '))
  const config = configOf(language)
  return sql`setweight(to_tsvector(${config}, ${a}), 'A') || setweight(to_tsvector(${config}, ${b}), 'B')
    || to_tsvector(${config}, ${d})`
}

/** Takes all languages of a thing out of the index. */
export async function forgetText(tx: Pick<Tx, 'rows'>, kind: string, id: number): Promise<void> {
  await tx.rows(sql`delete from platform.search_index where kind = ${kind} and id = ${id}`)
}

/** Words once written that are like the asked ones, or equal to one of `swapped`; for {@link nearest} to choose from. */
export function nearWords(asked: string[], swapped: { asked: string; word: string }[]): RawBuilder<NearWord> {
  return sql<NearWord>`
    select asked, language, word from platform.search_near(${asked}::text[])
    union
    select s.asked, w.language, w.word
    from unnest(${swapped.map((each) => each.asked)}::text[], ${swapped.map((each) => each.word)}::text[]) s (asked, word)
    join platform.search_word w on w.word = s.word`
}

/** Takes the newly heard words into the vocabulary. One caller at a time: a job each minute, and after an import. */
export async function learnWords(tx: Pick<Tx, 'rows'>): Promise<void> {
  await tx.rows(sql`
    with heard as (delete from platform.search_heard returning language, word)
    insert into platform.search_word (language, word)
    select distinct language, word from heard order by language, word
    on conflict do nothing`)
}

/**
 * Drops the words that stand in no text any more, so that erased texts leave none behind: nightly, and after an erasure.
 * Reads the whole index; needs the owner's transaction.
 */
export async function forgetUnusedWords(tx: Pick<Tx, 'rows'>): Promise<void> {
  for (const language of searchLanguages) {
    const known = await tx.rows(
      sql<{ word: string }>`select word from platform.search_word where language = ${language}`,
    )
    const words = known.map((each) => each.word)
    const forms = words.map((word) => stemmerForm(word, language))
    const lexeme =
      language === 'sk' ? sql`array[form]` : sql`tsvector_to_array(to_tsvector(${configOf(language)}, form))`
    await tx.rows(sql`
      with used as materialized (
        select word from ts_stat(${sql.lit(`select lexemes from platform.search_index where language = '${language}'`)})
      )
      delete from platform.search_word known using unnest(${words}::text[], ${forms}::text[]) asked (word, form)
      where known.language = ${language} and known.word = asked.word
        and not exists (select from used where used.word = (${lexeme})[1])`)
  }
}
