/** A meeting of the village: begun, one round, a next step, read over. */
import type { MeetingKind, Part, Station } from '../modules/meeting/contract.ts'
import { stations } from '../modules/meeting/contract.ts'
import * as deciding from '../modules/meeting/running/actions/deciding.ts'
import * as going from '../modules/meeting/running/actions/going.ts'
import * as speaking from '../modules/meeting/running/actions/speaking.ts'
import { presentAt } from '../modules/meeting/running/store/run.ts'
import { stepsBefore } from '../modules/meeting/running/store/step.ts'
import { looked } from './looked.ts'
import type { VillagerName } from './people.ts'
import { languageOf, must, type Telling } from './telling.ts'

/** What somebody said in a part; no words are a pass. */
type Said = Partial<Record<VillagerName, string>>

/** Opens the circle of a planned meeting of Reading together; Inês holds it. */
export const gather = async (
  village: Telling,
  id: number,
  kind: MeetingKind,
  who: readonly VillagerName[],
  guests: readonly string[] = [],
) => {
  const { house, reading, scope, person } = village
  const ines = scope('ines')
  let seen = 0
  await must(going.beginTogether(house, ines, reading, id, { people: who.map(person), guests }))
  const [circle] = await house.db.read(ines, presentAt(ines, id))
  const turn = (by: VillagerName, part: Part, present: number, words: string) =>
    looked(
      village,
      by,
      speaking.takeTurn(house, scope(by), reading, id, { part, present, words, language: languageOf(by) }),
    )
  return {
    /** Goes on to a station. */
    to: async (station: Station) => {
      while (stations[kind][seen] !== station) {
        await must(going.goOn(house, ines, reading, id, { seen, way: 'next' }))
        seen++
      }
    },
    /** Everybody named says something or passes, each with their own hands. */
    round: async (part: Part, said: Said) => {
      for (const [name, words] of Object.entries(said)) {
        const seat = circle.find((one) => one.person_id === person(name as VillagerName))
        await turn(name as VillagerName, part, seat?.id ?? 0, words)
      }
    },
    /** A guest says something, and somebody writes it down. */
    guest: (by: VillagerName, part: Part, name: string, words: string) =>
      turn(by, part, circle.find((one) => one.person_id === null && one.name === name)?.id ?? 0, words),
    /** Tells what came of every step that is still open. */
    cameOf: async (told: string) => {
      const [steps] = await house.db.read(ines, stepsBefore(ines, { id, community_id: reading.id, began_at: null }))
      for (const step of steps)
        if (step.outcome === null)
          await must(deciding.tellOfStep(house, ines, reading, step.id, { outcome: 'done', told }))
    },
    step: (owner: VillagerName, words: string, due: string) =>
      must(deciding.takeOn(house, ines, reading, id, { words, language: 'en', owner: person(owner), due })),
    /** Says in one line why nothing open was moved. */
    nothingMoved: (why: string) => must(deciding.noteNothingMoved(house, ines, reading, id, why)),
    publish: () => must(going.publishMinutes(house, ines, reading, id)),
  }
}
