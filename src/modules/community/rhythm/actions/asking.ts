/** A stage is proposed, answered by the group, taken back, or brought to its end by a facilitator. */
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/facts/record.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { Language } from '../../../../platform/words/words.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import { facilitates } from '../../audience.ts'
import { lockCommunity } from '../../store.ts'
import { isConfirmed, mayAnswer, mayConclude } from '../confirming.ts'
import { mayBeProposed, type Proposable } from '../stage.ts'
import * as store from '../store.ts'

/** What a facilitator proposes; a farewell and what was learned only where the proposal is to close. */
export interface Proposing {
  readonly stage: Proposable
  readonly why: string
  readonly farewell: string | null
  readonly learned: string | null
  readonly language: Language
}

const note = (tx: Tx, scope: MemberScope, place: Place, kind: `stage.${string}`, id: number) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: 'stage-proposal', id }, community: place.id })

/** Proposes a stage, or to close. Whoever proposes has said yes. */
export const propose = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: Proposing,
  once?: string,
): Promise<Outcome<{ id: number }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const { personId } = scope
      if (personId === null || !facilitates(scope, place.id)) return refuse('facilitatorsOnly')
      await tx.rows(lockCommunity(place.id))
      const now = await tx.one(store.rhythmOf(scope, place.id))
      if (!now || !mayBeProposed(now.stage, input.stage)) return refuse('propose.already', 'stage')
      const made = await tx.one(store.insertProposal({ ...input, id: place.id, authorId: personId, at: tx.now }))
      if (!made) return refuse('propose.open', 'stage')
      const { language } = input
      await tx.rows(
        store.saveAnswer({ proposal: made.id, id: place.id, personId, yes: true, words: null, language, at: tx.now }),
      )
      await note(tx, scope, place, 'stage.proposed', made.id)
      return done({ id: made.id })
    },
    { once },
  )

/** Answers “Yes, that is us” or “Not yet”; again, while the asking is open. */
export const answer = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: { proposal: number; yes: boolean; words: string | null; language: Language },
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const { personId } = scope
    if (personId === null) return refuse('answer.notAsked')
    // Whoever answers while the asking is being brought to its end waits here, and is then told.
    await tx.rows(lockCommunity(place.id))
    const open = await tx.one(store.openProposal(scope, place.id))
    if (open?.id !== input.proposal) return refuse('answer.over')
    if (!mayAnswer(open.asked_at, tx.now)) return refuse('answer.over')
    const mine = await tx.one(store.roleOf(scope, place.id, personId))
    if (mine?.role !== 'facilitator' && mine?.role !== 'member') return refuse('answer.notAsked')
    await tx.rows(store.saveAnswer({ ...input, id: place.id, personId, at: tx.now }))
    await note(tx, scope, place, 'stage.answered', open.id)
    return done(null)
  })

/** Takes an asking back before its end; nothing changes. */
export const takeBack = (house: House, scope: MemberScope, place: Place, proposal: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('facilitatorsOnly')
    await tx.rows(lockCommunity(place.id))
    const open = await tx.one(store.openProposal(scope, place.id))
    if (open?.id !== proposal || !(await tx.one(store.endProposal(proposal, 'taken-back', tx.now))))
      return refuse('answer.over')
    await note(tx, scope, place, 'stage.taken-back', proposal)
    return done(null)
  })

/** Brings an asking to its end: confirmed, the community stands so from now on; otherwise it stays as it was. */
export const conclude = (
  house: House,
  scope: MemberScope,
  place: Place,
  proposal: number,
): Promise<Outcome<{ confirmed: boolean; stage: Proposable }>> =>
  house.db.write(scope, async (tx) => {
    if (!facilitates(scope, place.id)) return refuse('facilitatorsOnly')
    await tx.rows(lockCommunity(place.id))
    const open = await tx.one(store.openProposal(scope, place.id))
    const now = await tx.one(store.rhythmOf(scope, place.id))
    if (!now || open?.id !== proposal) return refuse('answer.over')
    const answers = await tx.rows(store.answersOf(scope, place.id))
    const members = (await tx.one(store.howManyAnswer(scope, place.id)))?.members ?? 0
    const yes = answers.filter((one) => one.yes).length
    const asking = { stage: open.stage, yes, notYet: answers.length - yes, members }
    if (!mayConclude(asking, open.asked_at, tx.now)) return refuse('conclude.early')
    if (!mayBeProposed(now.stage, open.stage)) return refuse('conclude.moved')
    const confirmed = isConfirmed(asking)
    await tx.rows(store.endProposal(proposal, confirmed ? 'confirmed' : 'not-yet', tx.now))
    if (confirmed) await tx.rows(store.setStage({ id: place.id, from: now.stage, to: open.stage, at: tx.now }))
    const closes = confirmed && open.stage === 'closed'
    if (closes)
      await record(tx, {
        kind: 'community.closed',
        actor: scope.personId,
        subject: { kind: 'community', id: place.id },
        community: place.id,
      })
    else await note(tx, scope, place, confirmed ? 'stage.confirmed' : 'stage.not-yet', proposal)
    return done({ confirmed, stage: open.stage })
  })
