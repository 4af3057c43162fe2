/** Acts whose words wait for an adult's look when a student does them: kept as they were sent, done when somebody has looked. */
import { Declined } from '../../../platform/db/declined.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { Diverted } from '../../../platform/http/diverted.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { MemberScope } from '../../people/contract.ts'
import { keepHeld, sameHeld, slugOf } from './store.ts'
import { heldAnchor, heldUrls } from './urls.ts'

/** The kind under which facts and letters name what waits. */
export const heldKind = 'held'

/** What somebody does, so that it can be shown while it waits, and done afterwards. */
export interface Doing {
  /** The act's own, in a list that `app.ts` has. */
  readonly kind: string
  /** All that was given to the act after house and scope. It goes through JSON and back; a map may be among it. */
  readonly given: readonly unknown[]
  /** What was written, part by part; what is empty is left out. */
  readonly words: readonly string[] | (() => Promise<readonly string[]>)
  readonly language?: string
  /** What it hangs on. */
  readonly on?: { readonly kind: string; readonly id: number }
}

/** An act by its kind, so that what waits can be named and done. */
export interface HeldAct {
  readonly kind: string
  /** What it is, in the words of its module, such as “Where we see it differently”. */
  label(lang: Language): string
  /** Does it now, as its author, with what was given as it was written down. */
  redo(house: House, author: MemberScope, given: string): Promise<Outcome<unknown>>
}

// A map is given as its pairs.
const written = (given: unknown): string =>
  JSON.stringify(given, (_key, value) => (value instanceof Map ? { pairs: [...value] } : value))

const read = (given: string): unknown =>
  JSON.parse(given, (_key, value) => (Array.isArray(value?.pairs) ? new Map(value.pairs) : value))

/** One entry of a module's list of acts that can wait. */
export const heldAct = <A extends unknown[]>(
  kind: string,
  label: HeldAct['label'],
  act: (house: House, scope: MemberScope, ...given: A) => Promise<Outcome<unknown>>,
): HeldAct => ({ kind, label, redo: (house, author, given) => act(house, author, ...(read(given) as A)) })

/**
 * Does something, unless the database declines because a student wrote for others than the adults: then all that was
 * given is kept, and whoever asked is led to the page of what waits.
 * @throws Diverted when it waits.
 */
export const orWait = async <T>(
  house: House,
  scope: MemberScope,
  doing: Doing,
  act: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  try {
    return await act()
  } catch (fault) {
    if (!(fault instanceof Declined && fault.reason === 'look')) throw fault
    throw new Diverted(await keep(house, scope, doing, Number(fault.detail)))
  }
}

/** Keeps it and tells the adults; answers where its author finds it. */
const keep = async (house: House, scope: MemberScope, doing: Doing, community: number): Promise<string> => {
  const words = typeof doing.words === 'function' ? await doing.words() : doing.words
  const given = written(doing.given)
  return house.db.write(scope, async (tx) => {
    const row = {
      community_id: community,
      kind: doing.kind,
      given,
      words: words.filter((one) => one.trim() !== ''),
      language: doing.language ?? '',
      subject_kind: doing.on?.kind ?? null,
      subject_id: doing.on?.id ?? null,
    }
    const kept = await tx.one(keepHeld(scope, row, tx.now))
    const id = kept?.id ?? (await tx.one(sameHeld(scope, doing.kind, given)))?.id ?? 0
    if (kept)
      await record(tx, { kind: 'words.waited', actor: scope.personId, subject: { kind: heldKind, id }, community })
    const place = await tx.one(slugOf(community))
    return `${heldUrls.mine({ slug: place?.slug ?? '' })}#${heldAnchor(id)}`
  })
}
