/** Beginning a community, joining it, its roles, leaving it. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { dayIn } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import { welcome } from '../../people/public.ts'
import { facilitates } from '../audience.ts'
import { startingLinesIn } from '../charter.ts'
import { cameAsStudent } from '../code/store.ts'
import type { CommunityId, Perspective, Role } from '../contract.ts'
import { nextSlug, slugOf } from '../slug.ts'
import { insertLines } from '../store/charter.ts'
import * as store from '../store.ts'

/** The day, time and place of a meeting, each perhaps still open. */
export interface MeetingPlan {
  readonly on: string | null
  readonly at: string | null
  readonly where: string | null
}

/** What one tells to begin. */
export interface Beginning {
  readonly name: string
  readonly purpose: string
  readonly language: Language
  readonly perspectives: readonly Perspective[]
  readonly meeting: MeetingPlan
}

const WEEK_MS = 7 * 24 * 3600 * 1000

const communityFact = (tx: Tx, kind: `${string}.${string}`, scope: MemberScope, id: CommunityId) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: 'community', id }, community: id })

const freeSlug = async (tx: Tx, name: string): Promise<string> => {
  const slug = slugOf(name)
  for (let attempt = 1; ; attempt++) {
    const candidate = nextSlug(slug, attempt)
    if (!(await tx.one(store.slugTaken(candidate)))?.taken) return candidate
  }
}

/** Begins a community: its founder facilitates; an invitation and starting lines wait. */
export const beginCommunity = (
  house: House,
  scope: MemberScope,
  input: Beginning,
  once?: string,
): Promise<Outcome<{ id: CommunityId; slug: string }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const { personId } = scope
      if (personId === null) return refuse('people.notYours')
      const slug = await freeSlug(tx, input.name)
      const id = (await tx.one(store.nextCommunityId()))?.id
      if (!id) throw new Error('No number for a community')
      await tx.rows(
        store.insertCommunity({
          id,
          slug,
          name: input.name,
          purpose: input.purpose,
          language: input.language,
          at: tx.now,
        }),
      )
      await tx.rows(
        store.insertMembership({
          communityId: id,
          personId,
          role: 'facilitator',
          perspectives: input.perspectives,
          at: tx.now,
        }),
      )
      await tx.rows(store.setMeeting(id, input.meeting))
      await tx.rows(store.insertInvitation(house.secret(12), id, personId, tx.now))
      await tx.rows(
        insertLines({ id, lines: startingLinesIn(input.language), state: 'suggested', authorId: personId, at: tx.now }),
      )
      await communityFact(tx, 'community.begun', scope, id)
      return done({ id, slug })
    },
    { once },
  )

/** What an invitation says, to whoever holds it; nothing when it has ended. */
export const readInvitation = (
  house: House,
  token: string,
): Promise<(Place & { purpose: string; invited_by: string }) | undefined> =>
  house.db.asSystem('invitation', (tx) => tx.one(store.invitationByToken(token)))

/** Joins by an invitation; whoever is new here gives a name and an address and is signed in. */
export const join = (
  house: House,
  scope: MemberScope,
  input: {
    token: string
    perspectives: readonly Perspective[]
    arrival?: { name: string; email: string; language: Language }
    once?: string | undefined
  },
): Promise<Outcome<{ slug: string; session: string | null }>> =>
  house.db.asSystem('invitation', async (tx) => {
    const place = await tx.one(store.invitationByToken(input.token))
    if (!place) return refuse('join.ended')
    if (place.closed) return refuse('join.closed')
    let personId = scope.personId
    let session: string | null = null
    if (personId === null) {
      if (!input.arrival) return refuse('join.ended')
      const arrived = await welcome(tx, input.arrival, input.once)
      if (!arrived.ok) return arrived
      personId = arrived.value.personId
      session = arrived.value.token
    }
    const joined = await tx.one(
      store.insertMembership({
        communityId: place.id,
        personId,
        role: 'member',
        perspectives: input.perspectives,
        at: tx.now,
      }),
    )
    if (joined)
      await record(tx, {
        kind: 'community.joined',
        actor: personId,
        subject: { kind: 'person', id: personId },
        community: place.id,
      })
    return done({ slug: place.slug, session })
  })

