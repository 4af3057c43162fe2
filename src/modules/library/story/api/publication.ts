/** For programs: how one is named below a story, publishing it, a new version, taking it down. */
import type { Context } from 'hono'
import { z } from 'zod'
import { made } from '../../../../platform/api/answer.ts'
import { ApiTable } from '../../../../platform/api/table.ts'
import { members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { notFound } from '../../../people/public.ts'
import { licences } from '../../contract.ts'
import { apiUrls } from '../../urls.ts'
import * as releasing from '../actions/releasing.ts'
import { words } from '../words.ts'
import { aboutStories, oneStory, story, storyHere, storyShown } from './stories.ts'

const naming = z.object({ naming: z.enum(['name', 'perspective', 'none']).meta({ example: 'perspective' }) })
const refusals = { 'story.notYours': 'forbidden', 'naming.notThere': 'forbidden', 'publish.held': 'conflict' } as const
const button = z.strictObject({}).meta({ example: {} })

/** After an act: the story as it stands now. */
const standing = async (c: Context<Visit>, id: number) => {
  const row = await storyHere(c, id)
  return row ? made(storyShown(c, row), apiUrls.story({ slug: c.var.place.slug, story: id })) : notFound(c)
}

export const publicationApi = new ApiTable<Visit>({ noun: 'stories', about: aboutStories, words })
  .post(
    apiUrls.naming,
    members,
    'write',
    {
      id: 'chooseNaming',
      says: 'Chooses how you are named below a story you took part in; what is published follows at once.',
      params: oneStory,
      body: z.strictObject(naming.shape).meta({ example: { naming: 'perspective' } }),
      answer: naming.meta({ id: 'Naming', description: 'How somebody is named below a story.' }),
      refusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await storyHere(c, params.story))) return notFound(c)
      const chosen = await releasing.chooseNaming(house, scope, place, params.story, body.naming, once)
      return chosen.ok ? made(body, apiUrls.story({ slug: place.slug, story: params.story })) : chosen
    },
  )
  .post(
    apiUrls.publication,
    members,
    'write',
    {
      id: 'publishStory',
      says: 'Publishes a story whose gate is open: its authors and the facilitators.',
      params: oneStory,
      body: z
        .strictObject({
          to: z.enum(['public', 'community']).meta({ description: 'Who may read it.' }),
          licence: z.enum(licences).meta({ description: 'What others may do with it. CC BY cannot be taken back.' }),
        })
        .meta({ example: { to: 'community', licence: 'read-and-print' } }),
      answer: story,
      refusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await storyHere(c, params.story))) return notFound(c)
      const published = await releasing.publishStory(house, scope, place, params.story, body, once)
      return published.ok ? standing(c, params.story) : published
    },
  )
  .post(
    apiUrls.versions,
    members,
    'write',
    {
      id: 'beginVersion',
      says: 'Begins a new version: its authors. The published one stays until the new one has passed the gate.',
      params: oneStory,
      body: button,
      answer: story,
      refusals,
    },
    async (c, { params, once }) => {
      const { house, scope, place } = c.var
      if (!(await storyHere(c, params.story))) return notFound(c)
      const begun = await releasing.beginVersion(house, scope, place, params.story, once)
      return begun.ok ? standing(c, params.story) : begun
    },
  )
  .post(
    apiUrls.withdrawal,
    members,
    'write',
    {
      id: 'withdrawStory',
      says: 'Takes a published story down, without a reason: its authors and the facilitators.',
      params: oneStory,
      body: button,
      answer: story,
      refusals,
    },
    async (c, { params, once }) => {
      const { house, scope, place } = c.var
      if (!(await storyHere(c, params.story))) return notFound(c)
      const withdrawn = await releasing.withdrawStory(house, scope, place, params.story, once)
      return withdrawn.ok ? standing(c, params.story) : withdrawn
    },
  )
