/** For programs: the questions of a community, bringing one in, wording it anew. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made, nothing, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { isLanguage } from '../../../platform/words/words.ts'
import { circles } from '../../community/contract.ts'
import { circleOf, members } from '../../community/public.ts'
import { threadOf } from '../../dialogue/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { namesGiven, namesRefused } from '../../safeguarding/public.ts'
import { raise, reword, takeBack } from '../actions/raise.ts'
import { type Challenge, challengeKind, childAnswers, helps, states, steps } from '../contract.ts'
import { wordingForm } from '../schemas.ts'
import { stepOf } from '../state.ts'
import { challengeById, challengesBelow } from '../store/challenge.ts'
import { apiUrls, urls } from '../urls.ts'
import { words } from '../words.ts'

/** A number in an address. */
export const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 12 })
/** The address of a community as a parameter. */
export const here = z.object({ slug: z.string().min(1).max(200).meta({ example: 'reading-together' }) })
/** Who hears a thing; `other` is a circle that no form offers yet. */
export const audience = z
  .enum(['public', 'community', 'adults', 'group', 'facilitators', 'me', 'other'])
  .meta({ description: 'Who hears it.', example: 'community' })

const line = z
  .object({
    id: z.int().meta({ example: 12 }),
    question: z.string().meta({ example: 'How can everybody join in when we read aloud?' }),
    language: z.string().meta({ example: 'en' }),
    asker: z.string().nullable().meta({ description: 'Null when you may not know the name.', example: 'Rita Vale' }),
    audience,
    aboutChild: z.enum(childAnswers).meta({ description: 'Whether it is about one child.', example: 'no' }),
    help: z.array(z.enum(helps)).meta({ example: ['ideas'] }),
    state: z.enum(states).meta({ example: 'exploring' }),
    step: z.enum(steps).meta({ description: 'The step that people see.', example: 'understand' }),
    raisedAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'ChallengeLine', description: 'A question as lists show it.' })

/** A question on its own. */
export const challenge = line
  .extend({ thread: z.int().nullable().meta({ description: 'The conversation on it.', example: 31 }) })
  .meta({ id: 'Challenge', description: 'A question that a community works on.' })

const lineShown = (c: Context<Visit>, row: Challenge): z.input<typeof line> => ({
  id: row.id,
  question: row.question,
  language: row.language,
  asker: row.asker,
  audience: circleOf(row.audience),
  aboutChild: row.about_child,
  help: row.help,
  state: row.state,
  step: stepOf(row),
  raisedAt: row.raised_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  url: absolute(c, urls.challenge({ slug: row.slug, id: row.id })),
})

/** A question of this community, as far as the asking person hears it. */
export const challengeHere = async (c: Context<Visit>, id: number) => {
  const { house, scope, place } = c.var
  const [[row], [thread]] = await house.db.read(
    scope,
    challengeById(scope, id),
    threadOf(scope, { kind: challengeKind, id }),
  )
  return row?.community_id === place.id ? { row, thread: thread?.id ?? null } : undefined
}

/** The same as it is shown. */
export const challengeShown = async (c: Context<Visit>, id: number): Promise<z.input<typeof challenge> | undefined> => {
  const here = await challengeHere(c, id)
  return here && { ...lineShown(c, here.row), thread: here.thread }
}

const one = here.extend({ challenge: number })
const { question, changed } = wordingForm.shape
const circle = z.enum(circles)
const asked = {
  question: question.meta({ example: 'How can everybody join in when we read aloud?' }),
  language: z.enum(['en', 'pt', 'nl', 'de', 'sk']),
  audience: circle.meta({ description: 'Who hears it. About a child who does not know yet, it stays with you.' }),
  aboutChild: z.enum(childAnswers),
  help: z.array(z.enum(helps)).max(3),
  names: namesGiven,
}

// Until the child knows, a question about one child stays with its writer.
const aboutToAsk = (
  said: { question?: string; changed?: string; aboutChild?: string; names?: z.output<typeof namesGiven> },
  circle: string,
) => ({
  texts: [said.question ?? '', said.changed ?? ''],
  circle: said.aboutChild === 'not-yet' ? 'me' : circle,
  answer: said.names,
})

