/** For programs: the open conversations of a community. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { circleOf, readers } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import type { PaceHere, SummaryHere } from '../contract.ts'
import { pausedUntil } from '../pacing/pace.ts'
import { type ListedThread, threadsBelow } from '../store/threads.ts'
import { apiUrls, urls } from '../urls.ts'

/** A number in an address. */
export const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 12 })
/** The address of a community as a parameter. */
export const here = z.object({ slug: z.string().min(1).max(200).meta({ example: 'reading-together' }) })
/** Who hears a thing; `other` is a circle that no form offers yet. */
export const audience = z.enum(['public', 'community', 'adults', 'group', 'facilitators', 'me', 'other']).meta({
  description:
    'Who hears it. A student’s words are heard by the `adults` first, until one of them has looked; a chosen `group` is a few of the community.',
  example: 'community',
})

const thread = z
  .object({
    id: z.int().meta({ example: 12 }),
    title: z.string().meta({ example: 'What we read this month' }),
    language: z.string().meta({ example: 'en' }),
    audience,
    author: z.string().nullable().meta({ description: 'Null when you may not know the name.', example: 'Rita Vale' }),
    contributions: z.int().meta({ description: 'As many as you hear.', example: 3 }),
    slowMinutes: z.int().nullable().meta({
      description: 'Each person may speak once in so many minutes; null for as often as they like.',
      example: null,
    }),
    pausedUntil: z.iso.datetime().nullable().meta({ description: 'Nobody speaks to others before.', example: null }),
    pausedWhy: z.string().nullable().meta({ example: null }),
    summary: z
      .object({ text: z.string(), language: z.string(), version: z.int() })
      .nullable()
      .meta({ description: 'What the people of the conversation wrote together, in Markdown.', example: null }),
    begunAt: z.iso.datetime(),
    lastAt: z.iso.datetime().nullable(),
    url: z.url(),
  })
  .meta({ id: 'Thread', description: 'An open conversation. Questions have one of their own: see `thread` there.' })

const shown = (
  c: Context<Visit>,
  row: ListedThread & PaceHere & { audience: string; summary: SummaryHere | null },
): z.input<typeof thread> => ({
  id: row.id,
  title: row.title,
  language: row.language,
  audience: circleOf(row.audience),
  author: row.author,
  contributions: row.contributions,
  slowMinutes: row.slow_minutes,
  pausedUntil: pausedUntil(row, c.var.house.clock.now())?.toISOString() ?? null,
  pausedWhy: pausedUntil(row, c.var.house.clock.now()) ? row.pause_why : null,
  summary: row.summary?.text
    ? { text: row.summary.text, language: row.summary.language, version: row.summary.version }
    : null,
  begunAt: row.begun_at.toISOString(),
  lastAt: row.last_at?.toISOString() ?? null,
  url: absolute(c, urls.thread({ slug: c.var.place.slug, id: row.id })),
})

export const threadApi = new ApiTable<Visit>({
  noun: 'threads',
  about: 'Open conversations of a community, such as those of an archive.',
})
  .get(
    apiUrls.threads,
    readers,
    'read',
    {
      id: 'listThreads',
      says: 'Lists the open conversations of a community, the newest first.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(thread),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const below = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const [rows] = await house.db.read(scope, threadsBelow(scope, place.id, below, limit + 1))
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
    apiUrls.thread,
    readers,
    'read',
    {
      id: 'getThread',
      says: 'Shows one open conversation.',
      params: here.extend({ thread: number }),
      answer: thread,
    },
    async (c, { params }) => {
      const { house, scope, place } = c.var
      const [[row]] = await house.db.read(
        scope,
        threadsBelow(scope, place.id, Number.MAX_SAFE_INTEGER, 1, params.thread),
      )
      return row ? found(shown(c, row)) : notFound(c)
    },
  )
