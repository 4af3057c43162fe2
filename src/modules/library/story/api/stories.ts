/** For programs: practice stories in their workshop, and their words. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, page } from '../../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../../platform/api/cursor.ts'
import { ApiTable } from '../../../../platform/api/table.ts'
import { languages } from '../../../../platform/words/words.ts'
import { members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { notFound } from '../../../people/public.ts'
import { dimensions } from '../../contract.ts'
import { ageBands } from '../../story-text.ts'
import { apiUrls, urls } from '../../urls.ts'
import { writeStory } from '../actions/writing.ts'
import { writeForm } from '../schemas.ts'
import { peopleOf, type StoryRow, storiesBelow, storyById } from '../store.ts'
import { words } from '../words.ts'
import { retold } from '../workshop.ts'

/** What these things are, for each table of theirs. */
export const aboutStories =
  'Practice stories while they are written, and how they go out: only when people have said yes, each by themselves.'

const here = z.object({ slug: z.string().min(1).max(200).meta({ example: 'reading-together' }) })
/** The address of a story as parameters. */
export const oneStory = here.extend({
  story: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 2 }),
})
const answer = z.string().meta({ description: 'In Markdown.', example: 'We read in pairs.' })

/** A story as it is shown. */
export const story = z
  .object({
    id: z.int().meta({ example: 2 }),
    title: z.string().meta({ example: 'Reading in pairs' }),
    summary: z.string().meta({ example: 'A class finds a way to begin.' }),
    language: z.string().meta({ example: 'en' }),
    state: z.enum(['draft', 'consent', 'circle', 'published', 'withdrawn']).meta({ example: 'draft' }),
    mattered: answer,
    did: answer,
    unsure: answer,
    whose: answer,
    ageBand: z
      .enum(['', ...ageBands])
      .meta({ description: 'Never a birth date; empty while it is open.', example: '6to8' }),
    children: z.string().meta({ description: 'A class like this; no names.', example: 'Twenty-two children' }),
    possible: z.string().meta({ example: 'Two adults in the room' }),
    dimensions: z.array(z.enum(dimensions)).meta({ example: ['practice'] }),
    provenance: z
      .object({
        question: z.string().meta({ example: 'How does everyone get a turn?' }),
        tryouts: z.array(z.object({ title: z.string(), outcome: z.enum(['kept', 'adapted', 'stopped']).nullable() })),
      })
      .meta({ description: 'Where it comes from, in words that its authors may mend.' }),
    revision: z.int().meta({ example: 1 }),
    entry: z
      .string()
      .nullable()
      .meta({ description: 'Where it stands in the library, once published.', example: null }),
    changedAt: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'Story', description: 'A practice story in its workshop.' })

/** Shows one. */
export const storyShown = (c: Context<Visit>, row: StoryRow): z.input<typeof story> => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  language: row.language,
  state: row.state,
  mattered: row.mattered,
  did: row.did,
  unsure: row.unsure,
  whose: row.whose,
  ageBand: row.age_band as z.input<typeof story>['ageBand'],
  children: row.children,
  possible: row.possible,
  dimensions: row.dimensions,
  provenance: {
    question: row.provenance.question,
    tryouts: row.provenance.tryouts.map(({ title, outcome }) => ({ title, outcome })),
  },
  revision: row.revision,
  entry: row.entry_withdrawn ? null : row.entry_slug,
  changedAt: row.changed_at.toISOString(),
  url: absolute(c, urls.story({ slug: c.var.place.slug, id: row.id })),
})

/** A story of this community, as far as the asking person hears it. */
export const storyHere = async (c: Context<Visit>, id: number): Promise<StoryRow | undefined> => {
  const { house, scope, place } = c.var
  const [[row]] = await house.db.read(scope, storyById(scope, place.id, id))
  return row
}

const form = writeForm.shape

export const storyApi = new ApiTable<Visit>({
  noun: 'stories',
  about: aboutStories,
  words,
})
  .get(
    apiUrls.stories,
    members,
    'read',
    {
      id: 'listStories',
      says: 'Lists the stories of a community, the newest first.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(story),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const below = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const [rows] = await house.db.read(scope, storiesBelow(scope, place.id, below, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => storyShown(c, row),
        (row) => [row.id],
      )
    },
  )
  .get(
    apiUrls.story,
    members,
    'read',
    { id: 'getStory', says: 'Shows one story.', params: oneStory, answer: story },
    async (c, { params }) => {
      const row = await storyHere(c, params.story)
      return row ? found(storyShown(c, row)) : notFound(c)
    },
  )
  .patch(
    apiUrls.story,
    members,
    'write',
    {
      id: 'writeStory',
      says: 'Writes a story on: its authors. Whoever agreed agreed to the old words and is asked again.',
      params: oneStory,
      body: z
        .strictObject({
          title: form.title.optional(),
          summary: z.string().trim().max(600, 'write.long').optional(),
          language: z.enum(languages).optional(),
          mattered: z.string().trim().max(8000, 'write.long').optional(),
          did: z.string().trim().max(8000, 'write.long').optional(),
          unsure: z.string().trim().max(8000, 'write.long').optional(),
          whose: z.string().trim().max(8000, 'write.long').optional(),
          ageBand: z.enum(['', ...ageBands]).optional(),
          children: z.string().trim().max(200, 'write.long').optional(),
          possible: z.string().trim().max(600, 'write.long').optional(),
          dimensions: z.array(z.enum(dimensions)).max(3).optional(),
          question: z.string().trim().max(600, 'write.long').optional(),
          tryouts: z
            .array(z.string().trim().max(300, 'write.long'))
            .max(100)
            .optional()
            .meta({ description: 'New titles of the try-outs in their order; what became of them stays.' }),
          writers: z
            .array(z.int().positive())
            .max(100)
            .optional()
            .meta({ description: 'Who else may write: people of the community, by number. Whoever began always may.' }),
        })
        .meta({ example: { did: 'We read in pairs, twice a week.' } }),
      answer: story,
      refusals: {
        'story.notYours': 'forbidden',
        'story.changedMeanwhile': 'changed',
        'story.newVersionFirst': 'conflict',
      },
      current: async (c, { params }) => {
        const row = await storyHere(c, params.story)
        return row && storyShown(c, row)
      },
    },
    async (c, { params, body }, current) => {
      const { house, scope, place } = c.var
      const row = await storyHere(c, params.story)
      if (!row) return notFound(c)
      const [people] = await house.db.read(scope, peopleOf(scope, row.id))
      const { writers = people.filter((person) => person.writes).map((person) => person.person_id) } = body
      const { ageBand = row.age_band, question = row.provenance.question, tryouts = [] } = body
      const asked = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
      const provenance = retold(row.provenance, question, tryouts)
      const next = { ...row, ...asked, writers, age_band: ageBand, provenance, revision: current.revision }
      const written = await writeStory(house, scope, place, row.id, next)
      if (!written.ok) return written
      const after = await storyHere(c, row.id)
      return after ? found(storyShown(c, after)) : notFound(c)
    },
  )
