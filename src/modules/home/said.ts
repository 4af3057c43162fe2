/** What was said lately: the words of dialogue, titled by the address book. */
import type { AddressBook, Subject } from '../../platform/http/address-book.ts'
import { type LatestRow, voiceUrl } from '../dialogue/public.ts'
import type { MemberScope } from '../people/contract.ts'
import type { Said } from './pages/said.tsx'

const subjectOf = ({ subject_kind: kind, subject_id: id }: LatestRow): Subject | undefined =>
  kind !== null && id !== null ? { kind, id } : undefined

/** Turns rows into lines with their addresses; what the reader may not look up is left out. */
export const saidFrom = async (
  addressBook: AddressBook,
  scope: MemberScope,
  rows: readonly LatestRow[],
): Promise<Said[]> => {
  const found = await addressBook.lookUp(
    scope,
    rows.flatMap((row) => subjectOf(row) ?? []),
  )
  return rows.flatMap((row) => {
    const subject = subjectOf(row)
    const about = subject ? found.get(`${subject.kind} ${subject.id}`)?.title : row.title
    if (about === undefined || about === null) return []
    const { id, slug, text, language, said_at: at } = row
    return [{ id, who: row.author_name, text, language, at, about, href: voiceUrl({ slug, id }) }]
  })
}
