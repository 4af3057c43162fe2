/** A conversation in the village: a house with dialogue's doors, and threads about a thing that only the test knows. */

import type { VillagerName } from '../../src/demonstration/people.ts'
import type { Circle } from '../../src/modules/community/contract.ts'
import { say } from '../../src/modules/dialogue/actions/speaking.ts'
import { lookingRoutes } from '../../src/modules/dialogue/looking/routes.ts'
import { navigation } from '../../src/modules/dialogue/navigation.ts'
import { describeContributions, describeThreads, openThread } from '../../src/modules/dialogue/public.ts'
import { routes } from '../../src/modules/dialogue/routes.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import { openVillage, type Village } from './village.ts'

/** The village with a thread about question 1, for all of Reading together. */
export interface Conversation extends Village {
  readonly community: number
  readonly thread: number
  readonly subject: { readonly kind: string; readonly id: number }
  /** Opens another thread about a question of its own number. */
  open(who: VillagerName, number: number, audience: string): Promise<number>
  /** Somebody says something; answers its number. */
  say(
    who: VillagerName,
    text: string,
    more?: {
      circle?: Circle
      thread?: number
      replyTo?: number
      withoutName?: boolean
      note?: string
      quote?: { of: number; words: string } | undefined
    },
  ): Promise<number>
}

/** Opens it; `close` when done. */
export const openConversation = async (): Promise<Conversation> => {
  const addressBook = new AddressBook()
  const village = await openVillage({
    tables: [routes, lookingRoutes([])],
    addressBook,
    navigation: { entries: navigation, communityHome: (slug) => `/c/${slug}`, siteHome: () => '/' },
  })
  const { house } = village
  addressBook.register('thread', describeThreads(house))
  addressBook.register('contribution', describeContributions(house, addressBook))
  addressBook.register(
    'question',
    async (_asker, ids) => new Map(ids.map((id) => [id, { title: `Question ${id}?`, href: `/questions/${id}` }])),
  )
  const community = village.communities.reading.id
  const open = (who: VillagerName, number: number, audience: string) => {
    const scope = village.scope(who)
    return house.db.write(scope, (tx) =>
      openThread(tx, scope, { community, subject: { kind: 'question', id: number }, audience, language: 'en' }),
    )
  }
  const thread = await open('ines', 1, `community:${community}`)
  return {
    ...village,
    community,
    thread,
    subject: { kind: 'question', id: 1 },
    open,
    say: async (who, text, more = {}) => {
      const { circle = 'community', replyTo } = more
      const said = await say(house, village.scope(who), {
        thread: more.thread ?? thread,
        community,
        text,
        language: 'en',
        circle,
        replyTo,
        withoutName: more.withoutName,
        note: more.note,
        quote: more.quote,
      })
      if (!said.ok) throw new Error(said.reason)
      return said.value.id
    },
  }
}
