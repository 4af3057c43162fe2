/** For programs: what people of a community need and can offer just now, and what was answered. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { type NeedLine, needKinds, needStates } from './contract.ts'
import { answersTo } from './store/answer.ts'
import { needById, openBelow } from './store/need.ts'
import { apiUrls, urls } from './urls.ts'

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 7 })
const here = z.object({ slug: z.string().min(1).max(200).meta({ example: 'reading-together' }) })

const line = z
  .object({
    id: z.int().meta({ example: 7 }),
    kind: z.enum(needKinds).meta({ description: 'Something needed, or something offered.', example: 'need' }),
    state: z.enum(needStates).meta({ description: 'Lists hold open ones only.', example: 'open' }),
    words: z.string().meta({ description: 'Empty when it was withdrawn.', example: 'Two pairs of ear defenders.' }),
    language: z.string().meta({ example: 'en' }),
    saidBy: z.string().meta({ example: 'Rita Vale' }),
    waits: z.boolean().meta({ description: 'Whether a student’s words wait for one adult’s look.', example: false }),
    saidAt: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'NeedLine', description: 'What somebody needs or offers, as lists show it.' })

const whole = line
  .extend({
    answers: z.array(
      z.object({
        id: z.int().meta({ example: 3 }),
        name: z.string().meta({ example: 'Marta' }),
        words: z.string().meta({ description: 'Empty when the press alone said it.', example: 'I have two at home.' }),
        language: z.string().meta({ example: 'pt' }),
        waits: z.boolean().meta({ example: false }),
        at: z.iso.datetime(),
      }),
    ),
    helper: z.string().nullable().meta({ description: 'With whom it was met.', example: null }),
    thanks: z.string().meta({ example: '' }),
  })
  .meta({ id: 'Need', description: 'What somebody needs or offers, with what was answered.' })

const lineShown = (c: Context<Visit>, row: NeedLine): z.input<typeof line> => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  words: row.words,
  language: row.language,
  saidBy: row.author,
  waits: row.waits,
  saidAt: row.said_at.toISOString(),
  url: absolute(c, urls.need({ slug: row.slug, id: row.id })),
})

/** The door of needs and offers for programs. */
export const needsApi = new ApiTable<Visit>({
  noun: 'needs',
  about: 'What people of a community need and can offer; it is gone from the list when it is met.',
})
  .get(
    apiUrls.needs,
    members,
    'read',
    {
      id: 'listNeeds',
      says: 'Lists what people of a community need and offer just now, the newest first.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(line),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const below = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const [rows] = await house.db.read(scope, openBelow(scope, place.id, below, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => lineShown(c, row),
        (row) => [row.id],
      )
    },
  )
  .get(
    apiUrls.need,
    members,
    'read',
    {
      id: 'readNeed',
      says: 'Reads what somebody needs or offers, with what was answered and with whom it was met.',
      params: here.extend({ need: number }),
      answer: whole,
    },
    async (c, { params: { need: id } }) => {
      const { house, scope, place } = c.var
      const [[row], answers] = await house.db.read(scope, needById(scope, place.id, id), answersTo(scope, id))
      if (!row) return notFound(c)
      const gone = row.state === 'withdrawn'
      return found({
        ...lineShown(c, row),
        answers: (gone ? [] : answers).map((one) => ({
          id: one.id,
          name: one.author,
          words: one.words,
          language: one.language,
          waits: one.waits,
          at: one.at.toISOString(),
        })),
        helper: row.helper,
        thanks: row.thanks,
      })
    },
  )
