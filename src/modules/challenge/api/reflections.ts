/** For programs: reflections on a question, one's own until they are shared. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made, nothing, pageOfAll } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import { circles } from '../../community/contract.ts'
import { circleOf, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { reflect, removeReflection, share } from '../reflection/actions.ts'
import { reflectionForm } from '../reflection/schemas.ts'
import { type Reflection, reflectionsOf } from '../reflection/store.ts'
import { apiUrls, urls } from '../urls.ts'
import { words } from '../words.ts'
import { audience, challengeHere, here, number } from './challenges.ts'

const answer = z.string().meta({ example: 'I had thought he did not want to.' })
const reflection = z
  .object({
    id: z.int().meta({ example: 4 }),
    challenge: z.int().meta({ example: 12 }),
    name: z.string().nullable().meta({ example: 'Rita Vale' }),
    mine: z.boolean().meta({ example: true }),
    audience,
    provisional: answer,
    meeting: answer,
    together: answer,
    change: answer,
    dare: answer,
    language: z.string().meta({ example: 'en' }),
    at: z.iso.datetime(),
    url: z.url(),
  })
  .meta({
    id: 'Reflection',
    description: 'What somebody thought afterwards, under five prompts; empty where they did not.',
  })

const on = here.extend({ challenge: number })
const one = on.extend({ reflection: number })

const shown = (c: Context<Visit>, challenge: number, row: Reflection): z.input<typeof reflection> => ({
  id: row.id,
  challenge,
  name: row.name,
  mine: c.var.scope.personId !== null && row.author_id === c.var.scope.personId,
  audience: circleOf(row.audience),
  provisional: row.provisional,
  meeting: row.meeting,
  together: row.together,
  change: row.change,
  dare: row.dare,
  language: row.language,
  at: row.at.toISOString(),
  url: absolute(c, `${urls.reflections({ slug: c.var.place.slug, id: challenge })}#reflection-${row.id}`),
})

const allOn = async (c: Context<Visit>, challenge: number): Promise<Reflection[] | undefined> => {
  if (!(await challengeHere(c, challenge))) return undefined
  const [rows] = await c.var.house.db.read(c.var.scope, reflectionsOf(c.var.scope, challenge))
  return rows.sort((first, second) => first.id - second.id)
}

const oneOn = async (c: Context<Visit>, { challenge, reflection: id }: z.output<typeof one>) => {
  const row = (await allOn(c, challenge))?.find((each) => each.id === id)
  return row && shown(c, challenge, row)
}

const refusals = { gone: 'gone', 'takeBack.notYours': 'forbidden' } as const

export const reflectionApi = new ApiTable<Visit>({
  noun: 'reflections',
  about: 'Reflections on a question. Each is heard by its writer alone until they share it.',
  words,
})
  .get(
    apiUrls.reflections,
    members,
    'read',
    {
      id: 'listReflections',
      says: 'Lists your own reflections on a question, and those shared with you.',
      params: on,
      query: paged(byNumber),
      answer: pageOf(reflection),
    },
    async (c, { params, query }) => {
      const rows = await allOn(c, params.challenge)
      if (!rows) return notFound(c)
      return pageOfAll(c, rows, query, (row) => shown(c, params.challenge, row))
    },
  )
  .post(
    apiUrls.reflections,
    members,
    'write',
    {
      id: 'reflect',
      says: 'Writes a reflection, heard by nobody else.',
      params: on,
      body: z
        .strictObject({ ...reflectionForm.shape, language: z.enum(languages) })
        .meta({ example: { meeting: 'I had thought he did not want to.', language: 'en' } }),
      answer: reflection,
      refusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await challengeHere(c, params.challenge))) return notFound(c)
      const { language, ...answers } = body
      const kept = await reflect(house, scope, params.challenge, { answers, language }, once)
      if (!kept.ok) return kept
      const row = await oneOn(c, { ...params, reflection: kept.value.id })
      if (!row) return notFound(c)
      return made(row, apiUrls.reflection({ slug: place.slug, challenge: params.challenge, reflection: row.id }))
    },
  )
  .get(
    apiUrls.reflection,
    members,
    'read',
    { id: 'getReflection', says: 'Shows one reflection.', params: one, answer: reflection },
    async (c, { params }) => {
      const row = await oneOn(c, params)
      return row ? found(row) : notFound(c)
    },
  )
  .patch(
    apiUrls.reflection,
    members,
    'write',
    {
      id: 'shareReflection',
      says: 'Shares your own reflection, or takes it back to yourself.',
      params: one,
      body: z.strictObject({ audience: z.enum(circles) }).meta({ example: { audience: 'community' } }),
      answer: reflection,
      refusals,
      current: (c, { params }) => oneOn(c, params),
    },
    async (c, { params, body }, current) => {
      const shared = await share(c.var.house, c.var.scope, params.challenge, current.id, body.audience)
      if (!shared.ok) return shared
      const row = await oneOn(c, params)
      return row ? found(row) : notFound(c)
    },
  )
  .delete(
    apiUrls.reflection,
    members,
    'write',
    {
      id: 'removeReflection',
      says: 'Takes your own reflection away.',
      params: one,
      answer: z.void(),
      refusals,
      current: (c, { params }) => oneOn(c, params),
    },
    async (c, { params }, current) => {
      const removed = await removeReflection(c.var.house, c.var.scope, params.challenge, current.id)
      return removed.ok ? nothing : removed
    },
  )
