/** Looking at a student's words: opening them for everybody, asking first, and the student's “it is fine”. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import type { ContributionId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import { anyMention } from '../mentioning/store.ts'
import { contributionById, type Found } from '../store/contributions.ts'
import { type LookQuestion, mayLook } from './look.ts'
import * as store from './store.ts'

const tell = (tx: Tx, scope: MemberScope, kind: 'opened' | 'mentioned' | 'held' | 'fine', said: Found) =>
  record(tx, {
    kind: `contribution.${kind}`,
    // Whoever says “it is fine” is its author.
    actor: said.nameless && isMine(scope, said) ? null : scope.personId,
    subject: contribution(said.id),
    community: said.community_id,
  })

/** Opens a student's words as they were seen. Where another adult was quicker, it is done all the same. */
export const openForAll = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
  version: number,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const said = await tx.one(contributionById(scope, id))
    if (!said) return refuse('look.gone')
    if (!said.waits) return said.withdrawn ? refuse('look.gone') : done({ id })
    if (!mayLook(scope, said)) return refuse('look.notYours')
    if (said.version !== version) return refuse('look.meanwhile')
    const opened = await tx.one(store.openWords(id, version))
    if (!opened?.id) {
      // Opened by another adult in the same moment, or changed by its author.
      const now = await tx.one(contributionById(scope, id))
      return now && !now.waits && !now.withdrawn ? done({ id }) : refuse('look.meanwhile')
    }
    await tx.rows(store.deleteQuestion(id))
    await tell(tx, scope, 'opened', said)
    if ((await tx.one(anyMention(id)))?.calls) await tell(tx, scope, 'mentioned', said)
    return done({ id })
  })

/** Asks the author about one of three things before opening. */
export const askFirst = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
  about: LookQuestion,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const said = await tx.one(contributionById(scope, id))
    if (!said) return refuse('look.gone')
    if (!mayLook(scope, said)) return refuse(said.waits ? 'look.notYours' : 'look.open')
    await tx.rows(store.insertQuestion(scope, said, about, tx.now))
    await tell(tx, scope, 'held', said)
    return done({ id })
  })

/** The author's answer to what an adult asked: it is fine as it is. Other words are an answer, too. */
export const sayFine = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(scope, async (tx) => {
    const said = await tx.one(contributionById(scope, id))
    if (!said) return refuse('look.gone')
    if (!isMine(scope, said)) return refuse('look.notYours')
    if (await tx.one(store.setFine(scope, id, tx.now))) await tell(tx, scope, 'fine', said)
    return done({ id })
  })
