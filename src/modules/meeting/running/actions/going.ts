/** A meeting on its way: it begins, people come and leave, the group goes on or back, its minutes are published. */
import type { Tx } from '../../../../platform/db/database.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import { membersOf, orWait } from '../../../community/public.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import { type MeetingId, meetingKind, stations } from '../../contract.ts'
import { inMeeting, isOpen, noted, whyClosed } from '../held.ts'
import { placeAfter, type Way } from '../station.ts'
import * as store from '../store/run.ts'

const seat = async (
  tx: Tx,
  scope: MemberScope,
  on: store.Held,
  people: readonly number[],
  guests: readonly string[],
) => {
  const here = await tx.rows(membersOf(scope, on.community_id))
  for (const person of people)
    if (here.some(({ person_id }) => person_id === person)) await tx.rows(store.sitDown(scope, on, person, tx.now))
  const known = await tx.rows(store.presentAt(scope, on.id))
  for (const name of guests)
    if (!known.some((one) => one.person_id === null && one.name === name))
      await tx.rows(store.seatGuest(scope, on, name, tx.now))
}

/** Who is here: people of the community by number, guests by the name they gave. */
export interface Circle {
  readonly people: readonly number[]
  readonly guests: readonly string[]
}

/** Begins a planned meeting with those who are here. Begun already: they come in. */
export const beginTogether = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  circle: Circle,
  once?: string,
): Promise<Outcome<null>> =>
  orWait(
    house,
    scope,
    { kind: 'meeting.here', given: [place, id, circle, once], words: circle.guests, on: { kind: meetingKind, id } },
    () =>
      inMeeting(house, scope, place, id, once, async (tx, on) => {
        if (on.state !== 'planned' && !isOpen(on)) return whyClosed(on)
        if (circle.people.length + circle.guests.length === 0) return refuse('here.nobody', 'people')
        await seat(tx, scope, on, circle.people, circle.guests)
        if (await tx.one(store.begin(id, tx.now))) await noted(tx, scope, on, 'meeting.began')
        return done(null)
      }),
  )

/** Somebody leaves the circle; what they said stays, and nobody waits for them. */
export const leaveCircle = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  present: number,
  once?: string,
): Promise<Outcome<null>> =>
  inMeeting(house, scope, place, id, once, async (tx, on) => {
    if (!isOpen(on)) return whyClosed(on)
    return (await tx.one(store.leave(id, present, tx.now))) ? done(null) : refuse('here.gone')
  })

/** Goes on or back from where somebody saw the group. Of two who press at once one moves it, and the other is told. */
export const goOn = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  press: { seen: number; way: Way },
  once?: string,
): Promise<Outcome<null>> =>
  inMeeting(house, scope, place, id, once, async (tx, on) => {
    if (!isOpen(on)) return whyClosed(on)
    if (on.station !== press.seen) return refuse('already')
    const to = placeAfter(on.kind, on.station, press.way)
    if (to === undefined) return refuse('already')
    const last = to === stations[on.kind].length - 1
    if (!(await tx.one(store.moveStation(id, press.seen, to, last ? 'closing' : 'running')))) return refuse('already')
    if (last) await noted(tx, scope, on, 'meeting.closed')
    return done(null)
  })

/** The minutes are right: they stand among the community's meetings from now on. Twice is once. */
export const publishMinutes = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  once?: string,
): Promise<Outcome<null>> =>
  inMeeting(house, scope, place, id, once, async (tx, on) => {
    if (on.state === 'published') return done(null)
    if (!isOpen(on)) return whyClosed(on)
    await tx.rows(store.publish(id, tx.now))
    await noted(tx, scope, on, 'meeting.published')
    return done(null)
  })
