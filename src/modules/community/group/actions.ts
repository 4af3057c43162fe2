/** Making a group of a few, leaving it, ending it. Nobody is added later: they would hear what was said before. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope, PersonId, Place } from '../../people/contract.ts'
import { belongsTo } from '../audience.ts'
import { mayBeGroup } from './group.ts'
import * as store from './store.ts'

type At = Pick<Place, 'id'>

const fact = (scope: MemberScope, place: At, id: number) => ({
  actor: scope.personId,
  subject: { kind: 'group', id },
  community: place.id,
})

/** Makes a group of the chosen people and oneself. */
export const makeGroup = (
  house: House,
  scope: MemberScope,
  place: At,
  input: { name: string; people: readonly PersonId[] },
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (scope.personId === null || !belongsTo(scope, place.id)) return refuse('group.gone')
      const people = [...new Set([...input.people, scope.personId])]
      const counted = await tx.one(store.countedHere(place.id, people))
      const may = mayBeGroup(counted ?? { people: 0, students: 0, adults: 0 })
      if (!may.ok) return may
      const made = await tx.one(store.insertGroup(scope, place.id, input.name, tx.now))
      if (!made) throw new Error('A group could not be made')
      await tx.rows(store.fillGroup(made.id, people))
      await record(tx, { kind: 'group.made', ...fact(scope, place, made.id) })
      return done({ id: made.id })
    },
    { once },
  )

/** Leaves a group; twice is once. */
export const leaveGroup = (house: House, scope: MemberScope, place: At, id: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const left = await tx.one(store.leaveGroup(scope, place.id, id))
    if (left) await record(tx, { kind: 'group.left', ...fact(scope, place, id) })
    return done(null)
  })

/** Ends a group: whoever made it, or a facilitator. What was said stays with those who heard it. */
export const endGroup = (house: House, scope: MemberScope, place: At, id: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const found = (await tx.rows(store.groupsOf(scope, place.id))).find((one) => one.id === id)
    if (!found) return refuse('group.gone')
    if (found.ended_at !== null) return done(null)
    if (!(await tx.one(store.endGroup(place.id, id, tx.now)))) return refuse('group.notYours')
    await record(tx, { kind: 'group.ended', ...fact(scope, place, id) })
    return done(null)
  })
