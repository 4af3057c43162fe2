/** Gathers what was said lately: the words of dialogue, titled by the address book. */

import type { House } from '../../platform/house.ts'
import type { AddressBook } from '../../platform/http/address-book.ts'
import { latestContributions } from '../dialogue/public.ts'
import type { MemberScope } from '../people/contract.ts'
import type { Said } from './pages/said.tsx'

/** The rows as dialogue gives them. */
type Row = Awaited<ReturnType<typeof readLatest>>[number]

const readLatest = async (house: House, scope: MemberScope, communities: readonly number[], limit: number) =>
  (await house.db.read(scope, latestContributions(scope, communities, limit)))[0]

/** Turns rows into lines with their addresses; what the reader may not look up is left out. */
export const saidFrom = async (addressBook: AddressBook, scope: MemberScope, rows: readonly Row[]): Promise<Said[]> => {
  const subjects = rows.map((row) => ({ kind: 'contribution', id: row.id }))
  const about = rows.flatMap((row) =>
    row.subject_kind && row.subject_id
      ? [{ kind: row.subject_kind, id: row.subject_id }]
      : [{ kind: 'thread', id: row.thread_id }],
  )
  const found = await addressBook.lookUp(scope, [...subjects, ...about])
  return rows.flatMap((row) => {
    const own = found.get(`contribution ${row.id}`)
    if (!own) return []
    const subject =
      row.subject_kind && row.subject_id
        ? found.get(`${row.subject_kind} ${row.subject_id}`)
        : found.get(`thread ${row.thread_id}`)
    return [
      {
        id: row.id,
        who: row.author_name ?? '',
        text: row.text,
        language: row.language,
        at: row.said_at,
        about: subject?.title ?? '',
        href: own.href,
      },
    ]
  })
}

/** What was said lately in some communities. */
export const saidLately = async (
  house: House,
  addressBook: AddressBook,
  scope: MemberScope,
  communities: readonly number[],
  limit: number,
): Promise<Said[]> =>
  communities.length === 0 ? [] : saidFrom(addressBook, scope, await readLatest(house, scope, communities, limit))
