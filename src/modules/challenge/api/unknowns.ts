/** For programs: what we don't know yet of a question, closed by evidence and opened again. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made, nothing, pageOfAll } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { mayTakeBack } from '../access.ts'
import * as actions from '../actions/carry.ts'
import { evidenceForm, unknownForm } from '../schemas.ts'
import { type UnknownRow, unknownsOf } from '../store/unknown.ts'
import { apiUrls, urls } from '../urls.ts'
import { words } from '../words.ts'
import { challengeHere, here, number } from './challenges.ts'

const evidence = z
  .object({
    words: z.string().meta({ example: 'He read to his brother at home.' }),
    name: z.string().nullable().meta({ description: 'Who brought it.', example: 'Inês Duarte' }),
    language: z.string().meta({ example: 'en' }),
    contribution: z.int().nullable().meta({ description: 'Where it was said, if you hear it.', example: null }),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Evidence', description: 'What answered it.' })

const unknown = z
  .object({
    id: z.int().meta({ example: 7 }),
    words: z.string().meta({ example: 'Does he read at home?' }),
    language: z.string().meta({ example: 'en' }),
    mine: z.boolean().meta({ example: true }),
    at: z.iso.datetime(),
    evidence: evidence.nullable().meta({ description: 'Null while it is open.', example: null }),
    url: z.url(),
  })
  .meta({ id: 'Unknown', description: "Something we don't know yet, or that evidence has answered." })

const on = here.extend({ challenge: number })
const one = on.extend({ unknown: number })

const evidenceOf = (row: UnknownRow): z.input<typeof evidence> | null =>
  row.closed_at && {
    words: row.evidence ?? '',
    name: row.evidence_name,
    language: row.evidence_language ?? row.language,
    contribution: row.evidence_contribution,
    at: row.closed_at.toISOString(),
  }

const shown = (c: Context<Visit>, challenge: number, row: UnknownRow): z.input<typeof unknown> => ({
  id: row.id,
  words: row.words,
  language: row.language,
  mine: mayTakeBack(c.var.scope, row),
  at: row.at.toISOString(),
  evidence: evidenceOf(row),
  url: absolute(c, `${urls.challenge({ slug: c.var.place.slug, id: challenge })}#unknowns`),
})

const allOn = async (c: Context<Visit>, challenge: number): Promise<UnknownRow[] | undefined> => {
  if (!(await challengeHere(c, challenge))) return undefined
  const { house, scope, addressBook } = c.var
  const [rows] = await house.db.read(scope, unknownsOf(scope, challenge))
  const voice = (id: number) => ({ kind: 'contribution', id })
  const heard = await addressBook.lookUp(
    scope,
    rows.flatMap(({ evidence_contribution: id }) => (id === null ? [] : [voice(id)])),
  )
  // A contribution that the asking person does not hear is not there for them.
  return rows.map((row) => ({
    ...row,
    evidence_contribution: heard.has(`contribution ${row.evidence_contribution}`) ? row.evidence_contribution : null,
  }))
}

const oneOn = async (c: Context<Visit>, { challenge, unknown: id }: z.output<typeof one>) => {
  const row = (await allOn(c, challenge))?.find((each) => each.id === id)
  return row && shown(c, challenge, row)
}

/** After an act: the thing as it stands now. */
const standing = async (c: Context<Visit>, params: z.output<typeof one>) => {
  const row = await oneOn(c, params)
  return row ? made(row, apiUrls.unknown({ ...params, slug: c.var.place.slug })) : notFound(c)
}

const refusals = {
  gone: 'gone',
  moved: 'conflict',
  'unknown.closed': 'conflict',
  'takeBack.notYours': 'forbidden',
} as const

export const unknownApi = new ApiTable<Visit>({
  noun: 'unknowns',
  about:
    'What a community does not know yet of a question. Evidence closes it; it is opened again when that did not hold.',
  words,
})
  .get(
    apiUrls.unknowns,
    members,
    'read',
    {
      id: 'listUnknowns',
      says: 'Lists what is not known yet of a question, and what was answered, in the order it was said.',
      params: on,
      query: paged(byNumber),
      answer: pageOf(unknown),
    },
    async (c, { params, query }) => {
      const rows = await allOn(c, params.challenge)
      if (!rows) return notFound(c)
      return pageOfAll(c, rows, query, (row) => shown(c, params.challenge, row))
    },
  )
  .post(
    apiUrls.unknowns,
    members,
    'write',
    {
      id: 'addUnknown',
      says: 'Adds something that is not known yet.',
      params: on,
      body: z
        .strictObject({ words: unknownForm.shape.unknown, language: z.enum(languages) })
        .meta({ example: { words: 'Does he read at home?', language: 'en' } }),
      answer: unknown,
      refusals,
    },
    async (c, { params, body, once }) => {
      if (!(await challengeHere(c, params.challenge))) return notFound(c)
      const added = await actions.addUnknown(c.var.house, c.var.scope, params.challenge, body, once)
      return added.ok ? standing(c, { ...params, unknown: added.value.id }) : added
    },
  )
  .get(
    apiUrls.unknown,
    members,
    'read',
    { id: 'getUnknown', says: 'Shows one of them.', params: one, answer: unknown },
    async (c, { params }) => {
      const row = await oneOn(c, params)
      return row ? found(row) : notFound(c)
    },
  )
  .delete(
    apiUrls.unknown,
    members,
    'write',
    {
      id: 'takeBackUnknown',
      says: 'Takes back what you said is not known.',
      params: one,
      answer: z.void(),
      refusals,
      current: (c, { params }) => oneOn(c, params),
    },
    async (c, { params }, current) => {
      const back = await actions.takeBackUnknown(c.var.house, c.var.scope, params.challenge, current.id)
      return back.ok ? nothing : back
    },
  )
  .post(
    apiUrls.evidence,
    members,
    'write',
    {
      id: 'closeUnknown',
      says: 'Closes an open one through evidence.',
      params: one,
      body: z
        .strictObject({
          words: evidenceForm.shape.evidence,
          language: z.enum(languages),
          contribution: number.nullable().default(null).meta({ description: 'The contribution where it was said.' }),
        })
        .meta({ example: { words: 'He read to his brother at home.', language: 'en' } }),
      answer: unknown,
      refusals,
    },
    async (c, { params, body, once }) => {
      if (!(await oneOn(c, params))) return notFound(c)
      const { challenge, unknown: id } = params
      const closed = await actions.closeUnknown(c.var.house, c.var.scope, challenge, id, body, once)
      return closed.ok ? standing(c, params) : closed
    },
  )
  .post(
    apiUrls.reopenings,
    members,
    'write',
    {
      id: 'reopenUnknown',
      says: 'Opens one again whose evidence did not hold.',
      params: one,
      body: z.strictObject({}).meta({ example: {} }),
      answer: unknown,
      refusals,
    },
    async (c, { params, once }) => {
      if (!(await oneOn(c, params))) return notFound(c)
      const opened = await actions.reopenUnknown(c.var.house, c.var.scope, params.challenge, params.unknown, once)
      return opened.ok ? standing(c, params) : opened
    },
  )
