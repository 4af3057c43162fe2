/** What waits for a person, as one list: stories that need a yes or no, try-outs whose time is up. */
import type { RunningTryout } from '../challenge/public.ts'
import type { PersonId } from '../people/contract.ts'
import type { Asked } from './pages/asked.tsx'

/** How to reach what waits. */
export interface Ways {
  readonly story: (slug: string, id: number) => string
  readonly tryout: (tryout: RunningTryout) => string
}

/** The try-outs that one owns and whose last day has come; `today` is a calendar day. */
export const dueFor = (person: PersonId | null, today: string, tryouts: readonly RunningTryout[]): RunningTryout[] =>
  tryouts.filter((tryout) => tryout.owner_id === person && tryout.ends_on <= today)

/** Stories first, then try-outs, each once. */
export const askedFrom = (
  stories: readonly { readonly id: number; readonly slug: string; readonly title: string }[],
  due: readonly RunningTryout[],
  ways: Ways,
): Asked[] => [
  ...stories.map((story) => ({ kind: 'yes' as const, title: story.title, href: ways.story(story.slug, story.id) })),
  ...due.map((tryout) => ({ kind: 'saw' as const, title: tryout.title, href: ways.tryout(tryout) })),
]
