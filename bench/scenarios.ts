/** What is measured: each a way to ask, the answer expected, and what it has to reach. */
import { urls as dialogue, voicesPage } from '../src/modules/dialogue/urls.ts'
import { urls as home } from '../src/modules/home/urls.ts'
import { urls as library } from '../src/modules/library/urls.ts'
import type { Asked } from './callers.ts'
import type { Places } from './places.ts'

/** A limit to stay below, or to reach. `share` is the CPU of the bare SQL in that of the page. */
export interface Target {
  readonly of: 'cpu' | 'p50' | 'p99' | 'perSecond' | 'share'
  readonly most?: number
  readonly least?: number
  /** The scenario whose figure is multiplied. */
  readonly timesOf?: string
}

/** One line of the table. */
export interface Scenario {
  /** For `--only` and `--profile`. */
  readonly name: string
  readonly title: string
  readonly ask: (number: number) => Asked
  readonly status: 200 | 303
  readonly callers: number
  /** What it could be at best: the same reads alone, the same act without a page, or only its bytes. */
  readonly beside: readonly ('reads' | 'act' | 'bytes')[]
  readonly targets: readonly Target[]
}

/** As browsers ask on a computer's own address. */
const browser = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': 'en' }

// A twentieth of a thousand has 39 words in the middle, as the contributions of the reference corpus have.
const sentence =
  'Today she **chose the page** herself the evening before and read it aloud to her brother, so in class she began before anybody asked, and the others listened; next week we try the same with a song that number'

const nth = <T>(list: readonly T[], number: number): T => list[number % list.length] as T

/** All scenarios over these places; the question is that of the village. */
export const scenariosOf = (origin: string, places: Places, question: { path: string; cookie: string }): Scenario[] => {
  const { slug, members, fifty, thousand, entry, words } = places
  const member = { ...browser, cookie: nth(members, 0) }
  const page = (path: string, headers: Asked['headers']) => () => ({ path, headers })
  const read = { status: 200, callers: 16, beside: ['reads', 'bytes'] } as const
  const thread = dialogue.thread({ slug, id: fifty })
  const say = (number: number): Asked => ({
    path: dialogue.say({ slug, id: nth(places.writing, number) }),
    headers: { ...browser, origin, cookie: nth(members, number) },
    body: new URLSearchParams({
      once: crypto.randomUUID(),
      text: `${sentence} ${number}.`,
      language: 'en',
      audience: 'community',
    }).toString(),
  })
  const seek = (q: string): Asked => ({ path: home.search({}, { q }), headers: member })
  const often = words.slice(0, 12)
  return [
    {
      ...read,
      name: 'thread',
      title: 'thread of 50, a member',
      ask: page(thread, member),
      targets: [
        { of: 'cpu', most: 1.2 },
        { of: 'share', least: 0.4 },
        { of: 'p99', most: 60 },
      ],
    },
    {
      ...read,
      name: 'visitor',
      title: 'thread of 50, a visitor',
      ask: page(thread, browser),
      targets: [
        { of: 'cpu', most: 0.6 },
        { of: 'share', least: 0.4 },
        { of: 'p99', most: 60 },
      ],
    },
    {
      ...read,
      name: 'page20',
      title: 'page 20 of 1,000, a member',
      ask: page(voicesPage(dialogue.thread({ slug, id: thousand }), 20), member),
      targets: [{ of: 'cpu', most: 1.2, timesOf: 'thread' }],
    },
    {
      ...read,
      name: 'home',
      title: 'home of a community, a member',
      ask: page(home.community({ slug }), member),
      targets: [{ of: 'cpu', most: 1.2 }],
    },
    {
      ...read,
      name: 'library',
      title: 'library entry, a visitor',
      ask: page(library.entry({ slug: entry }), browser),
      targets: [{ of: 'perSecond', least: 2500 }],
    },
    {
      ...read,
      name: 'question',
      title: 'question with 50 voices, a member',
      ask: page(question.path, { ...browser, cookie: question.cookie }),
      targets: [],
    },
    {
      ...read,
      name: 'search',
      title: 'search, one caller',
      ask: (number) => seek(nth(often, number)),
      callers: 1,
      targets: [
        { of: 'p50', most: 5 },
        { of: 'p99', most: 25 },
      ],
    },
    {
      ...read,
      name: 'search-new',
      title: 'search, words never asked before',
      ask: (number) => seek(nth(words, 12 + number)),
      callers: 1,
      beside: ['bytes'],
      targets: [
        { of: 'p50', most: 5 },
        { of: 'p99', most: 25 },
      ],
    },
    {
      name: 'say',
      title: 'saying something',
      ask: say,
      status: 303,
      callers: 16,
      beside: ['act'],
      targets: [{ of: 'perSecond', least: 800 }],
    },
  ]
}
