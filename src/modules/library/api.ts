/** For programs: the entries of the library, in every language they have. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, page } from '../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../platform/api/cursor.ts'
import { problem } from '../../platform/api/problem.ts'
import { ApiTable } from '../../platform/api/table.ts'
import { languages } from '../../platform/words/words.ts'
import type { Visit } from '../people/contract.ts'
import { anyone, notFound } from '../people/public.ts'
import { citationApi } from './citation/api.ts'
import { dimensions, entryKinds, licences, seriesNames } from './contract.ts'
import { entriesBelow } from './store/listed.ts'
import * as store from './store.ts'
import { api as storyApi } from './story/api.ts'
import { storyQuestions } from './story-text.ts'
import { apiUrls, urls } from './urls.ts'

const line = z
  .object({
    slug: z.string().meta({ example: 'not-knowing' }),
    kind: z.enum(entryKinds).meta({ example: 'concept' }),
    series: z.enum(seriesNames).nullable().meta({ description: 'The group of a concept.', example: 'value' }),
    dimensions: z.array(z.enum(dimensions)).meta({ example: ['ethics'] }),
    language: z.string().meta({ description: 'The language of title and summary.', example: 'en' }),
    title: z.string().meta({ example: 'Not knowing' }),
    summary: z.string().meta({ example: 'Where a community begins.' }),
    licence: z.enum(licences).meta({ example: 'cc-by-4.0' }),
    version: z.int().meta({ example: 1 }),
    invented: z.boolean().meta({ description: 'An example: it did not happen.', example: false }),
    publishedAt: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'EntryLine', description: 'An entry of the library as lists show it.' })

const answers = z.object({
  mattered: z.string(),
  did: z.string(),
  unsure: z.string(),
  whose: z.string(),
})

const entry = line
  .extend({
    languages: z.array(z.string()).meta({ description: 'The languages it can be read in.', example: ['en', 'pt'] }),
    html: z.string().nullable().meta({ description: 'The text as safe HTML; null for a story.', example: '<p>…</p>' }),
    answers: answers.nullable().meta({ description: 'The four answers of a story, as safe HTML.' }),
    community: z.string().nullable().meta({ description: 'Whose story it is.', example: null }),
    makers: z
      .array(z.object({ name: z.string().nullable(), perspective: z.string().nullable() }))
      .meta({ description: 'Who made it, each as they wished to be named.', example: [] }),
    reference: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'What a reference refers to, as CSL-JSON.', example: null }),
    sources: z
      .array(z.object({ slug: z.string(), url: z.url() }))
      .meta({ description: 'The references it leans on.', example: [] }),
  })
  .meta({ id: 'Entry', description: 'An entry of the library with its text.' })

type Row = Pick<store.EntryRow, 'slug' | 'kind' | 'series' | 'dimensions' | 'language' | 'title' | 'summary'> & {
  licence: string
  version: number
  invented: boolean
  published_at: Date
}

const lineShown = (c: Context<Visit>, row: Row): z.input<typeof line> => ({
  slug: row.slug,
  kind: row.kind,
  series: row.series,
  dimensions: row.dimensions,
  language: row.language,
  title: row.title,
  summary: row.summary,
  licence: row.licence as z.input<typeof line>['licence'],
  version: row.version,
  invented: row.invented,
  publishedAt: row.published_at.toISOString(),
  url: absolute(c, urls.entry({ slug: row.slug }, { lang: row.language })),
})

const answersOf = (story: store.EntryRow['story']): z.input<typeof answers> | null =>
  story && (Object.fromEntries(storyQuestions.map((one) => [one, story.answers[one] ?? ''])) as z.input<typeof answers>)

const filters = {
  kind: z.enum(entryKinds).optional(),
  dimension: z.enum(dimensions).optional(),
  language: z.enum(languages).optional().meta({ description: 'Only entries that can be read in this language.' }),
}

export const api = [
  new ApiTable<Visit>({
    noun: 'library',
    about:
      'Concepts, policies, methods, papers, references and practice stories. What is public needs no token; stories of your communities do.',
  })
    .get(
      apiUrls.entries,
      anyone,
      'read',
      {
        id: 'listEntries',
        says: 'Lists entries, the newest first.',
        query: paged(byNumber).extend(filters),
        answer: pageOf(line),
      },
      async (c, { query: { limit, cursor, ...asked } }) => {
        const { house, scope, reader } = c.var
        const part = { below: cursor?.[0] ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 }
        const [rows] = await house.db.read(scope, entriesBelow(scope, asked, reader.lang, part))
        return page(
          c,
          rows,
          limit,
          (row) => lineShown(c, row),
          (row) => [row.id],
        )
      },
    )
    .get(
      apiUrls.entry,
      anyone,
      'read',
      {
        id: 'getEntry',
        says: 'Shows one entry, in the language asked for or the best there is.',
        params: z.object({ slug: z.string().min(1).max(200).meta({ example: 'not-knowing' }) }),
        query: z.strictObject({ language: z.enum(languages).optional().meta({ example: 'en' }) }),
        answer: entry,
        refusals: { gone: 'gone' },
      },
      async (c, { params: { slug }, query: { language } }) => {
        const { house, scope, reader } = c.var
        const [[row], tongues, sources, makers] = await house.db.read(
          scope,
          store.entryBySlug(scope, slug, language ?? reader.lang),
          store.languagesOf(scope, slug),
          store.sourcesOf(scope, slug),
          store.makersOf(scope, slug),
        )
        if (!row) return notFound(c)
        if (row.withdrawn_at || row.title === null) return problem(c, 'gone')
        return found({
          ...lineShown(c, row),
          languages: tongues.map((tongue) => tongue.language),
          html: row.html,
          answers: answersOf(row.story),
          community: row.community_name,
          makers: makers.map(({ name, perspective }) => ({ name, perspective })),
          reference: row.reference ? { ...row.reference } : null,
          sources: sources.map((source) => ({
            slug: source.slug,
            url: absolute(c, urls.entry({ slug: source.slug })),
          })),
        })
      },
    ),
  citationApi,
  ...storyApi,
]
