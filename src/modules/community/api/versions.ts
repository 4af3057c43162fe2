/** For programs: the versions of Who we are and How we treat each other, settling one, and “I'm in”. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made, nothing, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { members } from '../access.ts'
import * as actions from '../actions/charter.ts'
import { type CharterDocument, parts } from '../charter.ts'
import { versionForm } from '../schemas.ts'
import * as store from '../store/charter.ts'
import { apiUrls, urls } from '../urls.ts'
import { words } from '../words.ts'
import { here } from './communities.ts'

const document = versionForm.shape.document.meta({
  description: '`charter`: who we are. `agreement`: how we treat each other.',
  example: 'agreement',
})
const params = here.extend({ document })

const version = z
  .object({
    document,
    number: z.int().meta({ example: 2 }),
    changed: z.string().meta({ description: 'What changed.', example: 'Nobody has to read aloud.' }),
    why: z.string().meta({ example: 'Two of us said it frightens them.' }),
    lines: z.array(z.object({ part: z.enum(parts), words: z.string() })),
    at: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'CharterVersion', description: 'A charter or an agreement as it was settled once.' })

const shown = (c: Context<Visit>, row: store.Version): z.input<typeof version> => {
  const { slug } = c.var.place
  return {
    document: row.document,
    number: row.number,
    changed: row.changed,
    why: row.why,
    lines: row.lines.map((line) => ({ part: line.part, words: line.words })),
    at: row.at.toISOString(),
    url: absolute(c, row.document === 'charter' ? urls.charter({ slug }) : urls.agreement({ slug })),
  }
}

const versionsOf = async ({ var: { house, scope, place } }: Context<Visit>, of: CharterDocument) => {
  const [all] = await house.db.read(scope, store.versionsOf(scope, place.id))
  return all.filter((row) => row.document === of)
}

export const versionsApi = new ApiTable<Visit>({
  noun: 'versions',
  about: 'What a community settled: each version says what changed and why. Whoever is not in stops nothing.',
  words,
})
  .get(
    apiUrls.versions,
    members,
    'read',
    {
      id: 'listCharterVersions',
      says: 'Lists the versions of one document, the newest first.',
      params,
      query: paged(byNumber),
      answer: pageOf(version),
    },
    async (c, { params, query: { limit, cursor } }) => {
      const below = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const rows = (await versionsOf(c, params.document)).filter(({ number }) => number < below)
      return page(
        c,
        rows,
        limit,
        (row) => shown(c, row),
        (row) => [row.number],
      )
    },
  )
  .post(
    apiUrls.versions,
    members,
    'write',
    {
      id: 'settleCharterVersion',
      says: 'Settles the lines that are kept now as a new version.',
      params,
      body: z
        .strictObject(versionForm.omit({ document: true }).shape)
        .meta({ example: { changed: 'Nobody has to read aloud.', why: 'Two of us said it frightens them.' } }),
      answer: version,
      refusals: { 'version.nothing': 'conflict' },
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      const settled = await actions.settleVersion(house, scope, place, { ...body, document: params.document }, once)
      if (!settled.ok) return settled
      const row = (await versionsOf(c, params.document)).find(({ number }) => number === settled.value.number)
      if (!row) throw new Error('A version that was settled is gone')
      return made(shown(c, row), apiUrls.version({ slug: place.slug, document: row.document, version: row.number }))
    },
  )
  .get(
    apiUrls.version,
    members,
    'read',
    {
      id: 'getCharterVersion',
      says: 'Shows one version.',
      params: params.extend({ version: z.coerce.number().int().min(1).max(1_000_000).meta({ example: 2 }) }),
      answer: version,
    },
    async (c, { params }) => {
      const row = (await versionsOf(c, params.document)).find(({ number }) => number === params.version)
      return row ? found(shown(c, row)) : notFound(c)
    },
  )
  .post(
    apiUrls.in,
    members,
    'write',
    {
      id: 'sayIn',
      says: 'Says “I’m in” to the agreement as it was last settled.',
      params: here,
      body: z.strictObject({}).meta({ example: {} }),
      answer: z.void(),
      refusals: { 'version.nothing': 'conflict' },
    },
    async (c) => {
      const said = await actions.sayIn(c.var.house, c.var.scope, c.var.place)
      return said.ok ? nothing : said
    },
  )
