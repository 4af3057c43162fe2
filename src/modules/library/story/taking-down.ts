/** Takes a published story down: its texts, its names and its place in the search are gone at once. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import { forgetText } from '../../../platform/search/store.ts'
import type { MemberScope } from '../../people/contract.ts'
import { deleteMakers, deleteTexts, withdrawEntry } from '../store.ts'
import { type StoryRow, setState } from './store.ts'

/** Inside the caller's transaction. The address stays and says what happened; the workshop keeps the words. */
export const takeDown = async (tx: Tx, scope: MemberScope, story: StoryRow): Promise<void> => {
  if (story.entry_id === null) return
  await tx.rows(deleteTexts(story.entry_id))
  await tx.rows(deleteMakers(story.entry_id))
  await forgetText(tx, 'entry', story.entry_id)
  await tx.rows(withdrawEntry(story.entry_id, tx.now))
  if (story.state === 'published') await tx.rows(setState(story.id, 'withdrawn', tx.now))
  await record(tx, {
    kind: 'story.withdrawn',
    actor: scope.personId,
    subject: { kind: 'story', id: story.id },
    community: story.community_id,
  })
}
