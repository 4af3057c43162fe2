/** What waits for a person, as one list: stories that need a yes or no, try-outs whose time is up. */
import type { Asked } from './pages/asked.tsx'

/** How to reach what waits. */
export interface Ways {
  readonly storyUrl: (slug: string, id: number) => string
  readonly tryoutUrl: (slug: string, challenge: number, tryout: number) => string
}

/** Stories first, then try-outs, each once. */
export const askedFrom = (
  stories: readonly { readonly id: number; readonly slug: string; readonly title: string }[],
  due: readonly { readonly id: number; readonly challenge_id: number; readonly slug: string; readonly title: string }[],
  ways: Ways,
): Asked[] => [
  ...stories.map((story) => ({ kind: 'yes' as const, title: story.title, href: ways.storyUrl(story.slug, story.id) })),
  ...due.map((tryout) => ({ kind: 'saw' as const, title: tryout.title, href: ways.tryoutUrl(tryout.slug, tryout.challenge_id, tryout.id) })),
]
