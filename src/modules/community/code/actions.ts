/** Codes, coming in by one, letting people in, and giving them cards. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { MemberScope, PersonId, Place } from '../../people/contract.ts'
import { cameBefore, comeByCode, lookUp, newCardSecret, newSigns } from '../../people/public.ts'
import { facilitates } from '../audience.ts'
import type { Perspective } from '../contract.ts'
import { insertMembership, lockCommunity } from '../store.ts'
import { CODE_SIGNS, CODE_USES, comesAs, endsAt, type For } from './code.ts'
import * as store from './store.ts'

const placeFact = (tx: Tx, kind: `${string}.${string}`, actor: PersonId | null, subject: number, place: number) =>
  record(tx, { kind, actor, subject: { kind: 'person', id: subject }, community: place })

/** Makes a code. */
export const makeCode = (
  house: House,
  scope: MemberScope,
  place: Place,
  whom: For,
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (scope.personId === null || !facilitates(scope, place.id)) return refuse('notYours')
      const made = await tx.one(
        store.insertCode({
          communityId: place.id,
          code: newSigns(house, CODE_SIGNS),
          perspective: whom === 'anybody' ? null : whom,
          personId: scope.personId,
          at: tx.now,
          until: endsAt(tx.now),
          uses: CODE_USES,
        }),
      )
      if (!made) return refuse('again')
      await record(tx, {
        kind: 'code.made',
        actor: scope.personId,
        subject: { kind: 'community', id: place.id },
        community: place.id,
      })
      return done(made)
    },
    { once },
  )

/** Ends a code; one that has ended stays so. */
export const endCode = (house: House, scope: MemberScope, place: Place, id: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('notYours')
    if (await tx.one(store.endCode(place.id, id, tx.now)))
      await record(tx, {
        kind: 'code.ended',
        actor: scope.personId,
        subject: { kind: 'community', id: place.id },
        community: place.id,
      })
    return done(null)
  })

/** What a code opens; `from` is where it was typed. Refuses `wrong` for every code that opens nothing, and `tooMany`. */
export const readCode = async (
  house: House,
  code: string | undefined,
  from: string,
): Promise<Outcome<store.Opened>> => {
  const found = await lookUp(house, 'codes', from, (tx) => tx.one(store.communityByCode(code ?? 'none', tx.now)))
  if (found === 'tooMany') return refuse('tooMany', 'code')
  return found ? done(found) : refuse('wrong', 'code')
}

/** Who comes. Without `scope.personId` a nickname and a picture are needed. */
export interface Coming {
  readonly code: string | undefined
  readonly from: string
  readonly said: readonly Perspective[]
  readonly arrival?: { readonly name: string; readonly avatar: string; readonly language: Language }
  readonly once?: string | undefined
}

/** Comes in by a code: from now on somebody waits, and hears nothing until a facilitator lets them in. */
export const come = async (
  house: House,
  scope: MemberScope,
  input: Coming,
): Promise<Outcome<{ session: string | null }>> => {
  const { once, arrival } = input
  const early = await house.db.asSystem('invitation', (tx) => cameBefore(tx, once, true))
  if (early) return done({ session: early.token })
  const read = await readCode(house, input.code, input.from)
  if (!read.ok) return read
  const place = read.value
  const shared = place.perspective === 'student'
  return house.db.asSystem('invitation', async (tx) => {
    // Two who choose the same name at the same moment wait for each other here, and so does a second click.
    await tx.rows(lockCommunity(place.id))
    const before = await cameBefore(tx, once, shared)
    if (before) return done({ session: before.token })
    const waits = { communityId: place.id, perspectives: comesAs(place.perspective, input.said), at: tx.now }
    let { personId } = scope
    let session: string | null = null
    if (personId === null) {
      if (!arrival) return refuse('wrong', 'code')
      if ((await tx.one(store.nameTaken(place.id, arrival.name)))?.taken) return refuse('nameTaken', 'name')
      if (!(await tx.one(store.useCode(place.code_id, tx.now)))) return refuse('wrong', 'code')
      const came = await comeByCode(tx, { ...arrival, shared }, once)
      personId = came.personId
      session = came.token
      await tx.rows(store.insertNewcomer({ ...waits, personId, newHere: true }))
    } else {
      if (!(await tx.one(store.insertNewcomer({ ...waits, personId, newHere: false })))) return done({ session })
      if (!(await tx.one(store.useCode(place.code_id, tx.now)))) return refuse('wrong', 'code')
    }
    await placeFact(tx, 'newcomer.waiting', personId, personId, place.id)
    return done({ session })
  })
}

/** Lets somebody in who waits. Of two facilitators at once one does, and the other hears so. */
export const letIn = (house: House, scope: MemberScope, place: Place, person: PersonId): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('notYours')
    const newcomer = await tx.one(store.decide(scope, place.id, person, true, tx.now))
    if (!newcomer) return refuse('decided')
    const { perspectives } = newcomer
    await tx.rows(
      insertMembership({ communityId: place.id, personId: person, role: 'member', perspectives, at: tx.now }),
    )
    await placeFact(tx, 'newcomer.welcomed', scope.personId, person, place.id)
    return done(null)
  })

/** Declines; they may ask again with a code. */
export const decline = (house: House, scope: MemberScope, place: Place, person: PersonId): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('notYours')
    if (!(await tx.one(store.decide(scope, place.id, person, false, tx.now)))) return refuse('decided')
    await placeFact(tx, 'newcomer.declined', scope.personId, person, place.id)
    return done(null)
  })

/** A card to print: its secret is kept nowhere, so it is shown this once. */
export interface Card {
  readonly person_id: PersonId
  readonly name: string
  readonly avatar: string | null
  readonly signs: string
}

/** Gives new cards, which end the old ones. Leaves out whoever has none to get here; refuses `nobody` when that is all. */
export const giveCards = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: { people: readonly PersonId[]; leadsTo: string },
): Promise<Outcome<Card[]>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('notYours')
    const cards: Card[] = []
    for (const holder of await tx.rows(store.cardHolders(place.id))) {
      if (!input.people.includes(holder.person_id)) continue
      const { signs, hash } = newCardSecret(house)
      const given = await tx.one(store.giveCard(place.id, holder.person_id, hash, input.leadsTo, tx.now))
      if (!given?.given) continue
      await placeFact(tx, 'card.made', scope.personId, holder.person_id, place.id)
      cards.push({ person_id: holder.person_id, name: holder.name, avatar: holder.avatar, signs })
    }
    return cards.length === 0 ? refuse('nobody', 'people') : done(cards)
  })
