/** For programs: what people of a community share, links shared, and what is one's own taken back. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made, nothing, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { shareLink, takeBack } from './actions.ts'
import { type Thing, thingCircles, thingKinds } from './contract.ts'
import { linkForm } from './schemas.ts'
import { thingById, thingsBelow } from './store.ts'
import { apiUrls, urls } from './urls.ts'
import { words } from './words.ts'

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 4 })
const here = z.object({ slug: z.string().min(1).max(200).meta({ example: 'reading-together' }) })
const one = here.extend({ thing: number })

const thing = z
  .object({
    id: z.int().meta({ example: 4 }),
    kind: z.enum(thingKinds).meta({ example: 'link' }),
    title: z.string().meta({ example: 'Books that can be felt' }),
    why: z.string().meta({ example: 'For everybody who reads with their fingers.' }),
    language: z.string().meta({ example: 'en' }),
    audience: z.enum(thingCircles).meta({ description: 'Who may see it.', example: 'community' }),
    sharedBy: z.string().meta({ example: 'Henk de Vries' }),
    sharedAt: z.iso.datetime(),
    waits: z.boolean().meta({ description: 'A student’s, until one adult has looked.', example: false }),
    address: z.string().nullable().meta({ description: 'Where a link leads.', example: 'https://example.org/touch' }),
    file: z.url().nullable().meta({ description: 'The bytes, for a browser that is signed in.', example: null }),
    bytes: z.int().nullable().meta({ example: null }),
    alt: z.string().nullable().meta({ description: 'What a picture shows, in words.', example: null }),
    url: z.url(),
  })
  .meta({ id: 'Thing', description: 'A link, a file or a picture that somebody shares with a community.' })

const shown = (c: Context<Visit>, row: Thing): z.input<typeof thing> => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  why: row.why,
  language: row.language,
  audience: row.audience.startsWith('facilitators:') ? 'facilitators' : 'community',
  sharedBy: row.author,
  sharedAt: row.shared_at.toISOString(),
  waits: row.waits,
  address: row.address,
  file: row.file_key === null ? null : absolute(c, urls.file({ slug: row.slug, key: row.file_key })),
  bytes: row.bytes,
  alt: row.alt,
  url: absolute(c, urls.thing({ slug: row.slug, id: row.id })),
})

const thingOf = async (c: Context<Visit>, id: number): Promise<z.input<typeof thing> | undefined> => {
  const [[row]] = await c.var.house.db.read(c.var.scope, thingById(c.var.scope, c.var.place.id, id))
  return row && row.taken_down_at === null ? shown(c, row) : undefined
}

/** The door of shared things for programs. Files are brought by the page, where pictures can be covered first. */
export const thingsApi = new ApiTable<Visit>({
  noun: 'things',
  about: 'Links, files and pictures that people of a community share.',
  words,
})
  .get(
    apiUrls.things,
    members,
    'read',
    {
      id: 'listThings',
      says: 'Lists what is shared, the newest first.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(thing),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const below = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const [rows] = await house.db.read(scope, thingsBelow(scope, place.id, below, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => shown(c, row),
        (row) => [row.id],
      )
    },
  )
  .post(
    apiUrls.things,
    members,
    'write',
    {
      id: 'shareLink',
      says: 'Shares a link. A student’s waits for one adult’s look.',
      params: here,
      body: linkForm.meta({
        example: {
          title: 'Books that can be felt',
          why: 'For everybody who reads with their fingers.',
          address: 'https://example.org/touch',
          audience: 'community',
          language: 'en',
        },
      }),
      answer: thing,
      refusals: { gone: 'gone' },
    },
    async (c, { body, once }) => {
      const { house, scope, place } = c.var
      const shared = await shareLink(house, scope, place, body, once)
      if (!shared.ok) return shared
      const one = await thingOf(c, shared.value.id)
      return one ? made(one, apiUrls.thing({ slug: place.slug, thing: one.id })) : notFound(c)
    },
  )
  .get(
    apiUrls.thing,
    members,
    'read',
    { id: 'readThing', says: 'Reads one thing.', params: one, answer: thing },
    async (c, { params }) => {
      const one = await thingOf(c, params.thing)
      return one ? found(one) : notFound(c)
    },
  )
  .delete(
    apiUrls.thing,
    members,
    'write',
    {
      id: 'takeThingBack',
      says: 'Takes back what is your own: it is gone, with its bytes.',
      params: one,
      answer: z.void(),
      refusals: { notYours: 'forbidden' },
      current: (c, { params }) => thingOf(c, params.thing),
    },
    async (c, _, current) => {
      const taken = await takeBack(c.var.house, c.var.scope, c.var.place, current.id)
      return taken.ok ? nothing : taken
    },
  )
