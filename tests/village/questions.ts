/** The village with its questions: a house with the doors of dialogue and challenge, and short ways to raise and try. */
import type { VillagerName } from '../../src/demonstration/people.ts'
import { raise } from '../../src/modules/challenge/actions/raise.ts'
import type { ChildAnswer } from '../../src/modules/challenge/contract.ts'
import { describeChallenges, describeTryouts, navigation } from '../../src/modules/challenge/public.ts'
import { routes } from '../../src/modules/challenge/routes.ts'
import { agree, propose, start } from '../../src/modules/challenge/tryout/actions.ts'
import type { Circle } from '../../src/modules/community/contract.ts'
import { describeContributions, describeThreads } from '../../src/modules/dialogue/public.ts'
import { routes as dialogueRoutes } from '../../src/modules/dialogue/routes.ts'
import type { Place } from '../../src/modules/people/contract.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import type { Outcome } from '../../src/platform/outcome.ts'
import { openVillage, type Village } from './village.ts'

/** The village, with its question ways. */
export interface Questions extends Village {
  readonly place: Place
  /** Raises a question; answers its number. */
  raise(who: VillagerName, question: string, more?: { circle?: Circle; child?: ChildAnswer }): Promise<number>
  /** Proposes a try-out until 12 December; answers its number. */
  propose(who: VillagerName, challenge: number, more?: { owner?: VillagerName; endsOn?: string }): Promise<number>
  /** A try-out of Rita's that runs, found safe by Inês. */
  running(challenge: number, endsOn?: string): Promise<number>
}

/** What an action did; a refusal is a mistake of the test. */
export const must = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const answer = await outcome
  if (!answer.ok) throw new Error(`Refused: ${answer.reason}`)
  return answer.value
}

/** Opens it; `close` when done. */
export const openQuestions = async (): Promise<Questions> => {
  const addressBook = new AddressBook()
  const village = await openVillage({
    tables: [dialogueRoutes, routes],
    addressBook,
    navigation: { entries: navigation, communityHome: (slug) => `/c/${slug}`, siteHome: () => '/' },
  })
  const { house, people, scope } = village
  addressBook.register('challenge', describeChallenges(house))
  addressBook.register('tryout', describeTryouts(house))
  addressBook.register('thread', describeThreads(house))
  addressBook.register('contribution', describeContributions(house, addressBook))
  const { id, slug } = village.communities.reading
  const place: Place = { id, slug, name: 'Reading together', language: 'en', invented: true, open: false }
  const propose_: Questions['propose'] = async (who, challenge, more = {}) => {
    const plan = {
      title: 'Read in pairs',
      expects: 'He starts by himself.',
      stopIf: 'He asks to.',
      lookFor: 'Who begins.',
    }
    const days = { startsOn: null, endsOn: more.endsOn ?? '2026-12-12' }
    const input = { ...plan, ...days, ownerId: people[more.owner ?? who], language: 'en' as const, adaptedFrom: null }
    return (await must(propose(house, scope(who), challenge, input))).id
  }
  return {
    ...village,
    place,
    raise: async (who, question, more = {}) => {
      const input = {
        question,
        language: 'en' as const,
        circle: more.circle ?? 'community',
        aboutChild: more.child ?? 'no',
        help: [],
      }
      return (await must(raise(house, scope(who), place, input))).id
    },
    propose: propose_,
    running: async (challenge, endsOn) => {
      const tryout = await propose_('rita', challenge, endsOn ? { endsOn } : {})
      await must(agree(house, scope('ines'), challenge, tryout))
      await must(start(house, scope('rita'), challenge, tryout, 'Europe/Lisbon'))
      return tryout
    },
  }
}
