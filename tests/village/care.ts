/** The village with those who look after it: Joana is the lead of Reading together, and a conversation to report from. */
import { sql } from 'kysely'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { routes as communityRoutes } from '../../src/modules/community/routes.ts'
import { say } from '../../src/modules/dialogue/actions/speaking.ts'
import {
  describeContributions,
  describeThreads,
  openThread,
  reportedVoice,
  wordsOfChild,
} from '../../src/modules/dialogue/public.ts'
import { routes as dialogueRoutes } from '../../src/modules/dialogue/routes.ts'
import { followAnswers } from '../../src/modules/library/public.ts'
import { daysOff } from '../../src/modules/notification/public.ts'
import { routes as peopleRoutes } from '../../src/modules/people/routes.ts'
import { acceptLead, nameLead } from '../../src/modules/safeguarding/actions/adults.ts'
import { isGuardianLink } from '../../src/modules/safeguarding/agreeing/urls.ts'
import { routes } from '../../src/modules/safeguarding/routes.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import { must } from './questions.ts'
import { openVillage, type Village } from './village.ts'

/** Those of Reading together. */
export const everybody: readonly VillagerName[] = ['ines', 'henk', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana']

/** The village, with short ways to ask the database and to say something. */
export interface Care extends Village {
  readonly place: { readonly id: number; readonly slug: string }
  readonly thread: number
  owner<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]>
  /** A query as the application's role, for somebody. */
  asApp(who: VillagerName, query: ReturnType<typeof sql>): Promise<unknown[]>
  page(who: VillagerName, address: string): Promise<{ status: number; text: string }>
  says(who: VillagerName, text: string): Promise<number>
}

/** Opens it; everybody reads English. `close` when done. */
export const openCare = async (): Promise<Care> => {
  const addressBook = new AddressBook()
  const village = await openVillage({
    tables: [
      peopleRoutes,
      ...communityRoutes,
      routes({ contribution: reportedVoice }, daysOff, { wordsOf: wordsOfChild, afterAnswer: followAnswers }),
      dialogueRoutes,
    ],
    navigation: { entries: [], communityHome: (slug) => `/c/${slug}`, siteHome: () => '/today' },
    addressBook,
    keyed: isGuardianLink,
  })
  const { house, scope, people } = village
  addressBook.register('thread', describeThreads(house))
  addressBook.register('contribution', describeContributions(house, addressBook))
  const place = village.communities.reading
  const owner: Care['owner'] = (query) => house.db.asSystem('command-line', (tx) => tx.rows(query))
  const thread = await house.db.write(scope('ines'), (tx) =>
    openThread(tx, scope('ines'), {
      community: place.id,
      subject: null,
      title: 'The reading corner',
      audience: `community:${place.id}`,
      language: 'en',
    }),
  )
  await owner(sql`update people.person set language = 'en'`)
  await must(nameLead(house, scope('ines'), place, people.joana))
  await must(acceptLead(house, scope('joana'), place))
  return {
    ...village,
    place,
    thread,
    owner,
    asApp: (who, query) => house.db.write(scope(who), (tx) => tx.rows(query)),
    page: async (who, address) => {
      const answer = await (await village.as(who)).get(address)
      return { status: answer.status, text: await answer.text() }
    },
    says: async (who, text) =>
      (await must(say(house, scope(who), { thread, community: place.id, text, language: 'en', circle: 'community' })))
        .id,
  }
}
