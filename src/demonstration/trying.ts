/** A try-out of the village: proposed, found safe, begun, seen, ended. */
import * as tryouts from '../modules/challenge/tryout/actions.ts'
import type { Ending } from '../modules/challenge/tryout/tryout.ts'
import { tell } from '../modules/challenge/word-back/actions.ts'
import { endingsOf, waitersOf } from '../modules/challenge/word-back/store/ending.ts'
import { looked } from './looked.ts'
import type { VillagerName } from './people.ts'
import type { Question } from './question.ts'
import { languageOf, must, type Telling, zone } from './telling.ts'

/** A plan; `ends` in days from today. */
export interface Trying {
  readonly title: string
  readonly expects: string
  readonly stopIf: string
  readonly lookFor: string
  readonly ends: number
  readonly adaptedFrom?: number
}

/** Proposes a try-out, which its owner carries, and hands over what can be done with it. */
export const propose = async (village: Telling, question: Question, owner: VillagerName, plan: Trying) => {
  const { house, scope } = village
  const { ends, adaptedFrom = null, ...words } = plan
  const days = { startsOn: null, endsOn: village.day(ends) }
  const input = { ...words, ...days, adaptedFrom, ownerId: village.person(owner), language: languageOf(owner) }
  const { id } = await must(tryouts.propose(house, scope(owner), question.id, input))
  return {
    id,
    agree: (who: VillagerName) => must(tryouts.agree(house, scope(who), question.id, id)),
    start: () => must(tryouts.start(house, scope(owner), question.id, id, zone)),
    saw: (who: VillagerName, words: string) =>
      looked(
        village,
        who,
        tryouts.tell(house, scope(who), question.id, id, { words, language: languageOf(who) }, zone),
      ),
    changed: (who: VillagerName, happened: string, nowDo: string) =>
      must(tryouts.change(house, scope(who), question.id, id, { happened, nowDo, language: languageOf(who) })),
    end: (ending: Ending, reason: string) =>
      must(tryouts.conclude(house, scope(owner), question.id, id, { ending, reason })),
    /** The owner tells those whose words began it what came of it: one line for everyone, another for some. */
    told: async (everyone: string, apart: Partial<Record<VillagerName, string>> = {}): Promise<void> => {
      const [endings] = await house.db.read(scope(owner), endingsOf(scope(owner), question.id))
      const ending = endings.find((one) => one.tryout_id === id)?.id ?? 0
      const [waiters] = await house.db.read(scope(owner), waitersOf(scope(owner), ending))
      const lines = new Map(
        Object.entries(apart).flatMap(([who, words]) => {
          const waiter = waiters.find((one) => one.person_id === village.person(who as VillagerName))
          return waiter ? [[waiter.id, words] as const] : []
        }),
      )
      const input = { everyone, apart: lines, language: languageOf(owner) }
      await must(tell(house, scope(owner), question.id, ending, input))
    },
  }
}
