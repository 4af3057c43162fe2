/** Changing what one has said: other words, fewer who hear it, or none at all. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { forgetText } from '../../../platform/search/store.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Circle } from '../../community/contract.ts'
import { audienceOf } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { type NameAnswer, noteNames } from '../../safeguarding/public.ts'
import { mayChange, mayTakeAway } from '../access.ts'
import { narrowerCircles } from '../circles.ts'
import type { ContributionId } from '../contract.ts'
import { contribution, hearIt, wordsOf } from '../contribution.ts'
import { whomItCalls } from '../mentioning/calling.ts'
import { insertMentions } from '../mentioning/store.ts'
import { contributionById, type Found } from '../store/contributions.ts'
import * as store from '../store/saying.ts'

const within = async (
  tx: Tx,
  scope: MemberScope,
  id: ContributionId,
  rule: typeof mayChange,
): Promise<Outcome<Found>> => {
  const said = await tx.one(contributionById(scope, id))
  if (!said) return refuse('change.gone')
  const may = rule(scope, said)
  return may.ok ? done(said) : may
}

const factOf = (scope: MemberScope, said: Found) => ({
  actor: said.nameless ? null : scope.personId,
  subject: contribution(said.id),
  community: said.community_id,
})

/** Calls whom the new words name, but nobody who was called here before; whether anybody was. */
const callAnew = async (tx: Tx, scope: MemberScope, said: Found, audience: string, text: string): Promise<boolean> => {
  const calling = { thread: said.thread_id, community: said.community_id, audience, text, strict: false }
  const called = await whomItCalls(tx, scope, calling)
  if (!called.ok || called.value.length === 0) return false
  return (await tx.rows(insertMentions(said.id, called.value, tx.now))).length > 0
}

const tell = (
  tx: Tx,
  scope: MemberScope,
  kind: 'edited' | 'mentioned' | 'waits' | 'narrowed' | 'withdrawn',
  said: Found,
) => record(tx, { kind: `contribution.${kind}`, ...factOf(scope, said) })

/** Other words for one's own contribution; `version` is the one the writer saw, so that no edit is lost unseen. */
export const edit = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
  words: { text: string; language: Language; version: number; names?: NameAnswer | undefined },
  once?: string,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const found = await within(tx, scope, id, mayChange)
      if (!found.ok) return found
      const said = found.value
      if (said.version !== words.version) return refuse('edit.meanwhile', 'text')
      if (said.text === words.text && said.language === words.language) return done({ id })
      const kept = wordsOf(words)
      const replaced = await tx.one(store.replaceWords(scope, id, words.version, kept, tx.now))
      if (!replaced) return refuse('edit.meanwhile', 'text')
      if (said.language !== words.language) await forgetText(tx, 'contribution', id)
      await hearIt(tx, id, kept)
      await tell(tx, scope, 'edited', said)
      await noteNames(tx, factOf(scope, said), words.names)
      const calls = await callAnew(tx, scope, said, replaced.hearers, words.text)
      if (replaced.waits) await tell(tx, scope, 'waits', said)
      else if (calls) await tell(tx, scope, 'mentioned', said)
      return done({ id })
    },
    { once },
  )

/** Fewer people hear one's own contribution, at once. Wider is never offered: that needs more than the author. */
export const narrow = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
  circle: Circle,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const found = await within(tx, scope, id, mayChange)
    if (!found.ok) return found
    const said = found.value
    if (said.nameless && circle === 'me') return refuse('nameless.me', 'audience')
    const audience = audienceOf(circle, scope, said.community_id)
    if (audience === said.audience) return done({ id })
    if (!narrowerCircles(said.audience).includes(circle)) return refuse('narrow.wider', 'audience')
    if (!(await tx.one(store.setAudience(scope, id, audience)))) return refuse('change.gone')
    await tell(tx, scope, 'narrowed', said)
    return done({ id })
  })

/** Withdraws a contribution, one's own at any time, without a reason: words, history and search entry are erased, its place stays. */
export const withdraw = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const found = await within(tx, scope, id, mayTakeAway)
    if (!found.ok) return found.reason === 'change.withdrawn' ? done({ id }) : found
    if (!(await tx.one(store.eraseWords(scope, id, tx.now)))) {
      // Withdrawn a moment ago; or somebody wrote it down, and its author has just said yes to it.
      const now = await tx.one(contributionById(scope, id))
      return now && !now.withdrawn ? refuse('change.confirmed') : done({ id })
    }
    await tx.rows(store.eraseHistory(scope, id))
    await tx.rows(store.deleteReadingsOf(scope, contribution(id)))
    await forgetText(tx, 'contribution', id)
    await tell(tx, scope, 'withdrawn', found.value)
    return done({ id })
  })
