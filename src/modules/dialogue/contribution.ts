/** A contribution as it is kept, named and found again. */
import type { Tx } from '../../platform/db/database.ts'
import { indexText, type SearchText } from '../../platform/search/store.ts'
import { htmlOf, wordsIn } from '../../platform/text/markdown.ts'
import type { ContributionId } from './contract.ts'

/** Words as they are kept: typed, shown, and in which language. */
export interface Words {
  readonly text: string
  readonly html: string
  readonly language: string
}

/** A contribution as a subject. */
export const contribution = (id: ContributionId) => ({ kind: 'contribution', id })

/** Typed words as they are kept. */
export const wordsOf = (typed: { readonly text: string; readonly language: string }): Words => ({
  text: typed.text,
  html: htmlOf(typed.text),
  language: typed.language,
})

/** What search hears of words that are kept; rendered words are not rendered again. */
export const heardText = (id: ContributionId, { html, language }: Words): SearchText => ({
  ...contribution(id),
  language,
  body: wordsIn(html),
})

/** Lets search hear the words of a contribution. */
export const hearIt = (tx: Tx, id: ContributionId, words: Words): Promise<void> => indexText(tx, heardText(id, words))
