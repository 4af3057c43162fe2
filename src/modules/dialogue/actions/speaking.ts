/** Saying something, and taking it back within ten minutes as if it had not been said. */
import type { Tx } from '../../../platform/db/database.ts'
import { forgetFacts, record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { forgetText } from '../../../platform/search/store.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Circle } from '../../community/contract.ts'
import { audienceOf, belongsTo } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { mayChange } from '../access.ts'
import { circlesWithin, narrowerOf } from '../circles.ts'
import type { ContributionId, ThreadId } from '../contract.ts'
import { contribution, hearIt, wordsOf } from '../contribution.ts'
import * as reads from '../store/contributions.ts'
import * as store from '../store/saying.ts'
import { roomById } from '../store/threads.ts'
import { canBeTakenBack } from '../undo.ts'

/** What somebody says. */
export interface Saying {
  readonly thread: ThreadId
  /** The community of the page it was written on. */
  readonly community: number
  readonly text: string
  readonly language: Language
  readonly circle: Circle
  readonly replyTo?: ContributionId | undefined
  /** The question that it answers, and who asked it. */
  readonly ask?: { readonly id: number; readonly by: number } | undefined
}

/** Says something in a thread, heard at once; the same form sent twice says it once. */
export const say = (
  house: House,
  scope: MemberScope,
  saying: Saying,
  once?: string,
): Promise<Outcome<{ id: ContributionId }>> => house.db.write(scope, (tx) => sayWithin(tx, scope, saying), { once })

/** The same inside a transaction that does more than that. */
export const sayWithin = async (
  tx: Tx,
  scope: MemberScope,
  saying: Saying,
): Promise<Outcome<{ id: ContributionId }>> => {
  const room = await tx.one(roomById(scope, saying.thread))
  if (!room || room.community_id !== saying.community || !belongsTo(scope, room.community_id))
    return refuse('say.noThread')
  const answered =
    saying.replyTo === undefined ? undefined : await tx.one(reads.contributionById(scope, saying.replyTo))
  if (saying.replyTo !== undefined && answered?.thread_id !== room.id) return refuse('say.noVoice')
  const limit = answered ? narrowerOf(room.audience, answered.audience) : room.audience
  if (!circlesWithin(limit).includes(saying.circle)) return refuse('say.tooWide', 'audience')
  const kept = wordsOf(saying)
  const row = await tx.one(
    store.insertContribution(scope, {
      thread: room.id,
      // One level deep: an answer to an answer stands beside it.
      replyTo: answered ? (answered.reply_to ?? answered.id) : null,
      audience: audienceOf(saying.circle, scope, room.community_id),
      ask: saying.ask,
      ...kept,
      at: tx.now,
    }),
  )
  if (!row) throw new Error('A contribution could not be kept')
  const said = {
    kind: 'contribution.said',
    actor: scope.personId,
    subject: contribution(row.id),
    community: room.community_id,
  } as const
  await Promise.all([hearIt(tx, row.id, kept), record(tx, said)])
  return done({ id: row.id })
}

/** Takes one's own contribution back within ten minutes: words, history, search entry, readings and facts are gone. */
export const takeBack = (house: House, scope: MemberScope, id: ContributionId): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const said = await tx.one(reads.contributionById(scope, id))
    if (!said) return refuse('change.gone')
    const may = mayChange(scope, said)
    if (!may.ok) return may
    if (!canBeTakenBack(said.said_at, tx.now)) return refuse('undo.late')
    if (!(await tx.one(store.deleteContribution(scope, id)))) return refuse('change.gone')
    await tx.rows(store.deleteReadingsOf(scope, contribution(id)))
    await forgetText(tx, 'contribution', id)
    await forgetFacts(tx, contribution(id))
    return done(null)
  })
