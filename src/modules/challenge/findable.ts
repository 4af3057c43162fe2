/** Keeps a question findable by its words and by what hangs on it. */
import type { Tx } from '../../platform/db/database.ts'
import { forgetText, indexText } from '../../platform/search/store.ts'
import { type ChallengeId, challengeKind } from './contract.ts'
import { wordsToFind } from './store/challenge.ts'

/** Indexes a question anew, in the transaction that changed it. */
export const keepFindable = async (tx: Tx, id: ChallengeId): Promise<void> => {
  const found = await tx.one(wordsToFind(id))
  if (!found) return
  const { question, language, summary, body } = found
  // A question that changes its language would otherwise be found twice.
  await forgetText(tx, challengeKind, id)
  await indexText(tx, { kind: challengeKind, id, language, title: question, summary, body })
}
