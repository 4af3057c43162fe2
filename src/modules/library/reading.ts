/** The word “I read this”: told to a story's author alone, by name; nothing is counted. */
import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { belongsTo } from '../community/public.ts'
import { readersOf, tellRead } from '../dialogue/public.ts'
import type { MemberScope } from '../people/contract.ts'
import type { EntryRow } from './store.ts'

/** What the page shows: to the author who told so, to a reader whether they did; to everybody else nothing. */
export interface Readings {
  readonly mine: boolean
  readonly told: boolean
  readonly names: readonly string[]
}

/** The one button under a story. */
export const readingForm = z.object({ read: z.enum(['yes', 'no']).catch('yes') })

type Told = Pick<EntryRow, 'id' | 'kind' | 'author_id' | 'community_id' | 'withdrawn_at'>

/** Whether the asking person may tell: one of the author's own community, where a name means somebody. */
export const mayTell = (scope: MemberScope, entry: Told): boolean =>
  entry.kind === 'story' &&
  entry.author_id !== null &&
  entry.withdrawn_at === null &&
  entry.community_id !== null &&
  belongsTo(scope, entry.community_id)

/** What stands of it for the asking person; nothing for who may not tell. */
export const readingsOf = async (house: House, scope: MemberScope, entry: Told): Promise<Readings | undefined> => {
  if (!mayTell(scope, entry)) return undefined
  const [readers] = await house.db.read(scope, readersOf(scope, { kind: 'entry', id: entry.id }))
  const mine = entry.author_id === scope.personId
  return {
    mine,
    told: readers.some((one) => one.reader_id === scope.personId),
    names: mine ? readers.flatMap((one) => (one.name ? [one.name] : [])) : [],
  }
}

/** Tells the author, or takes it back. Nothing happens for who may not tell. */
export const tellReading = (house: House, scope: MemberScope, entry: Told, read: boolean): Promise<void> =>
  house.db.write(scope, async (tx) => {
    if (mayTell(scope, entry) && entry.author_id !== null)
      await tellRead(tx, scope, { kind: 'entry', id: entry.id }, entry.author_id, read)
  })
