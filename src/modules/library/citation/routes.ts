/** The doors of citations: an entry in every style, its files, and the reference list of the library. */
import type { Context } from 'hono'
import { h } from 'preact'
import { buildQuery } from '../../../platform/search/question.ts'
import { type Asks, search } from '../../../platform/search/search.ts'
import { isLanguage } from '../../../platform/words/words.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { everybody } from '../access.ts'
import { type Asked, askedOf } from '../asked.ts'
import { answerGone, isGone } from '../gone.ts'
import { entryBySlug, entryWall, makersOf, sourcesOf } from '../store.ts'
import { storyRoutes } from '../story/routes.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { shown, sourceItems } from './cited.ts'
import { fileAnswer, isFileKind } from './file.ts'
import { formatted } from './formatter.ts'
import { type CitedAt, itemOf } from './item.ts'
import { Bibliography } from './pages/bibliography.tsx'
import { StylesPage } from './pages/styles-page.tsx'
import type { CitedItem } from './reference.ts'
import { type CitedEntry, citedEntries } from './store.ts'
import { isStyle, styles } from './style.ts'

/** How many references stand on one page, and in one file. */
const pageSize = 50
const fileSize = 500

/** Where an entry is cited from. */
const placeOf = (c: Context<Visit>, slug: string): CitedAt => ({
  lang: c.var.reader.lang,
  site: c.var.settings.siteName,
  address: c.var.house.baseUrl + urls.entry({ slug }),
})

/** The entry of an address and who is named below it; an answer when there is none to cite. */
const entryHere = async (c: Context<Visit>) => {
  const { house, scope, reader } = c.var
  const slug = c.req.param('slug') ?? ''
  const wanted = c.req.query('lang')
  const language = isLanguage(wanted) ? wanted : reader.lang
  const [[entry], makers, sources] = await house.db.read(
    scope,
    entryBySlug(scope, slug, language),
    makersOf(scope, slug),
    sourcesOf(scope, slug),
  )
  if (!entry) return notFound(c)
  if (isGone(entry)) return answerGone(c)
  return { entry, sources, item: itemOf(entry, makers, placeOf(c, slug)) }
}

const listed = async (c: Context<Visit>, asked: Asked, page: { size: number; from: number }) => {
  const { house, scope, reader } = c.var
  const { q, filters } = asked
  const ask: Asks = { rows: async (query) => (await house.db.read(scope, query))[0] }
  if (q === '') return ask.rows(citedEntries(scope, filters, reader.lang, page))
  const found = await search(ask, buildQuery(q, reader.lang), { entry: entryWall(scope, filters) }, (hit) =>
    citedEntries(scope, filters, reader.lang, page, hit),
  )
  return found.rows
}

const itemsOf = (c: Context<Visit>, entries: readonly CitedEntry[]): CitedItem[] =>
  entries.map((entry) => itemOf(entry, entry.makers, placeOf(c, entry.slug)))

const kindOf = (c: Context<Visit>) => {
  const kind = c.req.param('kind')
  return isFileKind(kind) ? kind : undefined
}

export const citationRoutes = storyRoutes
  .get(urls.bibliography, everybody, async (c) => {
    const { lang } = c.var.reader
    const asked = askedOf((name) => c.req.query(name))
    const wanted = c.req.query('style')
    const style = isStyle(wanted) ? wanted : styles[0]
    const entries = await listed(c, asked, { size: pageSize, from: (asked.page - 1) * pageSize })
    const items = itemsOf(c, entries)
    const pieces = await formatted(shown(items, lang), lang, style)
    const total = entries[0]?.total ?? 0
    return show(c, {
      title: words(lang)('bibliography.title'),
      current: 'library',
      noindex: true,
      body: h(Bibliography, {
        lang,
        asked,
        style,
        written: items.map(({ id, title }, i) => ({ slug: id, title, pieces: pieces[i] ?? [] })),
        total,
        pages: Math.ceil(total / pageSize),
        most: fileSize,
      }),
    })
  })
  .get(urls.bibliographyFile, everybody, async (c) => {
    const kind = kindOf(c)
    if (!kind) return notFound(c)
    const entries = await listed(
      c,
      askedOf((name) => c.req.query(name)),
      { size: fileSize, from: 0 },
    )
    // What was invented to show the house is cited alone, where it says so; it travels in no list.
    const real = entries.filter((entry) => !entry.invented)
    return fileAnswer(kind, 'library', itemsOf(c, real))
  })
  .get(urls.citation, everybody, async (c) => {
    const found = await entryHere(c)
    if (found instanceof Response) return found
    const { lang } = c.var.reader
    const { slug, title, language } = found.entry
    const written = await Promise.all(
      styles.map(async (style) => ({
        style,
        pieces: (await formatted(shown([found.item], lang), lang, style))[0] ?? [],
      })),
    )
    return show(c, {
      title: words(lang)('styles.title', { title }),
      current: 'library',
      noindex: true,
      ...(found.entry.invented ? { banner: words(lang)('invented') } : {}),
      body: h(StylesPage, { lang, slug, title, shown: language === lang ? undefined : language, written }),
    })
  })
  .get(urls.citationFile, everybody, async (c) => {
    const kind = kindOf(c)
    const found = kind ? await entryHere(c) : notFound(c)
    if (!kind || found instanceof Response) return found as Response
    return fileAnswer(kind, found.entry.slug, [found.item])
  })
  .get(urls.sourcesFile, everybody, async (c) => {
    const kind = kindOf(c)
    const found = kind ? await entryHere(c) : notFound(c)
    if (!kind || found instanceof Response) return found as Response
    return fileAnswer(kind, `${found.entry.slug}-sources`, sourceItems(found.sources))
  })
