/** For programs: what still has to happen before a story may go out, and its authors' word that it is ready. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made } from '../../../../platform/api/answer.ts'
import { ApiTable } from '../../../../platform/api/table.ts'
import { members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { notFound } from '../../../people/public.ts'
import { apiUrls, urls } from '../../urls.ts'
import { mayTend } from '../access.ts'
import { readyStory } from '../actions/writing.ts'
import { circleEnds, gateOpen } from '../gate.ts'
import { conditionSaid } from '../saying.ts'
import { wholeStory } from '../whole.ts'
import { words } from '../words.ts'
import { namesIn, workshopShown } from '../workshop.ts'
import { aboutStories, oneStory } from './stories.ts'

const condition = z.object({
  name: z.enum(['ready', 'depicted', 'child', 'circle', 'licence']).meta({ example: 'circle' }),
  met: z.boolean().meta({ example: false }),
  says: z.string().meta({ description: 'In your language.', example: 'Our circle has not been asked yet.' }),
})
const name = z.object({
  word: z.string().meta({ example: 'Rose' }),
  why: z.enum(['member', 'first-name']).meta({ description: 'Of a member, or a common first name.' }),
  instead: z.string().meta({ description: 'Another name.', example: 'Lena' }),
})

/** How a story stands at its gate. */
export const release = z
  .object({
    story: z.int().meta({ example: 2 }),
    state: z.enum(['draft', 'consent', 'circle', 'published', 'withdrawn']).meta({ example: 'consent' }),
    revision: z.int().meta({ description: 'Which words a check speaks of.', example: 3 }),
    round: z.int().meta({ description: 'Which asking of the circle an answer speaks to.', example: 0 }),
    open: z.boolean().meta({ description: 'Whether it may be published now.', example: false }),
    conditions: z.array(condition).meta({ description: 'None once it is published or taken down.' }),
    until: z.iso.datetime().nullable().meta({ description: 'When silence counts as yes.', example: null }),
    circle: z
      .array(z.object({ name: z.string(), yes: z.boolean() }))
      .meta({ description: 'Whose yes it needs, once they are asked.', example: [] }),
    noes: z
      .array(z.object({ name: z.string(), reason: z.string() }))
      .meta({ description: 'Why the circle sent it back.', example: [] }),
    names: z
      .array(name)
      .nullable()
      .meta({ description: 'Words that could be names; null for who does not tend the story.', example: [] }),
    url: z.url(),
  })
  .meta({ id: 'Release', description: 'What still has to happen before a story goes out.' })

/** The gate of a story as the asking person may see it. */
export const releaseShown = async (c: Context<Visit>, id: number): Promise<z.input<typeof release> | undefined> => {
  const { house, scope, reader, place } = c.var
  const whole = await wholeStory(c, id)
  if (!whole) return undefined
  const { story, people } = whole
  const tends = mayTend(scope, story, people)
  const shown = workshopShown(whole, scope.personId, house.clock.now())
  const moving = story.state === 'draft' || story.state === 'consent' || story.state === 'circle'
  const { since, core, yes, round } = shown.circle
  return {
    story: story.id,
    state: story.state,
    revision: story.revision,
    round,
    open: story.state === 'circle' && gateOpen(shown.conditions),
    conditions: (moving ? shown.conditions : []).map((one) => ({
      name: one.name,
      met: one.met,
      says: conditionSaid(one, reader.lang, reader.zone, tends),
    })),
    until: since ? circleEnds(since).toISOString() : null,
    circle: since ? core.map((one) => ({ name: one.name, yes: yes.includes(one.id) })) : [],
    noes: shown.noes.map((one) => ({ name: one.name, reason: one.reason })),
    names: tends ? namesIn(whole).map(({ word, why, instead }) => ({ word, why, instead })) : null,
    url: absolute(c, urls.story({ slug: place.slug, id: story.id })),
  }
}

/** After an act: the gate as it stands now. */
export const releaseNow = async (c: Context<Visit>, id: number) => {
  const shown = await releaseShown(c, id)
  return shown ? made(shown, apiUrls.release({ slug: c.var.place.slug, story: id })) : notFound(c)
}

export const releaseApi = new ApiTable<Visit>({ noun: 'stories', about: aboutStories, words })
  .get(
    apiUrls.release,
    members,
    'read',
    {
      id: 'getRelease',
      says: 'Shows what still has to happen before a story goes out.',
      params: oneStory,
      answer: release,
    },
    async (c, { params }) => {
      const shown = await releaseShown(c, params.story)
      return shown ? found(shown) : notFound(c)
    },
  )
  .post(
    apiUrls.readiness,
    members,
    'write',
    {
      id: 'readyStory',
      says: 'Says that a story is ready to be looked at: its authors.',
      params: oneStory,
      body: z.strictObject({}).meta({ example: {} }),
      answer: release,
      refusals: { 'story.notYours': 'forbidden', 'ready.unanswered': 'conflict' },
    },
    async (c, { params, once }) => {
      const { house, scope, place } = c.var
      if (!(await wholeStory(c, params.story))) return notFound(c)
      const ready = await readyStory(house, scope, place, params.story, once)
      return ready.ok ? releaseNow(c, params.story) : ready
    },
  )
