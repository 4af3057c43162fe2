/** Rounds in the village: a conversation of its own for each test, and what people do in a round on it. */
import { sql } from 'kysely'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { openRound, takeTurn } from '../../src/modules/dialogue/round/actions.ts'
import { heardIn, roundById, turnsIn } from '../../src/modules/dialogue/round/store.ts'
import type { Hiding, Order, Way } from '../../src/modules/dialogue/round/turns.ts'
import { contributionsOf } from '../../src/modules/dialogue/store/contributions.ts'
import { openAsking } from './asking.ts'

/** Everybody of Reading together. */
export const everybody = ['ines', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana', 'henk'] as const

/** How a round is opened where not all of it is left to the usual. */
interface Holding {
  readonly hidden?: Hiding
  readonly order?: Order
  readonly ends?: Date
  readonly follows?: number
  readonly thread?: number
}

/** The village with the means to hold rounds; `begin` before each test. */
export const openRounds = async () => {
  const village = await openAsking()
  const { house, scope, community } = village
  let here = await village.begin()
  const opens = (who: VillagerName = 'rita', more: Holding = {}) =>
    openRound(house, scope(who), {
      thread: here.thread,
      community,
      question: 'What surprised you?',
      language: 'en',
      hidden: 'until_all',
      order: 'free',
      ends: null,
      ...more,
    })
  const turn = (who: VillagerName, id: number, way: Way, text = '', more: { nameless?: boolean; seen?: number } = {}) =>
    takeTurn(house, scope(who), id, { way, text, language: 'en', nameless: false, seen: 0, ...more })
  return {
    ...village,
    here: () => here,
    begin: async (...args: Parameters<typeof village.begin>) => {
      here = await village.begin(...args)
      return here
    },
    opens,
    opened: async (...args: Parameters<typeof opens>): Promise<number> => {
      const outcome = await opens(...args)
      if (!outcome.ok) throw new Error(outcome.reason)
      return outcome.value.id
    },
    turn,
    says: (who: VillagerName, id: number, text = `${who} was surprised.`) => turn(who, id, 'said', text),
    /** The round as somebody sees it, with what they hear of it. */
    see: async (who: VillagerName, id: number) => {
      const [[round], heard, turns] = await house.db.read(
        scope(who),
        roundById(scope(who), id),
        heardIn(scope(who), id),
        turnsIn(scope(who), id),
      )
      return { round, heard, turns }
    },
    voicesIn: async (who: VillagerName) =>
      (await house.db.read(scope(who), contributionsOf(scope(who), here.subject, 1)))[0],
    factsOf: (id: number) =>
      house.db.asSystem('command-line', (tx) =>
        tx.rows(sql<{ kind: string; actor_id: number | null }>`
          select kind, actor_id from platform.fact where subject_kind = 'round' and subject_id = ${id} order by id`),
      ),
  }
}

/** It. */
export type Rounds = Awaited<ReturnType<typeof openRounds>>
