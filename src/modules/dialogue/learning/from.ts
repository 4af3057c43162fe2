/** Where something was learned, as a form and an address name it: `entry-12`. */
import type { AddressBook, Description, Subject } from '../../../platform/http/address-book.ts'
import type { MemberScope } from '../../people/contract.ts'

/** A source with its title and address. */
export type Source = Subject & Description

// What people do and write; nothing that is somebody's own affair.
const kinds = ['contribution', 'entry', 'tryout', 'challenge', 'meeting']

/** The source that a text names, if the asking person may see it. */
export const sourceNamed = async (
  addressBook: AddressBook,
  scope: MemberScope,
  named: string | undefined,
): Promise<Source | undefined> => {
  const [, kind = '', number = ''] = /^([a-z]+)-([1-9]\d{0,14})$/.exec(named ?? '') ?? []
  if (!kinds.includes(kind)) return undefined
  const subject = { kind, id: Number(number) }
  const described = (await addressBook.lookUp(scope, [subject])).get(`${kind} ${subject.id}`)
  return described && { ...subject, ...described }
}

/** The name of a source. */
export const nameOf = ({ kind, id }: Subject): string => `${kind}-${id}`
