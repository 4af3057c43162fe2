/** What a practice story begins with: the words of a question put under the four questions that a story asks. */
import type { Provenance } from '../library/contract.ts'
import type { Challenge } from './contract.ts'
import type { OutcomeRow, UnknownRow } from './store/unknown.ts'
import type { ChangeRow, SightingRow, Tryout } from './tryout/store.ts'
import { notBegun } from './tryout/tryout.ts'

/** What can be told. */
export interface Told {
  readonly challenge: Pick<Challenge, 'question'>
  readonly outcomes: readonly Pick<OutcomeRow, 'known' | 'stays_open'>[]
  readonly unknowns: readonly Pick<UnknownRow, 'words' | 'evidence'>[]
  readonly differences: readonly { readonly words: string }[]
  readonly tryouts: readonly Tryout[]
  readonly changes: readonly Pick<ChangeRow, 'tryout_id' | 'happened' | 'now_do'>[]
  readonly sightings: readonly Pick<SightingRow, 'tryout_id' | 'words'>[]
}

/** The few words between, in the language of the question. */
export interface Between {
  readonly stop: (words: string) => string
  readonly change: (happened: string, now: string) => string
  readonly seen: string
  readonly open: string
  readonly differently: string
}

/** The answers a story begins with; its writers change them as they like. */
export interface Beginning {
  readonly mattered: string
  readonly did: string
  readonly unsure: string
  readonly whose: string
  readonly provenance: Provenance
}

const LONGEST = 8000

const short = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part): part is string => part !== undefined && part !== '')
    .join('\n\n')
    .slice(0, LONGEST)

const list = (title: string, items: readonly string[]): string | undefined =>
  items.length > 0 ? `${title}\n\n${items.map((item) => `- ${item.replace(/\s*\n\s*/g, ' ')}`).join('\n')}` : undefined

const outcomeOf = ({ state }: Tryout) => (state === 'kept' || state === 'adapted' || state === 'stopped' ? state : null)

/** Puts it together; only try-outs that began are told. */
export const tell = (told: Told, between: Between): Beginning => {
  const begun = told.tryouts.filter(({ state }) => !notBegun(state))
  const newest = told.outcomes[0]
  const steps = begun.map((tryout) => {
    const seen = told.sightings.filter((one) => one.tryout_id === tryout.id).map((one) => one.words)
    return short([
      tryout.title,
      tryout.expects,
      between.stop(tryout.stop_if),
      list(between.seen, seen),
      tryout.reason ?? undefined,
    ])
  })
  const surprises = told.changes
    .filter((one) => begun.some(({ id }) => id === one.tryout_id))
    .map((one) => between.change(one.happened, one.now_do))
  const open = told.unknowns.filter((one) => one.evidence === null).map((one) => one.words)
  return {
    mattered: newest?.known ?? '',
    did: short(steps),
    unsure: short([
      list(between.open, [...open, ...(newest?.stays_open ? [newest.stays_open] : [])]),
      ...surprises,
      list(
        between.differently,
        told.differences.map((one) => one.words),
      ),
    ]),
    whose: told.challenge.question,
    provenance: {
      question: told.challenge.question,
      tryouts: begun.map((tryout) => ({ title: tryout.title, outcome: outcomeOf(tryout) })),
    },
  }
}
