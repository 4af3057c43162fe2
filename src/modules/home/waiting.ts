/** What waits for a person, as one list: questions to them, a yes or no, try-outs whose time is up, words to be told. */
import type { Ending, RunningTryout } from '../challenge/public.ts'
import { facilitates } from '../community/public.ts'
import type { FirstWords } from '../dialogue/public.ts'
import type { MemberScope, PersonId } from '../people/contract.ts'
import type { Asked } from './pages/asked.tsx'

/** How to reach what waits. */
export interface Ways {
  readonly ask: (slug: string, id: number) => string
  readonly round: (slug: string, id: number) => string
  readonly story: (slug: string, id: number) => string
  readonly tryout: (tryout: RunningTryout) => string
  readonly word: (ending: Ending) => string
  readonly desk: (slug: string) => string
}

/** All that may wait. */
export interface MayWait {
  readonly asks: readonly {
    readonly id: number
    readonly slug: string
    readonly asker: string | null
    readonly question: string
  }[]
  readonly rounds: readonly { readonly id: number; readonly slug: string; readonly question: string }[]
  readonly stories: readonly { readonly id: number; readonly slug: string; readonly title: string }[]
  readonly due: readonly RunningTryout[]
  readonly words: readonly Ending[]
  readonly first?: readonly FirstWords[]
}

/** The try-outs that one owns and whose last day has come; `today` is a calendar day. */
export const dueFor = (person: PersonId | null, today: string, tryouts: readonly RunningTryout[]): RunningTryout[] =>
  tryouts.filter((tryout) => tryout.owner_id === person && tryout.ends_on <= today)

/** The words that are one's own to tell: what one looks after; for facilitators also what nobody does. */
export const wordsFor = (scope: MemberScope, endings: readonly Ending[]): Ending[] =>
  endings.filter(
    (one) => one.owner_id === scope.personId || (one.owner_id === null && facilitates(scope, one.community_id)),
  )

/** What somebody asked first, then what nobody answered, then the rest; each once. */
export const askedFrom = ({ asks, rounds, stories, due, words, first = [] }: MayWait, ways: Ways): Asked[] => [
  ...asks.map(({ slug, id, question, asker }) => ({
    kind: 'answer' as const,
    title: question,
    name: asker ?? '',
    href: ways.ask(slug, id),
  })),
  ...rounds.map(({ slug, id, question }) => ({ kind: 'round' as const, title: question, href: ways.round(slug, id) })),
  ...first.map(({ slug, author_name }) => ({
    kind: 'first' as const,
    title: '',
    name: author_name,
    href: ways.desk(slug),
  })),
  ...stories.map(({ slug, id, title }) => ({ kind: 'yes' as const, title, href: ways.story(slug, id) })),
  ...due.map((tryout) => ({ kind: 'saw' as const, title: tryout.title, href: ways.tryout(tryout) })),
  ...words.map((ending) => ({ kind: 'word' as const, title: ending.title, href: ways.word(ending) })),
]
