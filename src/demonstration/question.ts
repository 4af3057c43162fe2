/** A question of the village and what people did with it, each deed by the module's own action. */
import * as carry from '../modules/challenge/actions/carry.ts'
import { makeStory } from '../modules/challenge/actions/make-story.ts'
import { raise } from '../modules/challenge/actions/raise.ts'
import { type ChildAnswer, challengeKind, type Help } from '../modules/challenge/contract.ts'
import { reflect, share } from '../modules/challenge/reflection/actions.ts'
import type { Prompt } from '../modules/challenge/reflection/prompt.ts'
import type { Chosen, Circle } from '../modules/community/contract.ts'
import { readVoice } from '../modules/dialogue/actions/reading.ts'
import { say } from '../modules/dialogue/actions/speaking.ts'
import { ask as askPerson } from '../modules/dialogue/asking/actions.ts'
import { giveWords, sayForSomebody } from '../modules/dialogue/carrying/actions.ts'
import { openForAll } from '../modules/dialogue/looking/actions.ts'
import { goSlowly } from '../modules/dialogue/pacing/actions.ts'
import { noteVisit, threadOf } from '../modules/dialogue/public.ts'
import { resolve } from '../modules/dialogue/resolving/actions.ts'
import type { Saying } from '../modules/dialogue/saying.ts'
import { confirm, writeDown } from '../modules/dialogue/scribe/actions.ts'
import { summarise } from '../modules/dialogue/summary/actions.ts'
import type { Place } from '../modules/people/contract.ts'
import type { Language } from '../platform/words/words.ts'
import type { VillagerName } from './people.ts'
import { languageOf, must, type Telling } from './telling.ts'

/** How a question is raised: who asks, and what the form would ask them. */
export interface Asking {
  readonly who: VillagerName
  readonly place: Place
  readonly question: string
  readonly child?: ChildAnswer
  readonly circle?: Circle
  readonly help?: readonly Help[]
}

const silent = { provisional: '', meeting: '', together: '', change: '', dare: '' }

/** Raises a question and hands over what can be done with it. */
export const ask = async (village: Telling, asking: Asking) => {
  const { house, scope } = village
  const { who: asker, place } = asking
  const written = (who: VillagerName, words: string) => ({ words, language: languageOf(who) })
  const { id } = await must(
    raise(house, scope(asker), place, {
      question: asking.question,
      language: languageOf(asker),
      circle: asking.circle ?? 'community',
      aboutChild: asking.child ?? 'no',
      help: asking.help ?? [],
    }),
  )
  const [[thread]] = await house.db.read(scope(asker), threadOf(scope(asker), { kind: challengeKind, id }))
  if (!thread) throw new Error('A question without voices')
  return {
    id,
    thread: thread.id,
    asker,
    place,
    /** Says something below it; answers its number. */
    say: async (
      who: VillagerName,
      text: string,
      more: Pick<Saying, 'replyTo' | 'withoutName' | 'manner' | 'note' | 'learnedFrom' | 'quote'> & {
        circle?: Chosen
        language?: Language
        waits?: boolean
      } = {},
    ): Promise<number> => {
      const { circle = 'community', language = languageOf(who), waits, ...rest } = more
      const saying = { ...rest, thread: thread.id, community: place.id, text, language, circle }
      const said = await must(say(house, scope(who), saying))
      // Tomás is a student: one adult looks, unless it is to wait.
      if (who === 'tomas' && !waits) await must(openForAll(house, scope('ines'), said.id, 1))
      return said.id
    },
    /** Writes down what somebody said aloud, who says yes to it. */
    written: async (writer: VillagerName, who: VillagerName, text: string): Promise<void> => {
      const aloud = {
        thread: thread.id,
        community: place.id,
        text,
        language: languageOf(who),
        circle: 'community',
      } as const
      const down = await must(writeDown(house, scope(writer), { ...aloud, who: village.person(who) }))
      await must(confirm(house, scope(who), down.id))
    },
    /** Asks somebody, in words or with the question itself; answers its number. */
    asks: async (who: VillagerName, whom: VillagerName, words: string): Promise<number> => {
      const asking = { thread: thread.id, community: place.id, to: [village.person(whom)] }
      const asked = await must(askPerson(house, scope(who), { ...asking, question: words, language: languageOf(who) }))
      return asked.ids[0] as number
    },
    /** Asks an adult to say something for somebody; answers its number. */
    forMe: async (who: VillagerName, carrier: VillagerName, text: string): Promise<number> => {
      const giving = { thread: thread.id, community: place.id, carrier: village.person(carrier), text }
      return (await must(giveWords(house, scope(who), { ...giving, language: languageOf(who) }))).id
    },
    saysFor: (carrier: VillagerName, carried: number) => must(sayForSomebody(house, scope(carrier), carried)),
    /** Writes the summary, going on from a version. */
    sums: (who: VillagerName, version: number, text: string) =>
      must(summarise(house, scope(who), thread.id, { community: place.id, text, language: languageOf(who), version })),
    resolves: (who: VillagerName, wondering: number, answer: number) =>
      must(resolve(house, scope(who), wondering, answer)),
    /** Comes by, so that what is said afterwards is new to them. */
    visits: async (who: VillagerName): Promise<void> => {
      const [[seen]] = await house.db.read(scope(who), threadOf(scope(who), { kind: challengeKind, id }))
      await noteVisit(house, scope(who), seen)
    },
    /** Lets each person speak once in so many minutes. */
    slowly: (who: VillagerName, minutes: number) => must(goSlowly(house, scope(who), thread.id, minutes)),
    read: (who: VillagerName, voice: number) => must(readVoice(house, scope(who), voice, true)),
    unknown: async (who: VillagerName, words: string): Promise<number> =>
      (await must(carry.addUnknown(house, scope(who), id, written(who, words)))).id,
    known: (who: VillagerName, unknown: number, evidence: string, contribution: number | null = null) =>
      must(carry.closeUnknown(house, scope(who), id, unknown, { ...written(who, evidence), contribution })),
    differs: (who: VillagerName, words: string) =>
      must(carry.addDifference(house, scope(who), id, written(who, words))),
    move: (who: VillagerName, which: 'choose' | 'explore' | 'park') => must(carry.move(house, scope(who), id, which)),
    answer: (who: VillagerName, known: string, staysOpen: string) =>
      must(carry.answer(house, scope(who), id, { known, staysOpen, language: languageOf(who) })),
    /** Reflects; shared with the community when `shared`. */
    reflect: async (who: VillagerName, answers: Partial<Record<Prompt, string>>, shared = false): Promise<void> => {
      const input = { answers: { ...silent, ...answers }, language: languageOf(who) }
      const made = await must(reflect(house, scope(who), id, input))
      if (shared) await must(share(house, scope(who), id, made.id, 'community'))
    },
    story: async (who: VillagerName): Promise<number> => (await must(makeStory(house, scope(who), id))).story,
  }
}

/** A question that was raised. */
export type Question = Awaited<ReturnType<typeof ask>>
