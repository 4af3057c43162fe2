/** For programs: where a community sees a question differently. */
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
import { differenceForm } from '../schemas.ts'
import { type DifferenceRow, differencesOf } from '../store/unknown.ts'
import { apiUrls, urls } from '../urls.ts'
import { words } from '../words.ts'
import { challengeHere, here, number } from './challenges.ts'

const difference = z
  .object({
    id: z.int().meta({ example: 8 }),
    name: z.string().nullable().meta({ example: 'Rita Vale' }),
    mine: z.boolean().meta({ example: true }),
    words: z.string().meta({ example: 'Waiting helps him more than pairs do.' }),
    language: z.string().meta({ example: 'en' }),
    at: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'Difference', description: 'A way of seeing it that stands beside the others.' })

const on = here.extend({ challenge: number })
const one = on.extend({ difference: number })

const shown = (c: Context<Visit>, challenge: number, row: DifferenceRow): z.input<typeof difference> => ({
  id: row.id,
  name: row.name,
  mine: mayTakeBack(c.var.scope, row),
  words: row.words,
  language: row.language,
  at: row.at.toISOString(),
  url: absolute(c, `${urls.challenge({ slug: c.var.place.slug, id: challenge })}#differences`),
})

const allOn = async (c: Context<Visit>, challenge: number): Promise<DifferenceRow[] | undefined> => {
  if (!(await challengeHere(c, challenge))) return undefined
  const [rows] = await c.var.house.db.read(c.var.scope, differencesOf(c.var.scope, challenge))
  return rows
}

const oneOn = async (c: Context<Visit>, { challenge, difference: id }: z.output<typeof one>) => {
  const row = (await allOn(c, challenge))?.find((each) => each.id === id)
  return row && shown(c, challenge, row)
}

const refusals = { gone: 'gone', 'takeBack.notYours': 'forbidden' } as const

export const differenceApi = new ApiTable<Visit>({
  noun: 'differences',
  about: 'Where a community sees a question differently. No answer wipes them away.',
  words,
})
  .get(
    apiUrls.differences,
    members,
    'read',
    {
      id: 'listDifferences',
      says: 'Lists the ways a question is seen, in the order they were said.',
      params: on,
      query: paged(byNumber),
      answer: pageOf(difference),
    },
    async (c, { params, query }) => {
      const rows = await allOn(c, params.challenge)
      if (!rows) return notFound(c)
      return pageOfAll(c, rows, query, (row) => shown(c, params.challenge, row))
    },
  )
  .post(
    apiUrls.differences,
    members,
    'write',
    {
      id: 'addDifference',
      says: 'Adds how you see it, beside the others.',
      params: on,
      body: z
        .strictObject({ words: differenceForm.shape.difference, language: z.enum(languages) })
        .meta({ example: { words: 'Waiting helps him more than pairs do.', language: 'en' } }),
      answer: difference,
      refusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await challengeHere(c, params.challenge))) return notFound(c)
      const added = await actions.addDifference(house, scope, params.challenge, body, once)
      if (!added.ok) return added
      const where = { ...params, difference: added.value.id }
      const row = await oneOn(c, where)
      return row ? made(row, apiUrls.difference({ ...where, slug: place.slug })) : notFound(c)
    },
  )
  .get(
    apiUrls.difference,
    members,
    'read',
    { id: 'getDifference', says: 'Shows one of them.', params: one, answer: difference },
    async (c, { params }) => {
      const row = await oneOn(c, params)
      return row ? found(row) : notFound(c)
    },
  )
  .delete(
    apiUrls.difference,
    members,
    'write',
    {
      id: 'takeBackDifference',
      says: 'Takes back how you saw it.',
      params: one,
      answer: z.void(),
      refusals,
      current: (c, { params }) => oneOn(c, params),
    },
    async (c, { params }, current) => {
      const back = await actions.takeBackDifference(c.var.house, c.var.scope, params.challenge, current.id)
      return back.ok ? nothing : back
    },
  )
