/** A round of the village, each turn by the module's own action. */
import * as rounds from '../modules/dialogue/round/actions.ts'
import { askThem, keepTheirAnswer } from '../modules/dialogue/round/perspective/actions.ts'
import { heardIn } from '../modules/dialogue/round/store.ts'
import type { Hiding } from '../modules/dialogue/round/turns.ts'
import type { VillagerName } from './people.ts'
import type { Question } from './question.ts'
import { languageOf, must, type Telling } from './telling.ts'

/** Holds a round on a question and hands over what can be done in it. */
export const holdRound = async (
  village: Telling,
  question: Pick<Question, 'thread' | 'place'>,
  who: VillagerName,
  words: { readonly question: string; readonly hidden: Hiding; readonly ends?: Date; readonly eyes?: string },
) => {
  const { house, scope } = village
  const { id } = await must(
    rounds.openRound(house, scope(who), {
      thread: question.thread,
      community: question.place.id,
      question: words.question,
      language: languageOf(who),
      hidden: words.hidden,
      order: 'free',
      ends: words.ends ?? null,
      eyes: words.eyes,
    }),
  )
  const turn = (person: VillagerName, way: 'said' | 'passed' | 'later', text = '', nameless = false) =>
    must(rounds.takeTurn(house, scope(person), id, { way, text, language: languageOf(person), nameless, seen: 0 }))
  return {
    says: (person: VillagerName, text: string, more: { nameless?: boolean } = {}) =>
      turn(person, 'said', text, more.nameless),
    passes: (person: VillagerName) => turn(person, 'passed'),
    later: (person: VillagerName) => turn(person, 'later'),
    /** One adult looks at what a student said. */
    look: async (adult: VillagerName): Promise<void> => {
      const [heard] = await house.db.read(scope(adult), heardIn(scope(adult), id))
      for (const { sign } of heard.filter(({ waits }) => waits))
        await must(rounds.lookAtAnswer(house, scope(adult), id, sign))
    },
    open: (person: VillagerName) => must(rounds.closeRound(house, scope(person), id)),
    /** The question to whoever was not in the room, and what they answered. */
    asks: (person: VillagerName, text: string) =>
      must(askThem(house, scope(person), id, { text, language: languageOf(person), seen: 0 })),
    answered: (person: VillagerName, text: string) =>
      must(keepTheirAnswer(house, scope(person), id, { how: 'answered', text, language: languageOf(person), seen: 1 })),
    harvest: (person: VillagerName, text: string) =>
      must(rounds.keepHarvest(house, scope(person), id, { text, language: languageOf(person), seen: 0 })),
  }
}
