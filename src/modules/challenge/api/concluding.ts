/** For programs: what changed in a try-out, and how it ends. */
import type { Context } from 'hono'
import { z } from 'zod'
import { made, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import * as actions from '../tryout/actions.ts'
import { changeForm, concludeForm } from '../tryout/schemas.ts'
import { type ChangeRow, changesOf } from '../tryout/store.ts'
import { apiUrls } from '../urls.ts'
import { words } from '../words.ts'
import { addressOf, oneTryout, tryout, tryoutHere, tryoutRefusals, tryoutShown } from './tryouts.ts'

const change = z
  .object({
    id: z.int().meta({ example: 6 }),
    happened: z.string().meta({ example: 'Two of them were ill.' }),
    now: z.string().meta({ description: 'What we do now.', example: 'We read in threes.' }),
    language: z.string().meta({ example: 'en' }),
    at: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'TryoutChange', description: 'Something happened, so a try-out goes on differently.' })

const shown = (c: Context<Visit>, challenge: number, row: ChangeRow): z.input<typeof change> => ({
  id: row.id,
  happened: row.happened,
  now: row.now_do,
  language: row.language,
  at: row.at.toISOString(),
  url: `${addressOf(c, challenge, row.tryout_id)}#changed`,
})

const changesHere = async (c: Context<Visit>, params: z.output<typeof oneTryout>): Promise<ChangeRow[]> => {
  const [all] = await c.var.house.db.read(c.var.scope, changesOf(c.var.scope, params.challenge))
  return all.filter(({ tryout_id }) => tryout_id === params.tryout)
}

export const concludingApi = new ApiTable<Visit>({
  noun: 'tryouts',
  about: 'Small things that are tried: proposed, found safe by another person, begun, looked back on.',
  words,
})
  .get(
    apiUrls.changes,
    members,
    'read',
    {
      id: 'listChanges',
      says: 'Lists what changed in a try-out, in the order it was noted.',
      params: oneTryout,
      query: paged(byNumber),
      answer: pageOf(change),
    },
    async (c, { params, query: { limit, cursor } }) => {
      if (!(await tryoutHere(c, params))) return notFound(c)
      return page(
        c,
        (await changesHere(c, params)).filter(({ id }) => id > (cursor?.[0] ?? 0)),
        limit,
        (row) => shown(c, params.challenge, row),
        (row) => [row.id],
      )
    },
  )
  .post(
    apiUrls.changes,
    members,
    'write',
    {
      id: 'noteChange',
      says: 'Notes that something changed: what happened, what you do now. Not once it has ended.',
      params: oneTryout,
      body: z
        .strictObject({ ...changeForm.shape, language: z.enum(languages) })
        .meta({ example: { happened: 'Two of them were ill.', now: 'We read in threes.', language: 'en' } }),
      answer: change,
      refusals: tryoutRefusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await tryoutHere(c, params))) return notFound(c)
      const said = { happened: body.happened, nowDo: body.now, language: body.language }
      const noted = await actions.change(house, scope, params.challenge, params.tryout, said, once)
      if (!noted.ok) return noted
      const row = (await changesHere(c, params)).find(({ id }) => id === noted.value.id)
      return row ? made(shown(c, params.challenge, row), apiUrls.changes({ ...params, slug: place.slug })) : notFound(c)
    },
  )
  .post(
    apiUrls.conclusion,
    members,
    'write',
    {
      id: 'concludeTryout',
      says: 'Keeps, adapts or stops a try-out, with the reason: its owner, the asker or a facilitator.',
      params: oneTryout,
      body: z
        .strictObject(concludeForm.shape)
        .meta({ example: { ending: 'keep', reason: 'He begins beside somebody.' } }),
      answer: tryout,
      refusals: tryoutRefusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await tryoutHere(c, params))) return notFound(c)
      const ended = await actions.conclude(house, scope, params.challenge, params.tryout, body, once)
      if (!ended.ok) return ended
      const row = await tryoutHere(c, params)
      return row ? made(tryoutShown(c, row), apiUrls.tryout({ ...params, slug: place.slug })) : notFound(c)
    },
  )
