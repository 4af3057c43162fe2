/** Asking a person, answering, passing, taking the question back, opening it again, ending the link of a letter. */
import type { Tx } from '../../../platform/db/database.ts'
import { Declined } from '../../../platform/db/declined.ts'
import { forgetFacts } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Circle } from '../../community/contract.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import { takeBack } from '../actions/speaking.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { sayWithin } from '../saying.ts'
import { contributionById } from '../store/contributions.ts'
import { roomById } from '../store/threads.ts'
import { mayAnswer, mayReopen, mayTakeBack } from './access.ts'
import { type AskId, answerCircles, canBeAskedIn, endOfAsk, MOST_ASKED, type Pass } from './ask.ts'
import { askFact, closeHeld, heldAsk, type Sending } from './closing.ts'
import * as store from './store.ts'

const MOST_A_DAY = 30
const DAY_SECONDS = 24 * 3600

/** A question as it is put to one person or a few. */
export interface Asking {
  readonly thread: ThreadId
  /** The community of the page it was asked on. */
  readonly community: number
  readonly to: readonly PersonId[]
  readonly question: string
  readonly language: string
  readonly about?: ContributionId | undefined
}

/** An answer in words. */
export interface Answering {
  readonly text: string
  readonly language: Language
  readonly circle: Circle
}

// A closed community is kept closed by the database: said as a refusal, so that what was typed comes back.
const unlessClosed = <T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> =>
  work.catch((fault: unknown) => {
    if (fault instanceof Declined) return refuse('answer.farewell')
    throw fault
  })

/** Asks one to three people; each question stands for itself. Either all are asked, or nobody. */
export const ask = (
  house: House,
  scope: MemberScope,
  asking: Asking,
  once?: string,
): Promise<Outcome<{ ids: AskId[] }>> =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const sound = await soundAsking(tx, scope, asking)
        if (!sound.ok) return sound
        // Every question is a letter to somebody.
        for (const _ of new Set(asking.to)) {
          const tried = await tx.one(store.takeTry(`asks of ${scope.personId}`, MOST_A_DAY, DAY_SECONDS, tx.now))
          if (!tried?.within) return refuse('ask.often')
        }
        const ids: AskId[] = []
        for (const asked of new Set(asking.to)) {
          const before = await tx.one(store.askedBefore(asked, asking.thread, asking.question, tx.now))
          if (before?.before) return refuse('ask.before', 'to')
          await tx.rows(store.closeRunOut(scope, asking.thread, asked, tx.now))
          const about = asking.about ?? null
          const row = await tx.one(
            store.insertAsk(scope, { ...asking, about, asked, at: tx.now, ends: endOfAsk(tx.now) }),
          )
          if (!row) return refuse('ask.waiting', 'to')
          await askFact(tx, scope, 'ask.made', row.id, asking.community)
          ids.push(row.id)
        }
        return done({ ids })
      },
      { once },
    ),
  )

const soundAsking = async (tx: Tx, scope: MemberScope, asking: Asking): Promise<Outcome<null>> => {
  const room = await tx.one(roomById(scope, asking.thread))
  if (!room || room.community_id !== asking.community || !belongsTo(scope, room.community_id))
    return refuse('ask.noThread')
  if (!canBeAskedIn(room.audience)) return refuse('ask.alone')
  const to = new Set(asking.to)
  if (to.size === 0) return refuse('ask.who', 'to')
  if (to.size > MOST_ASKED) return refuse('ask.many', 'to')
  if (scope.personId !== null && to.has(scope.personId)) return refuse('ask.self', 'to')
  const askable = new Set(
    (await tx.rows(store.askableIn(scope, room.id, room.community_id))).map((one) => one.person_id),
  )
  if ([...to].some((person) => !askable.has(person))) return refuse('ask.notHere', 'to')
  if (asking.about === undefined) return done(null)
  const about = await tx.one(contributionById(scope, asking.about))
  if (about?.thread_id !== room.id || about.withdrawn) return refuse('ask.noVoice')
  // Somebody who is asked must hear what they are asked about.
  return about.audience === room.audience || room.audience === 'public' ? done(null) : refuse('ask.narrow')
}

