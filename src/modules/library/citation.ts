/** Writes references the way APA does, from the few CSL-JSON fields the library keeps. */

/** A reference as CSL-JSON keeps it. */
export interface Reference {
  readonly type: string
  readonly title: string
  readonly author?: readonly { readonly family: string; readonly given?: string }[]
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly 'container-title'?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly publisher?: string
  readonly 'publisher-place'?: string
  readonly DOI?: string
  readonly URL?: string
}

/** A piece of a reference; the cited one is what stands on a title page: the book, or the journal. */
export interface ReferencePiece {
  readonly text: string
  readonly cited?: boolean
}

/** A reference in pieces, so that a page can mark the work and link the address. */
export interface FormattedReference {
  readonly pieces: readonly ReferencePiece[]
  readonly href?: string
}

const initials = (given: string): string =>
  given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${[...part][0] ?? ''}.`)
        .join('-'),
    )
    .join(' ')

const listed = (names: readonly string[]): string => {
  const shown = names.length > 20 ? [...names.slice(0, 19), `… ${names.at(-1)}`] : names
  if (shown.length < 2) return shown[0] ?? ''
  return `${shown.slice(0, -1).join(', ')}${names.length > 20 ? ', ' : ', & '}${shown.at(-1)}`
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
const pages = (page: string): string => page.replace(/\s*-+\s*/g, '–')

/** Title and whereabouts: a journal with volume and pages, a book with its publisher. */
const workOf = (reference: Reference): ReferencePiece[] => {
  const { volume, issue, page, publisher } = reference
  const title = sentence(reference.title)
  const container = reference['container-title']
  if (reference.type === 'article-journal' && container) {
    const rest = `${issue ? `(${issue})` : ''}${page ? `, ${pages(page)}` : ''}`
    const journal = volume ? `${container}, ${volume}` : container
    return [{ text: `${title} ` }, { text: journal, cited: true }, { text: sentence(rest) }]
  }
  if (reference.type === 'chapter' && container) {
    const within = page ? ` (pp. ${pages(page)})` : ''
    const house = publisher ? ` ${sentence(publisher)}` : ''
    return [{ text: `${title} In ` }, { text: container, cited: true }, { text: `${sentence(within)}${house}` }]
  }
  const where = publisher ?? container
  return [{ text: title, cited: true }, ...(where ? [{ text: ` ${sentence(where)}` }] : [])]
}

/** The address of a reference: its DOI when it has one. */
export const addressOf = (reference: Reference): string | undefined =>
  reference.DOI ? `https://doi.org/${reference.DOI}` : reference.URL

/** The pieces of a reference in APA's order: authors, year, title, where it stands; then its address. */
export const formatReference = (reference: Reference): FormattedReference => {
  const authors = listed(
    (reference.author ?? []).map(({ family, given }) => (given ? `${family}, ${initials(given)}` : family)),
  )
  const dated = `(${reference.issued?.['date-parts'][0]?.[0] ?? 'n.d.'}).`
  const href = addressOf(reference)
  return {
    pieces: [{ text: `${authors ? `${sentence(authors)} ` : ''}${dated} ` }, ...workOf(reference)],
    ...(href ? { href } : {}),
  }
}

/** A reference as one line of plain text, for copying. */
export const plainReference = (reference: Reference): string => {
  const { pieces, href } = formatReference(reference)
  return `${pieces.map((piece) => piece.text).join('')}${href ? ` ${href}` : ''}`
}

/** How one cites a page of this library. `retrieved` is the whole last clause in the reader's language. */
export const citePage = (page: {
  authors: string
  year: number
  title: string
  version: string
  site: string
  retrieved: string
}): string =>
  `${sentence(page.authors)} (${page.year}). ${sentence(`${page.title} (${page.version})`)} ${sentence(page.site)} ${page.retrieved}`
