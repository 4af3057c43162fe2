/** For programs: the look for a recognisable child, asking the circle, a yes or a no with its reason. */
import { z } from 'zod'
import { ApiTable } from '../../../../platform/api/table.ts'
import { members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { notFound } from '../../../people/public.ts'
import { apiUrls } from '../../urls.ts'
import * as consenting from '../actions/consenting.ts'
import { answerForm } from '../schemas.ts'
import { words } from '../words.ts'
import { release, releaseNow } from './release.ts'
import { aboutStories, oneStory, storyHere } from './stories.ts'

const refusals = {
  'story.notYours': 'forbidden',
  'check.changed': 'conflict',
  'circle.notReady': 'conflict',
  'circle.notCore': 'forbidden',
  'circle.changed': 'conflict',
} as const

const count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)

export const circleApi = new ApiTable<Visit>({ noun: 'stories', about: aboutStories, words })
  .post(
    apiUrls.checks,
    members,
    'write',
    {
      id: 'checkStory',
      says: 'Says that no child is recognisable in the words as they stand: an author or a facilitator who has read them.',
      params: oneStory,
      body: z
        .strictObject({
          revision: count.meta({ description: 'The words that were read.' }),
          sure: z.boolean().meta({ description: 'Somebody has read it and says so.' }),
          kept: z
            .array(z.string().max(60))
            .max(200)
            .default([])
            .meta({ description: "Words that are members' names and stay knowingly." }),
        })
        .meta({ example: { revision: 3, sure: true } }),
      answer: release,
      refusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await storyHere(c, params.story))) return notFound(c)
      const checked = await consenting.checkStory(house, scope, place, params.story, body, once)
      return checked.ok ? releaseNow(c, params.story) : checked
    },
  )
  .post(
    apiUrls.circle,
    members,
    'write',
    {
      id: 'askCircle',
      says: 'Asks the circle: seven days begin. An author or a facilitator, once the rest is done.',
      params: oneStory,
      body: z.strictObject({}).meta({ example: {} }),
      answer: release,
      refusals,
    },
    async (c, { params, once }) => {
      const { house, scope, place } = c.var
      if (!(await storyHere(c, params.story))) return notFound(c)
      const asked = await consenting.askCircle(house, scope, place, params.story, once)
      return asked.ok ? releaseNow(c, params.story) : asked
    },
  )
  .post(
    apiUrls.consents,
    members,
    'write',
    {
      id: 'answerCircle',
      says: 'Says yes or no to a story: members and facilitators. A no carries its reason and sends the story back.',
      params: oneStory,
      body: z
        .strictObject({
          round: count.meta({ description: 'The round that was read.' }),
          answer: answerForm.shape.answer,
          reason: answerForm.shape.reason,
        })
        .meta({ example: { round: 1, answer: 'yes' } }),
      answer: release,
      refusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await storyHere(c, params.story))) return notFound(c)
      const answered = await consenting.answerCircle(house, scope, place, params.story, body, once)
      return answered.ok ? releaseNow(c, params.story) : answered
    },
  )
