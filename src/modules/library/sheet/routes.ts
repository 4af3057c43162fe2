/** The doors of an entry's files: as PDF to print, and for Word to make one's own. */
import type { Context } from 'hono'
import { isLanguage } from '../../../platform/words/words.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { everybody } from '../access.ts'
import { citedWithSources } from '../citation/cited.ts'
import { citationRoutes } from '../citation/routes.ts'
import { answerGone, isGone } from '../gone.ts'
import { sheetSource } from '../store/sheets.ts'
import { entryBySlug, sourcesOf } from '../store.ts'
import { urls } from '../urls.ts'
import { blocksOf } from './blocks.ts'
import { MadeFiles } from './made.ts'
import { isSheetKind, type Sheet, type SheetKind } from './sheet.ts'

const media: Record<SheetKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const files = new MadeFiles(16 * 1024 * 1024)

// Both makers are large, and most visits need neither.
const made = async (kind: SheetKind, sheet: Sheet): Promise<Buffer> =>
  kind === 'pdf' ? (await import('./pdf.ts')).pdfOf(sheet) : (await import('./word-file.ts')).wordFileOf(sheet)

/** An entry ready to be set, in the language asked for or the best there is; an answer where there is none. */
const sheetHere = async (c: Context<Visit>): Promise<Sheet | Response> => {
  const { house, scope, reader, settings } = c.var
  const slug = c.req.param('slug') ?? ''
  const wanted = c.req.query('lang')
  const language = isLanguage(wanted) ? wanted : reader.lang
  const [[entry], [text], sources] = await house.db.read(
    scope,
    entryBySlug(scope, slug, language),
    sheetSource(scope, slug, language),
    sourcesOf(scope, slug),
  )
  if (!entry) return notFound(c)
  if (isGone(entry)) return answerGone(c)
  if (entry.kind === 'story' || !text) return notFound(c)
  const lang = isLanguage(entry.language) ? entry.language : 'en'
  const at = { lang, site: settings.siteName, address: house.baseUrl + urls.entry({ slug }) }
  const cited = await citedWithSources(entry, [], sources, at)
  return {
    kind: entry.kind,
    language: lang,
    title: entry.title,
    summary: entry.summary,
    blocks: blocksOf(text.body),
    sources: entry.reference ? [cited.cited] : cited.sources.map((source) => source.pieces),
    address: at.address,
    version: entry.version,
    at: entry.published_at,
    hrefOf: (href) =>
      href.startsWith('entry:') ? house.baseUrl + urls.entry({ slug: href.slice('entry:'.length) }, { lang }) : href,
  }
}

export const sheetRoutes = citationRoutes.get(urls.sheet, everybody, async (c) => {
  const kind = c.req.param('kind')
  if (!isSheetKind(kind)) return notFound(c)
  const sheet = await sheetHere(c)
  if (sheet instanceof Response) return sheet
  const bytes = await files.file(JSON.stringify([kind, sheet]), () => made(kind, sheet))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': media[kind],
    'content-disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="${c.req.param('slug')}-${sheet.language}.${kind}"`,
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  })
})
