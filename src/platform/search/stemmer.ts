// How SQL names the stemmer of a language.
import { type RawBuilder, sql } from 'kysely'
import type { SearchLanguage } from './language.ts'

/** The text search configuration of a language, made in the migration; Slovak has none. */
export const configOf = (language: SearchLanguage) => sql`${sql.lit(`platform.${language}`)}::regconfig`

/** Slovak comes as lexemes. A text of null finds nothing: so every question in every language has the same SQL text. */
export function tsquery(language: SearchLanguage, text: RawBuilder<unknown>): RawBuilder<unknown> {
  return language === 'sk' ? sql`${text}::tsquery` : sql`to_tsquery(${configOf(language)}, ${text})`
}
