/** Everything of a story, read in one flight. */
import type { Context } from 'hono'
import type { Visit } from '../../people/contract.ts'
import type { StoryId } from '../contract.ts'
import * as those from './store/depicted.ts'
import * as store from './store.ts'

/** A story with all that stands around it; nothing when it is not here or not for this reader. */
export const wholeStory = async (c: Context<Visit>, id: StoryId) => {
  const { house, scope, place } = c.var
  const [stories, people, depicted, answers, company] = await house.db.read(
    scope,
    store.storyById(scope, place.id, id),
    store.peopleOf(scope, id),
    those.depictedOf(scope, id),
    store.answersOf(scope, id),
    store.companyOf(place.id),
  )
  const story = stories[0]
  return story && { story, people, depicted, answers, company }
}
