/** For programs: what one is asked, answering it, and passing. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { circles } from '../../community/contract.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { here, number } from '../api/threads.ts'
import { sayForm } from '../forms.ts'
import { isAsked } from './access.ts'
import { answer, pass } from './actions.ts'
import { type Ask, passes, standing, states } from './ask.ts'
import { askById, asksAfter } from './store.ts'
import { apiUrls, urls } from './urls.ts'
import { reasonSaid } from './words.ts'

const ask = z
  .object({
    id: z.int().meta({ example: 5 }),
    thread: z.int().meta({ description: 'The conversation.', example: 12 }),
    asker: z.string().nullable().meta({ description: 'Null when you may not know the name.', example: 'Rita Vale' }),
    asked: z.string().nullable().meta({ description: 'Null when you may not know the name.', example: 'Marta' }),
    mine: z.boolean().meta({ description: 'It is put to you.', example: true }),
    question: z.string().meta({ example: 'How does he read at home?' }),
    language: z.string().meta({ example: 'en' }),
    about: z.int().nullable().meta({ description: 'The contribution it is about.', example: null }),
    state: z.enum(states).meta({ example: 'open' }),
    contribution: z.int().nullable().meta({ description: 'The answer.', example: null }),
    askedAt: z.iso.datetime(),
    endsAt: z.iso.datetime().meta({ description: 'Until then it waits. Nobody is reminded.' }),
    url: z.url(),
  })
  .meta({ id: 'Ask', description: 'A question to a person. Passing, or rather not, is a full answer.' })

const shown = (c: Context<Visit>, row: Ask): z.input<typeof ask> => ({
  id: row.id,
  thread: row.thread_id,
  asker: row.asker,
  asked: row.asked,
  mine: isAsked(c.var.scope, row),
  question: row.question,
  language: row.language,
  about: row.about_id,
  state: standing(row, c.var.house.clock.now()),
  contribution: row.contribution_id,
  askedAt: row.asked_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  url: absolute(c, urls.ask({ slug: row.slug, id: row.id })),
})

const askHere = async (c: Context<Visit>, id: number): Promise<Ask | undefined> => {
  const { house, scope, place } = c.var
  const [[row]] = await house.db.read(scope, askById(scope, id))
  return row?.community_id === place.id ? row : undefined
}

/** What was done to a question, as the question stands then. */
const after = async (c: Context<Visit>, id: number, work: () => Promise<Outcome<unknown>>) => {
  if (!(await askHere(c, id))) return notFound(c)
  const done = await work()
  if (!done.ok) return done
  const row = await askHere(c, id)
  return row ? found(shown(c, row)) : notFound(c)
}

const one = here.extend({ ask: number })
const { text, language } = sayForm.shape
const refusals = {
  'answer.notYours': 'forbidden',
  'answer.left': 'forbidden',
  'answer.closed': 'gone',
  'answer.farewell': 'gone',
  'answer.gone': 'gone',
} as const

export const askApi = new ApiTable<Visit>({
  noun: 'asks',
  about: 'Questions that people put to each other. Nobody is reminded, and nobody asks why you pass.',
  words: (lang) => ({ maybe: (key) => reasonSaid(lang, key) }),
})
  .get(
    apiUrls.asks,
    members,
    'read',
    {
      id: 'listAsks',
      says: 'Lists the questions that concern you, or whose answer you hear; what waits for you is yours and open.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(ask),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const [rows] = await house.db.read(scope, asksAfter(scope, place.id, cursor?.[0] ?? 0, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => shown(c, row),
        (row) => [row.id],
      )
    },
  )
  .get(
    apiUrls.ask,
    members,
    'read',
    { id: 'getAsk', says: 'Shows a question that concerns you, or whose answer you hear.', params: one, answer: ask },
    async (c, { params }) => {
      const row = await askHere(c, params.ask)
      return row ? found(shown(c, row)) : notFound(c)
    },
  )
  .post(
    apiUrls.answer,
    members,
    'write',
    {
      id: 'answerAsk',
      says: 'Answers in words: a contribution of yours, heard at once.',
      params: one,
      body: z
        .strictObject({ text, language, audience: z.enum(circles).default('community') })
        .meta({ example: { text: 'Aloud, to the dog.', language: 'en', audience: 'community' } }),
      answer: ask,
      refusals,
    },
    (c, { params, body: { audience: circle, ...words }, once }) =>
      after(c, params.ask, () => answer(c.var.house, c.var.scope, params.ask, { ...words, circle }, { once })),
  )
  .post(
    apiUrls.pass,
    members,
    'write',
    {
      id: 'passAsk',
      says: 'Passes, or says that you would rather not. No reason is asked.',
      params: one,
      body: z.strictObject({ how: z.enum(passes).default('passed') }).meta({ example: { how: 'passed' } }),
      answer: ask,
      refusals,
    },
    (c, { params, body, once }) =>
      after(c, params.ask, () => pass(c.var.house, c.var.scope, params.ask, body.how, { once })),
  )
