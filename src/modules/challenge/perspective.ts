/** Which perspectives have not been heard: told in words, never counted. */
import { type Perspective, perspectives } from '../community/contract.ts'

/** Somebody who belongs, with the perspectives they bring. */
export interface Bringer {
  readonly person_id: number
  readonly perspectives: readonly Perspective[]
}

/** The perspectives that the community has and that nobody who was heard brings, in the usual order. */
export const notHeardYet = (members: readonly Bringer[], heard: readonly (number | null)[]): Perspective[] => {
  const brought = (some: readonly Bringer[]) => new Set(some.flatMap((one) => one.perspectives))
  const here = brought(members)
  const spoken = brought(members.filter((one) => heard.includes(one.person_id)))
  return perspectives.filter((one) => here.has(one) && !spoken.has(one))
}

/** Names or words as one phrase: “family, student and partner”, in the reader's language. */
export const together = (words: readonly string[], lang: string): string =>
  new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang, { style: 'long', type: 'conjunction' }).format(words)
