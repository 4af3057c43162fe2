/** Giving words to an adult, saying them for somebody, not saying them with a kind sentence, and taking them back. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { forgetText } from '../../../platform/search/store.ts'
import type { Language } from '../../../platform/words/words.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import { mayTakePart, type NameAnswer, noteNames } from '../../safeguarding/public.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import { sayWithin } from '../saying.ts'
import { contributionById } from '../store/contributions.ts'
import { roomById } from '../store/threads.ts'
import {
  type Carried,
  type CarriedId,
  carriedTo,
  isCarrier,
  LEAST_ADULTS,
  LONGEST_NO,
  mayCarry,
  mayTakeDown,
  mayTakeOver,
} from './carried.ts'
import * as store from './store.ts'

const MOST_A_DAY = 10
const DAY_SECONDS = 24 * 3600

/** Words for an adult to say. */
export interface Giving {
  readonly thread: ThreadId
  /** The community of the page it was written on. */
  readonly community: number
  readonly carrier: PersonId
  readonly text: string
  readonly language: Language
  readonly replyTo?: ContributionId | undefined
  /** What was answered, where the words may hold a child’s name. */
  readonly names?: NameAnswer | undefined
}

// Facts say neither who, nor where: what was asked for is nobody's but the adults' and its author's.
const tell = (tx: Tx, kind: 'asked' | 'said' | 'declined' | 'taken-over' | 'taken-back', id: CarriedId) =>
  record(tx, { kind: `carried.${kind}`, actor: null, subject: { kind: 'carried', id }, community: null })

/** Gives words to one adult, seen by all of them. */
export const giveWords = (
  house: House,
  scope: MemberScope,
  giving: Giving,
  once?: string,
): Promise<Outcome<{ id: CarriedId }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const room = await tx.one(roomById(scope, giving.thread))
      if (!room || room.community_id !== giving.community || !belongsTo(scope, room.community_id))
        return refuse('carry.noThread')
      const answered = giving.replyTo === undefined ? undefined : await tx.one(contributionById(scope, giving.replyTo))
      if (giving.replyTo !== undefined && (answered?.thread_id !== room.id || answered.withdrawn || answered.waits))
        return refuse('carry.noVoice')
      if (!carriedTo(room.audience, answered?.audience ?? null)) return refuse('carry.alone')
      if (giving.carrier === scope.personId) return refuse('carry.self', 'carrier')
      const adults = await tx.rows(store.adultsOf(scope, room.id, room.community_id))
      if (adults.length < LEAST_ADULTS) return refuse('carry.two')
      if (!adults.some((one) => one.person_id === giving.carrier)) return refuse('carry.notHere', 'carrier')
      const tried = await tx.one(store.takeTry(`carried of ${scope.personId}`, MOST_A_DAY, DAY_SECONDS, tx.now))
      if (!tried?.within) return refuse('carry.often')
      const row = await tx.one(
        store.insertCarried(scope, {
          ...giving,
          community: room.community_id,
          replyTo: answered ? (answered.reply_to ?? answered.id) : null,
          at: tx.now,
        }),
      )
      if (!row) throw new Error('A request could not be kept')
      await tell(tx, 'asked', row.id)
      await noteNames(tx, { actor: null, subject: { kind: 'carried', id: row.id }, community: null }, giving.names)
      return done({ id: row.id })
    },
    { once },
  )

/** Holds a request still and reads it: two who close it at once wait for each other. */
const held = async (tx: Tx, scope: MemberScope, id: CarriedId): Promise<Carried | undefined> => {
  await tx.rows(store.holdCarried(scope, id))
  return tx.one(store.carriedById(scope, id))
}

/** Says them, as they were given, in one's own name. */
export const sayForSomebody = (
  house: House,
  scope: MemberScope,
  id: CarriedId,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const one = await held(tx, scope, id)
    if (!one) return refuse('carry.gone')
    const may = mayCarry(scope, one)
    if (!may.ok) return may
    if (!(await mayTakePart(tx, one.author_id, one.community_id)).ok) return refuse('carry.notHeard')
    const circle = one.audience === null ? undefined : carriedTo(one.audience, one.answered_audience)
    if (!circle) return refuse('carry.noThread')
    const said = await sayWithin(tx, scope, {
      thread: one.thread_id,
      community: one.community_id,
      text: one.text,
      language: one.language as Language,
      circle,
      replyTo: one.answered_audience === null ? undefined : (one.reply_to ?? undefined),
      forSomebody: true,
    })
    if (!said.ok) return said
    await tx.rows(store.setCarried(scope, said.value.id))
    if (!(await tx.one(store.closeSaid(id, said.value.id, tx.now)))) return refuse('carry.closed')
    await tell(tx, 'said', id)
    return said
  })

/** Takes over what waits for another adult; of two who do so at once the first has it. */
export const takeOver = (house: House, scope: MemberScope, id: CarriedId): Promise<Outcome<{ id: CarriedId }>> =>
  house.db.write(scope, async (tx) => {
    const one = await tx.one(store.carriedById(scope, id))
    if (!one) return refuse('carry.gone')
    if (isCarrier(scope, one) && one.state === 'open') return done({ id })
    const may = mayTakeOver(scope, one, tx.now)
    if (!may.ok) return may
    if (!(await tx.one(store.setCarrier(scope, id, one.carrier_id)))) return refuse('carry.closed')
    await tell(tx, 'taken-over', id)
    return done({ id })
  })

/** Does not say them, and gives a kind sentence back. */
export const declineWords = (
  house: House,
  scope: MemberScope,
  id: CarriedId,
  sentence: string,
): Promise<Outcome<{ id: CarriedId }>> =>
  house.db.write(scope, async (tx) => {
    const one = await held(tx, scope, id)
    if (!one) return refuse('carry.gone')
    const may = mayCarry(scope, one)
    if (!may.ok) return may
    const answer = sentence.trim()
    if (answer === '') return refuse('no.empty', 'answer')
    if (answer.length > LONGEST_NO) return refuse('no.long', 'answer')
    if (!(await tx.one(store.closeDeclined(id, answer, tx.now)))) return refuse('carry.closed')
    await tell(tx, 'declined', id)
    return done({ id })
  })

/** Takes one's words back at any time: not said, they never are; said, they are taken down at once. */
export const takeWordsBack = (house: House, scope: MemberScope, id: CarriedId): Promise<Outcome<{ id: CarriedId }>> =>
  house.db.write(scope, async (tx) => {
    const one = await held(tx, scope, id)
    if (!one) return refuse('carry.gone')
    const may = mayTakeDown(scope, one)
    if (!may.ok) return may.reason === 'carry.closed' ? done({ id }) : may
    const down = one.state === 'said' ? await tx.one(store.takeDown(id, tx.now)) : undefined
    if (down?.id) {
      await forgetText(tx, 'contribution', down.id)
      const fact = { kind: 'contribution.withdrawn', actor: null, subject: contribution(down.id) } as const
      await record(tx, { ...fact, community: one.community_id })
    }
    if (!(await tx.one(store.closeTakenBack(id, tx.now)))) return done({ id })
    await tell(tx, 'taken-back', id)
    return done({ id })
  })
