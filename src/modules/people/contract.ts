/** What others know of people: ids, the scope of a member, the reader of a page, the visit that carries them. */
import type { Env } from 'hono'
import type { Beliefs } from '../../platform/db/beliefs.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { House } from '../../platform/house.ts'
import type { AddressBook } from '../../platform/http/address-book.ts'
import type { Navigation } from '../../platform/http/navigation.ts'
import type { SiteSettings } from '../../platform/settings/settings.ts'
import type { Language } from '../../platform/words/words.ts'

// SQL elsewhere may read the view people.named (id, name, kind): the names that the asking person may know.

/** A person's number. */
export type PersonId = number

declare const minted: unique symbol

/** Who asks and which circles they hear. Only people mints it; every read demands it. */
export interface MemberScope {
  readonly [minted]: true
  readonly personId: PersonId | null
  readonly name: string
  readonly reach: readonly string[]
  readonly administrator: boolean
  /** While a page is read: what was remembered to read it in one flight. */
  readonly beliefs?: Beliefs
}

/** How the page is to be read: its language, zone and look. */
export interface Reader {
  readonly lang: Language
  readonly zone: string
  readonly theme: 'system' | 'light' | 'dark' | 'contrast'
  readonly size: 'normal' | 'large' | 'larger'
  readonly spacing: 'normal' | 'wide'
}

/** A community as pages need it on the way. */
export interface Place {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly language: Language
  readonly invented: boolean
  readonly open: boolean
  /** Closed with a farewell: it is read, and nothing is added. */
  readonly closed?: boolean
}

/** A seat that the school's own groups give somebody; always as a member. */
export interface Seat {
  readonly slug: string
  readonly perspectives: readonly string[]
}

/** How communities give such seats: people knows nothing of communities, so that the house passes this part in. */
export interface Seating {
  /** The perspectives there are, and how they are called. */
  readonly perspectives: readonly string[]
  readonly calls: (lang: Language, perspective: string) => string
  /** Which of these are names of open communities in their addresses. As the owner only. */
  readonly known: (tx: Tx, slugs: readonly string[]) => Promise<readonly string[]>
  /** Gives a seat where there is none yet; never takes or changes one. As the owner only. */
  readonly seat: (tx: Tx, personId: PersonId, seat: Seat) => Promise<void>
}

/** The program that asks for a person: the number of its token and what the token may. */
export interface Program {
  readonly id: number
  readonly rights: readonly ('read' | 'write')[]
}

/** What every request carries. `place` is set by the rules that admit to a community. */
export interface Visit extends Env {
  Variables: {
    house: House
    settings: SiteSettings
    scope: MemberScope
    reader: Reader
    navigation: Navigation
    addressBook: AddressBook
    place: Place
    /** Set for requests to the API, which are never answered by a page. */
    answers?: 'json'
    program?: Program
    /** Asked by an open page by itself, not by somebody: it does not count as being there. */
    unattended?: true
  }
}
