/** Questions to people in the village: a conversation of its own for each test, and what one can do in it. */
import { sql } from 'kysely'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { answer, ask } from '../../src/modules/dialogue/asking/actions.ts'
import { notices } from '../../src/modules/dialogue/asking/notices.ts'
import { askById, asksForMe } from '../../src/modules/dialogue/asking/store.ts'
import { recipientOf } from '../../src/modules/people/public.ts'
import type { Notice } from '../../src/platform/facts/notice.ts'
import { type Conversation, openConversation } from './conversation.ts'

/** What is asked when nothing else is. */
export const QUESTION = 'How does he read at home?'

/** The village with the means to ask. */
export const openAsking = async () => {
  const village: Conversation = await openConversation()
  const { house, scope, community, people } = village
  let number = 1
  const put = (
    who: VillagerName,
    to: readonly VillagerName[],
    more: { thread: number; question?: string; about?: number },
  ) =>
    ask(house, scope(who), {
      community,
      to: to.map((name) => people[name]),
      question: QUESTION,
      language: 'en',
      ...more,
    })
  return {
    ...village,
    /** Another conversation, about a question of its own number; for everybody unless another audience is given. */
    begin: async (who: VillagerName = 'ines', audience = `community:${community}`) => {
      number += 1
      return { number, subject: { kind: 'question', id: number }, thread: await village.open(who, number, audience) }
    },
    put,
    /** The number of a question that was put to the first of these. */
    asked: async (...args: Parameters<typeof put>): Promise<number> => {
      const outcome = await put(...args)
      if (!outcome.ok) throw new Error(outcome.reason)
      return outcome.value.ids[0] as number
    },
    answerAs: (who: VillagerName, id: number, text = 'Aloud, to the dog.', circle: 'community' | 'me' = 'community') =>
      answer(house, scope(who), id, { text, language: 'en', circle }),
    seen: async (who: VillagerName, id: number) => (await house.db.read(scope(who), askById(scope(who), id)))[0][0],
    waiting: async (who: VillagerName) => (await house.db.read(scope(who), asksForMe(scope(who), village.clock.at)))[0],
    facts: (id: number) =>
      house.db.asSystem('command-line', (tx) =>
        tx.rows(sql<{ kind: string; actor_id: number }>`
          select kind, actor_id from platform.fact where subject_kind = 'ask' and subject_id = ${id} order by id`),
      ),
    /** Does something when so many milliseconds have passed, and goes back. */
    later: async (ms: number, work: () => Promise<void>): Promise<void> => {
      const now = village.clock.at
      village.clock.at = new Date(now.getTime() + ms)
      await work().finally(() => {
        village.clock.at = now
      })
    },
    /** What a fact of asking tells somebody now, as the letter would be written; and whom it tells at all. */
    told: async (
      who: VillagerName,
      kind: string,
      id: number,
      on: 'letter' | 'page' = 'letter',
    ): Promise<Notice | undefined> => {
      const source = notices(house).find(({ facts }) => facts.includes(kind))
      const to = await house.db.asSystem('job', (tx) => recipientOf(tx, people[who]))
      const fact = { id: 1, at: village.clock.at, kind, subject: { kind: 'ask', id }, community }
      const audience = await house.db.asSystem('facts', async (tx) => source?.audience(tx, fact))
      if (!source || !to || !audience?.includes(people[who])) return undefined
      return source.say({ scope: to.scope, lang: to.lang, zone: 'Europe/Lisbon', on }, fact)
    },
  }
}

/** It. */
export type Asking = Awaited<ReturnType<typeof openAsking>>
