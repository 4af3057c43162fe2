/** What a chapter needs to tell: the house with its clock set back, the people, the places, the days. */
import type { MemberScope, PersonId, Place } from '../modules/people/contract.ts'
import type { House } from '../platform/house.ts'
import type { Outcome } from '../platform/outcome.ts'
import type { Language } from '../platform/words/words.ts'
import type { PastHouse } from './past.ts'
import type { VillagerName } from './people.ts'
import { type Settled, villagerScope } from './settle.ts'

/** The time zone of the village. */
export const zone = 'Europe/Lisbon'

/** The village as a chapter sees it. */
export interface Telling extends PastHouse {
  readonly house: House
  readonly reading: Place
  readonly quiet: Place
  scope(who: VillagerName): MemberScope
  person(who: VillagerName): PersonId
}

/** Opens the telling of a settled village. */
export const telling = (past: PastHouse, settled: Settled): Telling => {
  const place = (name: string, language: Language, where: { id: number; slug: string }): Place => ({
    ...where,
    name,
    language,
    invented: true,
    open: false,
  })
  return {
    ...past,
    reading: place('Reading together', 'en', settled.communities.reading),
    quiet: place('Quiet corners', 'sk', settled.communities.quiet),
    scope: (who) => villagerScope(settled, who),
    person: (who) => settled.people[who],
  }
}

const writesIn: Partial<Record<VillagerName, Language>> = {
  marta: 'pt',
  tomas: 'pt',
  ana: 'pt',
  zuzana: 'sk',
  peter: 'sk',
  eva: 'sk',
}

/** The language somebody writes in here. */
export const languageOf = (who: VillagerName): Language => writesIn[who] ?? 'en'

/** What an action did; in the demonstration a refusal is a mistake. */
export const must = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const answer = await outcome
  if (!answer.ok) throw new Error(`The demonstration was refused: ${answer.reason}`)
  return answer.value
}