export const challengeApi = new ApiTable<Visit>({
  noun: 'challenges',
  about: 'The questions a community works on, from noticing to looking back. What is said on one is in its thread.',
  words,
})
  .get(
    apiUrls.challenges,
    members,
    'read',
    {
      id: 'listChallenges',
      says: 'Lists the questions of a community, the newest first.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(line),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const below = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const [rows] = await house.db.read(scope, challengesBelow(scope, place.id, below, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => lineShown(c, row),
        (row) => [row.id],
      )
    },
  )
  .post(
    apiUrls.challenges,
    members,
    'write',
    {
      id: 'raiseChallenge',
      says: 'Brings a question in.',
      params: here,
      body: z.strictObject({ ...asked, audience: circle.default('community'), help: asked.help.default([]) }).meta({
        example: { question: 'How can everybody join in when we read aloud?', language: 'en', aboutChild: 'no' },
      }),
      answer: challenge,
      fields: { circle: 'audience' },
    },
    async (c, { body, once }) => {
      const { house, scope, place } = c.var
      const { audience: asks, ...rest } = body
      const named = await namesRefused(c, { ...aboutToAsk(rest, asks), language: rest.language })
      if (named) return named
      const raised = await raise(house, scope, place, { ...rest, circle: asks }, once)
      if (!raised.ok) return raised
      const shown = await challengeShown(c, raised.value.id)
      return shown ? made(shown, apiUrls.challenge({ slug: place.slug, challenge: shown.id })) : notFound(c)
    },
  )
  .get(
    apiUrls.challenge,
    members,
    'read',
    { id: 'getChallenge', says: 'Shows one question.', params: one, answer: challenge },
    async (c, { params }) => {
      const shown = await challengeShown(c, params.challenge)
      return shown ? found(shown) : notFound(c)
    },
  )
  .patch(
    apiUrls.challenge,
    members,
    'write',
    {
      id: 'rewordChallenge',
      says: 'Words your own question anew, with a line that says why; or gives it another audience.',
      params: one,
      body: z
        .strictObject({
          question: asked.question.optional(),
          language: asked.language.optional(),
          audience: asked.audience.optional(),
          aboutChild: asked.aboutChild.optional(),
          help: asked.help.optional(),
          changed: changed.meta({ description: 'Why the words are others now.' }),
          names: asked.names,
        })
        .meta({ example: { question: 'How can everybody begin by themselves?', changed: 'We saw who waits.' } }),
      answer: challenge,
      fields: { circle: 'audience' },
      refusals: { 'wording.askerOnly': 'forbidden', moved: 'changed', gone: 'gone' },
      current: (c, { params }) => challengeShown(c, params.challenge),
    },
    async (c, { body }, current) => {
      const { house, scope } = c.var
      const circleNow = circles.find((one) => one === current.audience) ?? 'community'
      const language = body.language ?? current.language
      const named = await namesRefused(c, { ...aboutToAsk(body, body.audience ?? circleNow), language })
      if (named) return named
      const reworded = await reword(house, scope, current.id, {
        question: body.question ?? current.question,
        language: body.language ?? (isLanguage(current.language) ? current.language : 'en'),
        circle: body.audience ?? circleNow,
        aboutChild: body.aboutChild ?? current.aboutChild,
        help: body.help ?? current.help,
        changed: body.changed,
        names: body.names,
      })
      if (!reworded.ok) return reworded
      const shown = await challengeShown(c, current.id)
      return shown ? found(shown) : notFound(c)
    },
  )
  .delete(
    apiUrls.challenge,
    members,
    'write',
    {
      id: 'takeBackChallenge',
      says: 'Takes your own question back, while nobody has spoken on it and nobody else has written.',
      params: one,
      answer: z.void(),
      refusals: { 'wording.askerOnly': 'forbidden', 'takeBack.othersWrote': 'conflict', gone: 'gone' },
      current: (c, { params }) => challengeShown(c, params.challenge),
    },
    async (c, _, current) => {
      const back = await takeBack(c.var.house, c.var.scope, current.id)
      return back.ok ? nothing : back
    },
  )
