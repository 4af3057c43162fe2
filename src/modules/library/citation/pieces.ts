/** Takes a formatted citation apart into pieces that a page can show, so that no markup of a title ever reaches it. */

/** A piece of a citation; the cited one is what stands on a title page: the book, or the journal. */
export interface Piece {
  readonly text: string
  readonly cited?: boolean
}

// Stands for a “<” of somebody's own words while the formatter, which reads tags in titles, has them.
const LESS = '\uE000'

/** Hides what the formatter would take for a tag. */
export const withoutTags = (text: string): string => text.replaceAll('<', LESS)

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' }

const decoded = (html: string): string =>
  html
    .replace(/&(#\d+|[a-z]+);/g, (all, code: string) =>
      code.startsWith('#') ? String.fromCodePoint(Number(code.slice(1))) : (named[code] ?? all),
    )
    .replaceAll(LESS, '<')

/** The pieces of one citation; what stands before it in a numbered style is left out. */
export const piecesOf = (html: string): Piece[] => {
  const pieces: Piece[] = []
  let depth = 0
  for (const part of html.replace(/<div class="csl-left-margin">.*?<\/div>/s, '').split(/(<[^>]*>)/)) {
    if (part === '<i>') depth += 1
    else if (part === '</i>') depth -= 1
    else if (part !== '' && !part.startsWith('<'))
      pieces.push(depth > 0 ? { text: decoded(part), cited: true } : { text: decoded(part) })
  }
  return trimmed(joined(pieces))
}

const joined = (pieces: readonly Piece[]): Piece[] => {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const last = kept.at(-1)
    if (last && last.cited === piece.cited) kept[kept.length - 1] = { ...last, text: last.text + piece.text }
    else kept.push(piece)
  }
  return kept
}

const trimmed = (pieces: readonly Piece[]): Piece[] =>
  pieces
    .map((piece, i) => {
      const text = i === 0 ? piece.text.trimStart() : piece.text
      return { ...piece, text: i === pieces.length - 1 ? text.trimEnd() : text }
    })
    .filter((piece) => piece.text !== '')

/** A citation as one line of plain text, for copying. */
export const plainOf = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('')
