/** A turn is offered and taken. A pass is a turn taken; who observes or is absent is offered none and holds no seat. */
import { counted, type Note, note } from '../note.ts'
import { type Refused, refused } from '../refused.ts'

/** What was counted for one person. */
export interface TurnCount {
  readonly id: string
  /** Turns offered; unknown where nobody counted them. */
  readonly offered?: number | null | undefined
  /** Turns taken by speaking, or all turns taken when passes are not counted apart; nothing written is none. */
  readonly taken: number | null
  readonly passed?: number | null | undefined
  /** Observers and absent people hold no seat, whatever was counted for them. */
  readonly attendance?: 'present' | 'observer' | 'absent' | undefined
  readonly group?: string | null | undefined
}

/** A person who could have had a voice, and how many turns they took. */
export interface Seat {
  readonly id: string
  readonly turns: number
  readonly group: string | null
}

/** The round as it went, for sentences: "7 of 8 were offered a turn; 2 passed". */
export interface Turns {
  /** People who held a seat. */
  readonly seats: number
  readonly offered: number | null
  readonly taken: number
  readonly passed: number
  /** People with a seat who took no turn. */
  readonly silent: number
  /** Observers, absent people, and people who were offered no turn. */
  readonly leftOut: number
}

/**
 * Who holds a seat, with the turns they took; one person's rows are added up. `members` who were not counted hold a seat
 * with no turn.
 * @returns Refused for a count below zero
 */
export const seatsOf = (
  counts: readonly TurnCount[],
  members: readonly { readonly id: string; readonly group?: string | null | undefined }[] = [],
): { seats: readonly Seat[]; turns: Turns; notes: readonly Note[] } | Refused => {
  const wrong = counts.find(({ offered, taken, passed }) => [offered, taken, passed].some((count) => (count ?? 0) < 0))
  if (wrong) return refused(`${wrong.id} has fewer than no turns.`)
  const people = merged(counts)
  const notes: Note[] = []
  if (people.size < counts.length)
    notes.push(note('n', `${counted(counts.length - people.size, 'row')} of a person counted before, added up.`))
  const out = [...people.values()].filter((one) => one.attendance !== 'present' || one.offered === 0)
  if (out.length > 0)
    notes.push(note('n', `${counted(out.length, 'person', 'people')} observed, absent or offered no turn: no seat.`))
  pad(people, members, notes)
  const seated = [...people.values()].filter((one) => !out.includes(one))
  const seats = seated.map(({ id, taken, passed, group }) => ({ id, turns: taken + passed, group }))
  const offers = seated.map(({ offered }) => offered)
  const all = (pick: (one: Person) => number) => seated.reduce((sum, one) => sum + pick(one), 0)
  const turns = {
    seats: seats.length,
    offered: offers.includes(null) ? null : offers.reduce<number>((sum, offer) => sum + (offer ?? 0), 0),
    taken: all(({ taken, passed }) => taken + passed),
    passed: all(({ passed }) => passed),
    silent: seats.filter((seat) => seat.turns === 0).length,
    leftOut: out.length,
  }
  const more = seated.filter(({ offered, taken, passed }) => offered !== null && taken + passed > offered).length
  if (more > 0)
    notes.push(note('n', `${counted(more, 'person', 'people')} took more turns than were offered; all count.`))
  return { seats, turns, notes }
}

interface Person {
  readonly id: string
  offered: number | null
  taken: number
  passed: number
  attendance: NonNullable<TurnCount['attendance']>
  group: string | null
}

const merged = (counts: readonly TurnCount[]): Map<string, Person> => {
  const people = new Map<string, Person>()
  for (const { id, offered = null, taken, passed, attendance = 'present', group = null } of counts) {
    const known = people.get(id)
    if (!known) people.set(id, { id, offered, taken: taken ?? 0, passed: passed ?? 0, attendance, group })
    else {
      known.offered = known.offered === null ? offered : known.offered + (offered ?? 0)
      known.taken += taken ?? 0
      known.passed += passed ?? 0
      known.group ??= group
      // Who was there once held a seat.
      if (attendance === 'present') known.attendance = 'present'
    }
  }
  return people
}

const pad = (people: Map<string, Person>, members: Parameters<typeof seatsOf>[1] = [], notes: Note[]): void => {
  if (members.length === 0) return
  const strangers = [...people.keys()].filter((id) => !members.some((member) => member.id === id)).length
  let silent = 0
  for (const { id, group = null } of members) {
    const known = people.get(id)
    if (known) known.group ??= group
    else {
      silent += 1
      people.set(id, { id, offered: null, taken: 0, passed: 0, attendance: 'present', group })
    }
  }
  notes.push(note('n', `${counted(silent, 'silent member')} added with no turn.`))
  if (strangers > 0)
    notes.push(note('n', `${counted(strangers, 'person', 'people')} counted who are not on the list of members; kept.`))
}