/** Ends the invitation link and makes a new one. */
export const renewInvitation = (house: House, scope: MemberScope, place: Place): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (scope.personId === null || !facilitates(scope, place.id)) return refuse('people.notYours')
    await tx.rows(store.endInvitations(place.id, tx.now))
    await tx.rows(store.insertInvitation(house.secret(12), place.id, scope.personId, tx.now))
    await communityFact(tx, 'invitation.renewed', scope, place.id)
    return done(null)
  })

/** Settles day, time and place of the first meeting. */
export const settleMeeting = (
  house: House,
  scope: MemberScope,
  place: Place,
  meeting: MeetingPlan,
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('people.notYours')
    const { timeZone } = await house.settings.current()
    const before = await tx.one(store.communityById(scope, place.id))
    if (before?.meets_on === meeting.on && before.meets_at === meeting.at && before.meets_where === meeting.where)
      return done(null)
    await tx.rows(store.setMeeting(place.id, meeting))
    const today = dayIn(tx.now, timeZone)
    // Whoever kept the old day free needs to know as much as whoever must keep the new one.
    const [nearest] = [before?.meets_on, meeting.on].filter((day) => day && day >= today).sort()
    const soon = nearest && nearest <= dayIn(new Date(tx.now.getTime() + WEEK_MS), timeZone) ? '-soon' : undefined
    const open = before?.meets_on && !meeting.on
    const kinds = open ? (['meeting.settled', 'meeting.unsettled'] as const) : (['meeting.settled'] as const)
    for (const kind of kinds) {
      await communityFact(tx, kind, scope, place.id)
      if (soon) await communityFact(tx, `${kind}-soon`, scope, place.id)
    }
    return done(null)
  })

/** Mends the name and the purpose; the address stays. */
export const tend = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: { name: string; purpose: string },
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('people.notYours')
    await tx.rows(store.setPurpose(place.id, input.name, input.purpose))
    await communityFact(tx, 'community.renamed', scope, place.id)
    return done(null)
  })

/** Says from which perspectives one comes. Who came as a student by a code stays one: it protects their words. */
export const choosePerspectives = (
  house: House,
  scope: MemberScope,
  place: Place,
  chosen: readonly Perspective[],
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const { student } = (await tx.one(cameAsStudent(scope, place.id))) ?? { student: false }
    if (student && !chosen.includes('student')) return refuse('people.studentStays', 'perspectives')
    await tx.rows(store.setPerspectives(scope, place.id, chosen))
    await communityFact(tx, 'perspectives.chosen', scope, place.id)
    return done(null)
  })

/** Gives somebody a role; a community never loses its last facilitator. */
export const giveRole = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: { personId: number; role: Role },
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('people.notYours')
    // Two facilitators stepping back at the same moment wait for each other here.
    await tx.rows(store.lockCommunity(place.id))
    const others = (await tx.one(store.otherFacilitators(place.id, input.personId)))?.others ?? 0
    if (input.role !== 'facilitator' && others === 0) return refuse('people.lastFacilitator', 'role')
    if (!(await tx.one(store.setRole(place.id, input.personId, input.role)))) return refuse('people.gone', 'role')
    await record(tx, {
      kind: 'role.given',
      actor: scope.personId,
      subject: { kind: 'person', id: input.personId },
      community: place.id,
    })
    return done(null)
  })

/** Leaves; the last facilitator hands over first. */
export const leave = (house: House, scope: MemberScope, place: Place): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const { personId } = scope
    if (personId === null) return refuse('people.notYours')
    await tx.rows(store.lockCommunity(place.id))
    const others = (await tx.one(store.otherFacilitators(place.id, personId)))?.others ?? 0
    if (facilitates(scope, place.id) && others === 0) return refuse('people.lastFacilitator')
    await record(tx, {
      kind: 'community.left',
      actor: personId,
      subject: { kind: 'person', id: personId },
      community: place.id,
    })
    await tx.rows(store.deleteMembership(place.id, personId))
    return done(null)
  })
