/** For programs: carrying a question on: its moves, the answer for now, the story that begins with it. */
import { z } from 'zod'
import { absolute, made } from '../../../platform/api/answer.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import { members } from '../../community/public.ts'
import { storyApiUrl, storyUrl } from '../../library/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { answer, move } from '../actions/carry.ts'
import { makeStory } from '../actions/make-story.ts'
import { answerForm, moveForm } from '../schemas.ts'
import { apiUrls } from '../urls.ts'
import { words } from '../words.ts'
import { challenge, challengeHere, challengeShown, here, number } from './challenges.ts'

const one = here.extend({ challenge: number })
const refusals = {
  gone: 'gone',
  moved: 'conflict',
  'move.notYours': 'forbidden',
  'story.notYet': 'conflict',
  'story.narrow': 'conflict',
} as const

const begun = z
  .object({ id: z.int().meta({ example: 2 }), url: z.url() })
  .meta({ id: 'StoryBegun', description: 'The number of a story that begins, and the page of its workshop.' })

export const carryingApi = new ApiTable<Visit>({
  noun: 'challenges',
  about: 'The questions a community works on, from noticing to looking back. What is said on one is in its thread.',
  words,
})
  .post(
    apiUrls.challengeMoves,
    members,
    'write',
    {
      id: 'moveChallenge',
      says: 'Chooses a question, explores it, parks it or takes it up again: its asker or a facilitator.',
      params: one,
      body: z.strictObject(moveForm.shape).meta({ example: { move: 'choose' } }),
      answer: challenge,
      refusals,
    },
    async (c, { params, body, once }) => {
      if (!(await challengeHere(c, params.challenge))) return notFound(c)
      const moved = await move(c.var.house, c.var.scope, params.challenge, body.move, once)
      if (!moved.ok) return moved
      const shown = await challengeShown(c, params.challenge)
      return shown ? made(shown, apiUrls.challenge({ slug: c.var.place.slug, challenge: shown.id })) : notFound(c)
    },
  )
  .post(
    apiUrls.answers,
    members,
    'write',
    {
      id: 'answerChallenge',
      says: 'Answers a question for now: what is known, what stays open. Its asker or a facilitator.',
      params: one,
      body: z
        .strictObject({ ...answerForm.shape, language: z.enum(languages) })
        .meta({ example: { known: 'He begins when somebody sits beside him.', open: 'And alone?', language: 'en' } }),
      answer: challenge,
      refusals,
    },
    async (c, { params, body, once }) => {
      if (!(await challengeHere(c, params.challenge))) return notFound(c)
      const said = { known: body.known, staysOpen: body.open, language: body.language }
      const answered = await answer(c.var.house, c.var.scope, params.challenge, said, once)
      if (!answered.ok) return answered
      const shown = await challengeShown(c, params.challenge)
      return shown ? made(shown, apiUrls.challenge({ slug: c.var.place.slug, challenge: shown.id })) : notFound(c)
    },
  )
  .post(
    apiUrls.stories,
    members,
    'write',
    {
      id: 'beginStory',
      says: 'Begins a practice story with what stands on a question that was looked back on.',
      params: one,
      body: z.strictObject({}).meta({ example: {} }),
      answer: begun,
      refusals,
    },
    async (c, { params, once }) => {
      const { house, scope, place } = c.var
      if (!(await challengeHere(c, params.challenge))) return notFound(c)
      const told = await makeStory(house, scope, params.challenge, once)
      if (!told.ok) return told
      const id = told.value.story
      return made({ id, url: absolute(c, storyUrl(place.slug, id)) }, storyApiUrl(place.slug, id))
    },
  )
