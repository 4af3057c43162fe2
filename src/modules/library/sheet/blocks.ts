/** An entry's Markdown as blocks, which every kind of file sets in its own way: headings, lists, tables, lines to fill in. */
import { type MarkdownToken, tokensOf } from '../../../platform/text/markdown.ts'

/** Words that look alike; `href` as the text has it, such as `entry:trust`. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly href?: string
}

/** A line of a list; `box` has a box to tick. */
export interface Item {
  readonly runs: readonly Run[]
  readonly box: boolean
}

/** A cell of a table. An empty one is there to be written in. */
export type Cell = readonly Run[]

/** One thing below the other. `line` is a line to write on, `leaf` begins a new page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly quoted: boolean }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'line' }
  | { readonly kind: 'leaf' }

const BOX = '[ ] '
// A paragraph of dots alone is a line to write on.
const DOTS = /^…{10,}$/

/** The words of one inline token, alike ones joined. */
const runsOf = (token: MarkdownToken | undefined): Run[] => {
  const runs: Run[] = []
  let [bold, italic, href]: [boolean, boolean, string | undefined] = [false, false, undefined]
  const add = (text: string) => {
    if (text !== '')
      runs.push({ text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(href ? { href } : {}) })
  }
  for (const child of token?.children ?? []) {
    if (child.type === 'strong_open' || child.type === 'strong_close') bold = child.type === 'strong_open'
    else if (child.type === 'em_open' || child.type === 'em_close') italic = child.type === 'em_open'
    else if (child.type === 'link_open') href = String(child.attrGet('href') ?? '')
    else if (child.type === 'link_close') href = undefined
    else if (child.type === 'hardbreak') add('\n')
    else if (child.type === 'softbreak') add(' ')
    else add(child.content)
  }
  return runs
}

const itemOf = (runs: readonly Run[]): Item => {
  const [first, ...rest] = runs
  return first?.text.startsWith(BOX)
    ? { box: true, runs: [{ ...first, text: first.text.slice(BOX.length) }, ...rest] }
    : { box: false, runs }
}

/** Takes tokens one after the other; what belongs together ends at the token that closes it. */
class Reading {
  readonly #tokens: readonly MarkdownToken[]
  #at = 0

  constructor(tokens: readonly MarkdownToken[]) {
    this.#tokens = tokens
  }

  next(): MarkdownToken | undefined {
    const token = this.#tokens[this.#at]
    this.#at += 1
    return token
  }

  until(close: string): MarkdownToken[] {
    const within: MarkdownToken[] = []
    for (let token = this.next(); token && token.type !== close; token = this.next()) within.push(token)
    return within
  }
}

const inline = (tokens: readonly MarkdownToken[]): Run[] =>
  tokens
    .filter((token) => token.type === 'inline')
    .flatMap((token, i) => (i === 0 ? runsOf(token) : [{ text: '\n' }, ...runsOf(token)]))

const itemsOf = (tokens: readonly MarkdownToken[]): Item[] => {
  const reading = new Reading(tokens)
  const items: Item[] = []
  for (let token = reading.next(); token; token = reading.next())
    if (token.type === 'list_item_open') items.push(itemOf(inline(reading.until('list_item_close'))))
  return items
}

const rowsOf = (tokens: readonly MarkdownToken[]): Cell[][] => {
  const rows: Cell[][] = []
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([])
    else if (token.type === 'inline') rows.at(-1)?.push(runsOf(token))
  }
  return rows
}

/** The blocks of a text. A list inside a list is set as lines of the outer one. */
export const blocksOf = (markdown: string): Block[] => {
  const reading = new Reading(tokensOf(markdown))
  const blocks: Block[] = []
  let quoted = false
  for (let token = reading.next(); token; token = reading.next()) {
    if (token.type === 'heading_open')
      blocks.push({ kind: 'heading', level: token.tag === 'h2' ? 2 : 3, runs: inline(reading.until('heading_close')) })
    else if (token.type === 'paragraph_open') {
      const runs = inline(reading.until('paragraph_close'))
      const dots = DOTS.test(runs.map((run) => run.text).join(''))
      blocks.push(dots ? { kind: 'line' } : { kind: 'paragraph', runs, quoted })
    } else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const ordered = token.type === 'ordered_list_open'
      blocks.push({
        kind: 'list',
        ordered,
        items: itemsOf(reading.until(ordered ? 'ordered_list_close' : 'bullet_list_close')),
      })
    } else if (token.type === 'table_open') {
      const [head = [], ...rows] = rowsOf(reading.until('table_close'))
      blocks.push({ kind: 'table', head, rows })
    } else if (token.type === 'hr') blocks.push({ kind: token.markup.startsWith('_') ? 'line' : 'leaf' })
    else if (token.type === 'blockquote_open' || token.type === 'blockquote_close')
      quoted = token.type === 'blockquote_open'
  }
  return blocks
}
