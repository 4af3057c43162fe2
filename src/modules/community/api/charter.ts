/** For programs: the lines of Who we are and How we treat each other. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { members } from '../access.ts'
import * as actions from '../actions/charter.ts'
import { documentOf, type Line, parts } from '../charter.ts'
import { lineForm } from '../schemas.ts'
import * as store from '../store/charter.ts'
import { apiUrls, urls } from '../urls.ts'
import { words } from '../words.ts'
import { here } from './communities.ts'

const line = z
  .object({
    id: z.int().meta({ example: 12 }),
    part: z.enum(parts).meta({ description: '`agreement`: how we treat each other.', example: 'practice' }),
    words: z.string().meta({ example: 'We try small things and tell each other what happened.' }),
    state: z.enum(['suggested', 'kept', 'struck']).meta({ example: 'kept' }),
    changedAt: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'CharterLine', description: 'One line of a community’s charter or agreement.' })

const one = here.extend({ line: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 12 }) })

const lineShown = (c: Context<Visit>, row: Line): z.input<typeof line> => {
  const { slug } = c.var.place
  const document = documentOf(row.part) === 'charter' ? urls.charter({ slug }) : urls.agreement({ slug })
  return {
    id: row.id,
    part: row.part,
    words: row.words,
    state: row.state,
    changedAt: row.changed_at.toISOString(),
    url: absolute(c, `${document}#line-${row.id}`),
  }
}

const lineOf = async (c: Context<Visit>, id: number): Promise<z.input<typeof line> | undefined> => {
  const { house, scope, place } = c.var
  const [[row]] = await house.db.read(scope, store.lineById(scope, place.id, id))
  return row && lineShown(c, row)
}

export const charterApi = new ApiTable<Visit>({
  noun: 'charter',
  about: 'Who we are and how we treat each other: suggested lines wait, kept ones are ours, struck ones were let go.',
  words,
})
  .get(
    apiUrls.lines,
    members,
    'read',
    {
      id: 'listCharterLines',
      says: 'Lists the lines of a community, in the order they came.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(line),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const [all] = await house.db.read(scope, store.linesOf(scope, place.id))
      const rows = all.filter(({ id }) => id > (cursor?.[0] ?? 0))
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
    apiUrls.lines,
    members,
    'write',
    {
      id: 'addCharterLine',
      says: 'Adds a line of your own; it is kept at once.',
      params: here,
      body: z
        .strictObject(lineForm.shape)
        .meta({ example: { part: 'practice', words: 'We begin with a question that nobody can answer yet.' } }),
      answer: line,
    },
    async (c, { body, once }) => {
      const { house, scope, place } = c.var
      const added = await actions.addLine(house, scope, place, body, once)
      if (!added.ok) return added
      const shown = await lineOf(c, added.value.line)
      return shown ? made(shown, apiUrls.line({ slug: place.slug, line: shown.id })) : notFound(c)
    },
  )
  .get(
    apiUrls.line,
    members,
    'read',
    { id: 'getCharterLine', says: 'Shows one line.', params: one, answer: line },
    async (c, { params }) => {
      const shown = await lineOf(c, params.line)
      return shown ? found(shown) : notFound(c)
    },
  )
  .patch(
    apiUrls.line,
    members,
    'write',
    {
      id: 'changeCharterLine',
      says: 'Changes the words of a line, keeps it, or strikes it. A line that is changed is kept.',
      params: one,
      body: z
        .strictObject({ words: lineForm.shape.words.optional(), state: z.enum(['kept', 'struck']).default('kept') })
        .meta({ example: { words: 'We try one small thing and tell each other what happened.', state: 'kept' } }),
      answer: line,
      refusals: { 'line.gone': 'changed' },
      current: (c, { params }) => lineOf(c, params.line),
    },
    async (c, { body }, current) => {
      const { house, scope, place } = c.var
      const changed = await actions.changeLine(house, scope, place, {
        line: current.id,
        words: body.words ?? current.words,
        seen: current.words,
        state: body.state,
      })
      if (!changed.ok) return changed
      const shown = await lineOf(c, current.id)
      return shown ? found(shown) : notFound(c)
    },
  )
