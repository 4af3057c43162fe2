/** Which names of a community are looked up before words go out, and what is found then. */
import type { RawBuilder } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import { type NameAnswer, type Named, namesToAsk } from './asking.ts'
import { type FoundName, namesFound } from './recognisable.ts'
import { namedHere, studentsNamed } from './store.ts'

/** Words about to be heard. */
export interface AboutToSay {
  readonly texts: readonly string[]
  readonly language: string
  /** The kind of audience; to oneself alone anything may be said. */
  readonly circle: string
  readonly answer: NameAnswer | undefined
}

/** What is to be asked of the database, and the names to ask about once it has answered. */
export interface NamesIn {
  readonly query: RawBuilder<Named>
  found(people: readonly Named[]): FoundName[]
}

// One's own name is known without asking.
const self = (scope: MemberScope): Named => ({ name: scope.name, student: false, me: true })

/** What is to be looked up; nothing where nothing is to be asked. */
export const namesIn = (scope: MemberScope, community: number, said: AboutToSay): NamesIn | undefined => {
  if (said.answer || said.circle === 'me') return undefined
  // Grown-ups' names only tell that a common first name is theirs: where there is none, nobody looks them up.
  if (namesFound(said.texts, [], said.language).length > 0)
    return {
      query: namedHere(scope, community),
      found: (people) => namesToAsk(said.texts, people, said.language),
    }
  return {
    query: studentsNamed(scope, community),
    found: (students) =>
      students.every((one) => one.me) ? [] : namesToAsk(said.texts, [...students, self(scope)], said.language),
  }
}
