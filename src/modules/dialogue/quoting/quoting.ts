/** A quote: words of another contribution, as they stand there, carried into one's own; never to more people than hear them. */
import type { Tx } from '../../../platform/db/database.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { wordsIn } from '../../../platform/text/markdown.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { contributionById, type Found } from '../store/contributions.ts'

/** The longest quote, in characters. */
export const LONGEST_QUOTE = 2_000

/** What is quoted, and which of its words. */
export interface Quoting {
  readonly of: ContributionId
  readonly words: string
}

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Whether an excerpt stands in the words in one piece; line ends and spaces are not what people quote. */
export const isExcerpt = (words: string, excerpt: string): boolean => {
  const piece = folded(excerpt)
  return piece !== '' && folded(words).includes(piece)
}

/** The words of a contribution that may be quoted, as plain text, from the beginning. */
export const quotableWords = (html: string): string => {
  const words = wordsIn(html).trim()
  if (words.length <= LONGEST_QUOTE) return words
  const cut = words.slice(0, LONGEST_QUOTE)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trim()
}

/** The contribution that a quote in a thread is of, when it may be quoted so. Refuses with `quote.…` and `say.waits`. */
export const quotable = async (
  tx: Tx,
  scope: MemberScope,
  thread: ThreadId,
  quote: Quoting,
): Promise<Outcome<Found>> => {
  const quoted = await tx.one(contributionById(scope, quote.of))
  if (!quoted || quoted.withdrawn || quoted.thread_id !== thread) return refuse('quote.gone', 'quoteWords')
  if (quoted.waits) return refuse('say.waits', 'quoteWords')
  if (quote.words.length > LONGEST_QUOTE) return refuse('quote.long', 'quoteWords')
  return isExcerpt(wordsIn(quoted.html), quote.words) ? done(quoted) : refuse('quote.notTheirs', 'quoteWords')
}
