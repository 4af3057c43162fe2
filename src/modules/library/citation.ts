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

/** A reference in pieces, so that a page can mark the title and link the address. */
export interface FormattedReference {
  readonly before: string
  readonly title: string
  readonly after: string
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

/** Where the thing stands: the journal with volume and pages, or the publisher. */
const whereabouts = (reference: Reference): string => {
  const { volume, issue, page, publisher } = reference
  const container = reference['container-title']
  if (reference.type === 'article-journal' && container) {
    const number = volume ? `, ${volume}${issue ? `(${issue})` : ''}` : ''
    return sentence(`${container}${number}${page ? `, ${pages(page)}` : ''}`)
  }
  if (reference.type === 'chapter' && container) {
    const within = page ? ` (pp. ${pages(page)})` : ''
    return `In ${sentence(`${container}${within}`)}${publisher ? ` ${sentence(publisher)}` : ''}`
  }
  return publisher ? sentence(publisher) : container ? sentence(container) : ''
}

/** The address of a reference: its DOI when it has one. */
export const addressOf = (reference: Reference): string | undefined =>
  reference.DOI ? `https://doi.org/${reference.DOI}` : reference.URL

/** The pieces of a reference in APA's order: authors, year, title, where it stands, address. */
export const formatReference = (reference: Reference): FormattedReference => {
  const authors = listed(
    (reference.author ?? []).map(({ family, given }) => (given ? `${family}, ${initials(given)}` : family)),
  )
  const year = reference.issued?.['date-parts'][0]?.[0]
  const dated = `(${year ?? 'n.d.'}).`
  const href = addressOf(reference)
  return {
    before: authors ? `${sentence(authors)} ${dated}` : dated,
    title: sentence(reference.title),
    after: whereabouts(reference),
    ...(href ? { href } : {}),
  }
}

/** A reference as one line of plain text, for copying. */
export const plainReference = (reference: Reference): string => {
  const { before, title, after, href } = formatReference(reference)
  return [before, title, after, href].filter(Boolean).join(' ')
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
