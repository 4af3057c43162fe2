/** A try-out of the village: proposed, found safe, begun, seen, ended. */
import * as tryouts from '../modules/challenge/tryout/actions.ts'
import type { Ending } from '../modules/challenge/tryout/tryout.ts'
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
      must(tryouts.tell(house, scope(who), question.id, id, { words, language: languageOf(who) }, zone)),
    changed: (who: VillagerName, happened: string, nowDo: string) =>
      must(tryouts.change(house, scope(who), question.id, id, { happened, nowDo, language: languageOf(who) })),
    end: (ending: Ending, reason: string) =>
      must(tryouts.conclude(house, scope(owner), question.id, id, { ending, reason })),
  }
}