/** Answers in words: a contribution of the person asked, heard by those whom they choose among the conversation's. */
export const answer = (
  house: House,
  scope: MemberScope,
  id: AskId,
  words: Answering,
  sending: Sending = {},
): Promise<Outcome<{ id: ContributionId }>> =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const ask = await heldAsk(tx, scope, id)
        if (!ask) return refuse('answer.gone')
        const may = mayAnswer(scope, ask, tx.now)
        if (!may.ok) return may
        if (words.text.trim() === '') return refuse('say.empty', 'text')
        if (!answerCircles(ask).includes(words.circle)) return refuse('say.tooWide', 'audience')
        const said = await sayWithin(tx, scope, {
          ...words,
          thread: ask.thread_id,
          community: ask.community_id,
          replyTo: ask.about_id ?? undefined,
          ask: { id, by: ask.author_id },
        })
        if (!said.ok) return said
        const closed = await closeHeld(tx, scope, ask, 'answered', sending, said.value.id)
        return closed.ok ? said : closed
      },
      { once: sending.once },
    ),
  )

/** Passes, or would rather not: both are full answers, without a reason. */
export const pass = (
  house: House,
  scope: MemberScope,
  id: AskId,
  how: Pass,
  sending: Sending = {},
): Promise<Outcome<{ id: AskId }>> =>
  unlessClosed(
    house.db.write(
      scope,
      async (tx) => {
        const ask = await heldAsk(tx, scope, id)
        if (!ask) return refuse('answer.gone')
        const may = mayAnswer(scope, ask, tx.now)
        if (!may.ok) return may
        const closed = await closeHeld(tx, scope, ask, how, sending)
        return closed.ok ? done({ id }) : closed
      },
      { once: sending.once },
    ),
  )

/** Takes one's own question back while it waits; every link to it ends with it. */
export const takeAskBack = (house: House, scope: MemberScope, id: AskId): Promise<Outcome<{ id: AskId }>> =>
  house.db.write(scope, async (tx) => {
    const ask = await heldAsk(tx, scope, id)
    if (!ask) return refuse('back.closed')
    const may = mayTakeBack(scope, ask, tx.now)
    if (!may.ok) return may
    if (!(await tx.one(store.closeAsk(id, 'taken-back', tx.now)))) return refuse('back.closed')
    await askFact(tx, scope, 'ask.taken-back', id, ask.community_id)
    return done({ id })
  })

/** Undoes one's own answer or pass within ten minutes: what was said is gone, and the question waits again. */
export const reopen = async (house: House, scope: MemberScope, id: AskId): Promise<Outcome<{ id: AskId }>> => {
  const found = await house.db.write(scope, async (tx) => {
    const ask = await heldAsk(tx, scope, id)
    if (!ask) return refuse('undo.gone')
    const may = mayReopen(scope, ask, tx.now)
    if (!may.ok) return may
    await forgetFacts(tx, { kind: 'ask', id })
    if (ask.state === 'answered') return done({ said: ask.contribution_id })
    return (await tx.one(store.reopenAsk(scope, id))) ? done({ said: null }) : refuse('undo.gone')
  })
  if (!found.ok) return found
  if (found.value.said === null) return done({ id })
  // With its answer taken back the database opens the question again.
  const back = await takeBack(house, scope, found.value.said)
  return back.ok ? done({ id }) : back
}

/** Ends every link by which a letter could answer in one's name; the question itself stays open. */
export const endAnswerLinks = (house: House, scope: MemberScope, id: AskId): Promise<Outcome<{ id: AskId }>> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.endLinks(scope, id, tx.now))
    return done({ id })
  })
