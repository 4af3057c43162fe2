/** For programs: those whom a story shows, and how each agreed. Only who tends the story sees them. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made, nothing, pageOfAll } from '../../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../../platform/api/cursor.ts'
import { ApiTable } from '../../../../platform/api/table.ts'
import { refuse } from '../../../../platform/outcome.ts'
import { members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { notFound } from '../../../people/public.ts'
import { apiUrls, urls } from '../../urls.ts'
import { mayTend } from '../access.ts'
import { addDepicted, changeDepicted } from '../actions/consenting.ts'
import { consents } from '../gate.ts'
import { depictedForm } from '../schemas.ts'
import type { DepictedRow } from '../store/depicted.ts'
import { wholeStory } from '../whole.ts'
import { words } from '../words.ts'
import { aboutStories, oneStory } from './stories.ts'

const consent = z.enum(consents).meta({
  description: 'Whether they agreed: by themselves, by a guardian on paper, both. A child needs the guardian.',
  example: 'both',
})
const depicted = z
  .object({
    id: z.int().meta({ example: 9 }),
    label: z.string().meta({ description: 'As the story calls them.', example: 'the boy we call Theo' }),
    child: z.boolean().meta({ example: true }),
    consent,
    recordedBy: z.string().nullable().meta({ example: 'Rita Vale' }),
    recordedOn: z.iso.date().nullable(),
    url: z.url(),
  })
  .meta({ id: 'Depicted', description: 'Somebody whom a story shows, never by their real name.' })

const one = oneStory.extend({
  depicted: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 9 }),
})

const shown = (c: Context<Visit>, story: number, row: DepictedRow): z.input<typeof depicted> => ({
  id: row.id,
  label: row.label,
  child: row.child,
  consent: row.consent,
  recordedBy: row.recorded_by_name,
  recordedOn: row.recorded_on,
  url: `${absolute(c, urls.story({ slug: c.var.place.slug, id: story }))}#depicted`,
})

/** Those of a story, for who tends it; `tended` is false for other members, who do not learn who they are. */
const those = async (c: Context<Visit>, id: number) => {
  const whole = await wholeStory(c, id)
  return whole && { rows: whole.depicted, tended: mayTend(c.var.scope, whole.story, whole.people) }
}

const oneOf = async (c: Context<Visit>, { story, depicted: id }: z.output<typeof one>) => {
  const here = await those(c, story)
  const row = here?.tended ? here.rows.find((each) => each.id === id) : undefined
  return row && shown(c, story, row)
}

const refusals = { 'story.notYours': 'forbidden', 'check.changed': 'changed' } as const

export const depictedApi = new ApiTable<Visit>({ noun: 'stories', about: aboutStories, words })
  .get(
    apiUrls.depicted,
    members,
    'read',
    {
      id: 'listDepicted',
      says: 'Lists those whom a story shows: its authors and the facilitators.',
      params: oneStory,
      query: paged(byNumber),
      answer: pageOf(depicted),
      refusals,
    },
    async (c, { params, query }) => {
      const here = await those(c, params.story)
      if (!here) return notFound(c)
      if (!here.tended) return refuse('story.notYours')
      return pageOfAll(c, here.rows, query, (row) => shown(c, params.story, row))
    },
  )
  .post(
    apiUrls.depicted,
    members,
    'write',
    {
      id: 'addDepicted',
      says: 'Adds somebody whom the story shows. A no takes a published story down at once.',
      params: oneStory,
      body: z
        .strictObject({ label: depictedForm.shape.label, child: z.boolean(), consent: consent.default('not-asked') })
        .meta({ example: { label: 'the boy we call Theo', child: true, consent: 'both' } }),
      answer: depicted,
      refusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place, reader } = c.var
      if (!(await wholeStory(c, params.story))) return notFound(c)
      const added = await addDepicted(house, scope, place, params.story, reader.zone, body, once)
      if (!added.ok) return added
      const where = { ...params, depicted: added.value.id }
      const row = await oneOf(c, where)
      return row ? made(row, apiUrls.depictedOne({ ...where, slug: place.slug })) : notFound(c)
    },
  )
  .get(
    apiUrls.depictedOne,
    members,
    'read',
    { id: 'getDepicted', says: 'Shows one of them.', params: one, answer: depicted },
    async (c, { params }) => {
      const row = await oneOf(c, params)
      return row ? found(row) : notFound(c)
    },
  )
  .patch(
    apiUrls.depictedOne,
    members,
    'write',
    {
      id: 'changeDepicted',
      says: 'Writes down what somebody depicted says now. A no takes a published story down at once.',
      params: one,
      body: z.strictObject({ consent }).meta({ example: { consent: 'both' } }),
      answer: depicted,
      refusals,
      current: (c, { params }) => oneOf(c, params),
    },
    async (c, { params, body }, current) => {
      const { house, scope, place, reader } = c.var
      const input = { depicted: current.id, consent: body.consent, seen: current.consent }
      const changed = await changeDepicted(house, scope, place, params.story, reader.zone, input)
      if (!changed.ok) return changed
      const row = await oneOf(c, params)
      return row ? found(row) : notFound(c)
    },
  )
  .delete(
    apiUrls.depictedOne,
    members,
    'write',
    {
      id: 'strikeDepicted',
      says: 'Takes somebody off the list whom the story shows no more.',
      params: one,
      answer: z.void(),
      refusals,
      current: (c, { params }) => oneOf(c, params),
    },
    async (c, { params }, current) => {
      const { house, scope, place, reader } = c.var
      const input = { depicted: current.id, consent: 'strike' as const, seen: current.consent }
      const struck = await changeDepicted(house, scope, place, params.story, reader.zone, input)
      return struck.ok ? nothing : struck
    },
  )
