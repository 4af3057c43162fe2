/** Writing a story: it begins, it is written, it is ready to be looked at. */
import type { Tx } from '../../../../platform/db/database.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { MemberScope, PersonId, Place } from '../../../people/contract.ts'
import type { StoryBeginning, StoryId } from '../../contract.ts'
import { isAuthor } from '../access.ts'
import { hold, storyFact } from '../holding.ts'
import * as store from '../store.ts'
import { unanswered } from '../workshop.ts'

/** Begins a draft from a question, inside the caller's transaction. Throws for a visitor: a member begins a story. */
export const beginStory = async (tx: Tx, scope: MemberScope, input: StoryBeginning): Promise<StoryId> => {
  const { personId } = scope
  if (personId === null) throw new Error('A visitor cannot begin a story')
  const { mattered = '', did = '', unsure = '', whose = '' } = input
  const answers = { mattered, did, unsure, whose }
  const row = await tx.one(
    store.insertStory({ ...input, ...answers, authorId: personId, title: input.title.slice(0, 200), at: tx.now }),
  )
  if (!row) throw new Error('A story could not be begun')
  await tx.rows(store.insertPerson(row.id, personId, true, input.community))
  for (const participant of new Set(input.participants))
    if (participant !== personId) await tx.rows(store.insertPerson(row.id, participant, false, input.community))
  await storyFact(tx, 'story.begun', scope, { id: row.id, community_id: input.community })
  return row.id
}

/** What the form of a story holds. `revision` is the one that was shown. */
export interface Writing extends store.StoryWords {
  readonly revision: number
  readonly writers: readonly PersonId[]
}

/** Saves new words. Whoever agreed agreed to the old ones: the check and the seven days begin again. */
export const writeStory = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  input: Writing,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !isAuthor(scope, held.story, held.people)) return refuse('story.notYours')
      if (!['draft', 'consent', 'circle'].includes(held.story.state)) return refuse('story.newVersionFirst')
      if (held.story.revision !== input.revision) return refuse('story.changedMeanwhile')
      await tx.rows(store.saveWords(id, input, tx.now))
      for (const writer of input.writers)
        if (held.company.some((one) => one.id === writer)) await tx.rows(store.insertPerson(id, writer, true, place.id))
      await tx.rows(store.setWriters(id, input.writers, held.story.author_id))
      await storyFact(tx, 'story.written', scope, held.story)
      return done(null)
    },
    { once },
  )

/** An author says that the story is ready to be looked at. */
export const readyStory = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !isAuthor(scope, held.story, held.people)) return refuse('story.notYours')
      if (held.story.state !== 'draft') return done(null)
      if (unanswered(held.story).length > 0) return refuse('ready.unanswered')
      await tx.rows(store.setState(id, 'consent', tx.now))
      await storyFact(tx, 'story.readied', scope, held.story)
      return done(null)
    },
    { once },
  )
