/** The conversation of a question: its title and its address, as far as somebody may know them. */
import type { AddressBook, Description } from '../../../platform/http/address-book.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { ThreadId } from '../contract.ts'
import { urls } from '../urls.ts'

/** What hangs in a conversation, and on what that hangs. */
interface Hanging {
  readonly thread: ThreadId
  readonly slug: string
  readonly title: string | null
  readonly subject_kind: string | null
  readonly subject_id: number | null
}

/** Title and address of a conversation, or nothing when `scope` does not reach what it hangs on. */
export const conversationOf = async (
  addressBook: AddressBook,
  scope: MemberScope,
  { thread, slug, title, subject_kind: kind, subject_id: id }: Hanging,
): Promise<Description | undefined> => {
  if (kind === null || id === null) return { title: title ?? '', href: urls.thread({ slug, id: thread }) }
  return (await addressBook.lookUp(scope, [{ kind, id }])).get(`${kind} ${id}`)
}
