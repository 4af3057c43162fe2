/** What the address book says of open threads and of contributions: title and address, for those who hear them. */
import type { House } from '../../platform/house.ts'
import type { AddressBook, Describe, Description } from '../../platform/http/address-book.ts'
import type { MemberScope } from '../people/contract.ts'
import type { ContributionId, ThreadId } from './contract.ts'
import { VOICES_A_PAGE } from './numbering.ts'
import { aboutVoices, type PlaceOfVoice, placesOf } from './store/contributions.ts'
import { threadsByIds } from './store/threads.ts'
import { urls, voiceAnchor, voicesPage } from './urls.ts'

/** Describes open threads. */
export const describeThreads =
  (house: Pick<House, 'db'>): Describe =>
  async (asker, ids) => {
    const [threads] = await house.db.read(asker, threadsByIds(asker as MemberScope, ids))
    return new Map(threads.map(({ id, title, slug }) => [id, { title, href: urls.thread({ slug, id }) }]))
  }

/** Describes contributions: the title of what they are about, and the address that leads to their place on its page. */
export const describeContributions =
  (house: Pick<House, 'db'>, addressBook: AddressBook): Describe =>
  async (asker, ids) => {
    const scope = asker as MemberScope
    const [voices] = await house.db.read(scope, aboutVoices(scope, ids))
    const about = await addressBook.lookUp(
      scope,
      voices.flatMap((voice) => subjectOf(voice) ?? []),
    )
    return new Map(
      voices.flatMap(({ id, slug, ...voice }) => {
        const subject = subjectOf(voice)
        const title = subject ? about.get(`${subject.kind} ${subject.id}`)?.title : (voice.title ?? '')
        return title === undefined ? [] : [[id, { title, href: urls.voice({ slug, id }) }] as const]
      }),
    )
  }

/** Where contributions stand. `page` is the address of the page alone, without the voice's anchor. */
export const placesOfVoices = async (
  house: Pick<House, 'db'>,
  addressBook: AddressBook,
  scope: MemberScope,
  ids: readonly ContributionId[],
): Promise<Map<ContributionId, Description & { readonly page: string }>> => {
  const [places] = await house.db.read(scope, placesOf(scope, ids))
  return describedPlaces(addressBook, scope, places)
}

/** The same, where the places are known. */
export const describedPlaces = async (
  addressBook: AddressBook,
  scope: MemberScope,
  places: readonly PlaceOfVoice[],
): Promise<Map<ContributionId, Description & { readonly page: string }>> => {
  const about = await addressBook.lookUp(
    scope,
    places.flatMap((place) => subjectOf(place) ?? []),
  )
  return new Map(
    places.flatMap((place) => {
      const subject = subjectOf(place)
      const described = subject
        ? about.get(`${subject.kind} ${subject.id}`)
        : { title: place.title ?? '', href: urls.thread({ slug: place.slug, id: place.thread_id }) }
      if (!described) return []
      const page = voicesPage(described.href, Math.floor(place.before / VOICES_A_PAGE) + 1)
      return [[place.id, { title: described.title, page, href: `${page}#${voiceAnchor(place.id)}` }] as const]
    }),
  )
}

/** The address of the page on which a thread is shown, if the asking person may go there. */
export const placeOfRoom = async (
  addressBook: AddressBook,
  scope: MemberScope,
  slug: string,
  room: { readonly id: ThreadId; readonly subject_kind: string | null; readonly subject_id: number | null },
): Promise<string | undefined> => {
  const subject = subjectOf(room)
  if (!subject) return urls.thread({ slug, id: room.id })
  return (await addressBook.lookUp(scope, [subject])).get(`${subject.kind} ${subject.id}`)?.href
}

const subjectOf = ({ subject_kind: kind, subject_id: id }: Pick<PlaceOfVoice, 'subject_kind' | 'subject_id'>) =>
  kind !== null && id !== null ? { kind, id } : undefined
