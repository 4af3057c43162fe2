/** The doors of the library: its front, what is found in it, and each entry. */
import type { Context } from 'hono'
import { h } from 'preact'
import { readForm } from '../../platform/http/form.ts'
import { alike } from '../../platform/http/kept-pages.ts'
import { seeOther } from '../../platform/http/render.ts'
import { excerpt } from '../../platform/search/excerpt.ts'
import { buildQuery } from '../../platform/search/question.ts'
import { type Asks, search } from '../../platform/search/search.ts'
import { isLanguage, type Language } from '../../platform/words/words.ts'
import type { Visit } from '../people/contract.ts'
import { notFound, show, signedIn } from '../people/public.ts'
import { everybody } from './access.ts'
import { type Asked, askedOf, asksAnything, pageSize } from './asked.ts'
import { citedWithSources } from './citation/cited.ts'
import { answerGone, isGone } from './gone.ts'
import { EntryPage } from './pages/entry-page.tsx'
import { type FoundLine, FoundPage } from './pages/found.tsx'
import { Front } from './pages/front.tsx'
import { mayTell, readingForm, readingsOf, tellReading } from './reading.ts'
import { sheetRoutes } from './sheet/routes.ts'
import * as store from './store.ts'
import { storiesBeingWritten, storyOfEntry } from './story/store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const say = (c: Context<Visit>) => words(c.var.reader.lang)

const front = async (c: Context<Visit>) => {
  const { house, scope, reader } = c.var
  const { lang } = reader
  const [shelf, stories, mine] = await house.db.read(
    scope,
    store.shelfLines(scope, lang),
    store.latestStories(scope, lang),
    storiesBeingWritten(scope),
  )
  alike(c)
  return show(c, {
    title: say(c)('front.title'),
    description: say(c)('front.lead'),
    current: 'library',
    body: h(Front, { lang, shelf, stories, mine }),
  })
}

const find = async (c: Context<Visit>, asked: Asked): Promise<FoundLine[]> => {
  const { house, scope, reader } = c.var
  const page = { size: pageSize, from: (asked.page - 1) * pageSize }
  if (asked.q === '') {
    const [rows] = await house.db.read(scope, store.entriesBy(scope, asked.filters, reader.lang, page))
    return rows.map((row) => ({ ...row, pieces: [] }))
  }
  const ask: Asks = { rows: async (query) => (await house.db.read(scope, query))[0] }
  const walls = { entry: store.entryWall(scope, asked.filters) }
  const found = await search(ask, buildQuery(asked.q, reader.lang), walls, (hit) =>
    store.entriesFound(scope, hit, asked.filters, page),
  )
  return found.rows.map((row) => ({ ...row, pieces: excerpt(row.plain, found.query, row.language, 220) }))
}

const found = async (c: Context<Visit>, asked: Asked) => {
  const { lang } = c.var.reader
  const lines = await find(c, asked)
  const total = lines[0]?.total ?? 0
  return show(c, {
    title: say(c)('front.title'),
    current: 'library',
    noindex: true,
    body: h(FoundPage, { lang, asked, total, lines, pages: Math.ceil(total / pageSize) }),
  })
}

/** What stands around an entry: read in one flight with it. */
const around = async (c: Context<Visit>, slug: string, language: Language) => {
  const { house, scope } = c.var
  const [entries, languages, sources, neighbours, makers, stories] = await house.db.read(
    scope,
    store.entryBySlug(scope, slug, language),
    store.languagesOf(scope, slug),
    store.sourcesOf(scope, slug),
    store.neighboursOf(scope, slug, language),
    store.makersOf(scope, slug),
    storyOfEntry(scope, slug),
  )
  return {
    entry: entries[0],
    languages: languages.map((row) => row.language),
    sources,
    neighbours,
    makers,
    story: stories[0],
  }
}

export const routes = sheetRoutes
  .get(urls.library, everybody, (c) => {
    const asked = askedOf((name) => c.req.query(name))
    return asksAnything(asked) ? found(c, asked) : front(c)
  })
  .get(urls.entry, everybody, async (c) => {
    const { house, scope, reader, settings } = c.var
    const slug = c.req.param('slug')
    const wanted = c.req.query('lang')
    const language = isLanguage(wanted) ? wanted : reader.lang
    const { entry, story, ...rest } = await around(c, slug, language)
    if (!entry) return notFound(c)
    if (isGone(entry)) return answerGone(c)
    const address = house.baseUrl + urls.entry({ slug })
    const cited = await citedWithSources(entry, rest.makers, rest.sources, {
      lang: reader.lang,
      site: settings.siteName,
      address,
    })
    alike(c)
    return show(c, {
      title: entry.title,
      description: entry.summary,
      current: 'library',
      noindex: entry.invented || entry.audience !== 'public',
      ...(entry.invented ? { banner: say(c)('invented') } : {}),
      body: h(EntryPage, {
        lang: reader.lang,
        zone: reader.zone,
        entry,
        ...rest,
        ...cited,
        address,
        readings: await readingsOf(house, scope, entry),
        missing: entry.language === language ? undefined : language,
        workshop: story && scope.personId !== null ? urls.story({ slug: story.place, id: story.id }) : undefined,
      }),
    })
  })
  .post(urls.readings, signedIn, async (c) => {
    const { house, scope, reader } = c.var
    const form = await readForm(c, readingForm)
    const slug = c.req.param('slug')
    const [entries] = await house.db.read(scope, store.entryBySlug(scope, slug, reader.lang))
    const entry = entries[0]
    if (!entry || !form.ok || !mayTell(scope, entry)) return notFound(c)
    await tellReading(house, scope, entry, form.value.read === 'yes')
    return seeOther(c, urls.entry({ slug }))
  })
