/** Sets blocks as rows of a page: how high each is, what stays together, and how it is drawn and tagged when its turn comes. */
import type { Block, Cell, Item, Run } from './blocks.ts'
import { type Line, linesOf } from './lines.ts'
import type { Pen } from './pen.ts'
import type { Face } from './typeface.ts'

/** The thinnest thing that no page end may cut. Lengths in points; `keep` holds it with the one below. */
export interface Row {
  readonly before: number
  readonly height: number
  readonly keep?: boolean
  readonly leaf?: boolean
  readonly draw: (top: number) => void
}

/** How a text is set. */
export interface Look {
  readonly size: number
  readonly face?: Face
  readonly colour?: string
  readonly leading?: number
}

const INK = '#22282b'
const BRAND = '#1f5f5b'
const HAIR = '#c9c2b4'
/** So high is a line or a cell that somebody writes on by hand. */
const BY_HAND = 24

/** Makes the rows of blocks, `width` points wide, in letters of `size` points. */
export class Setting {
  readonly #pen: Pen
  readonly #width: number
  readonly #size: number

  constructor(pen: Pen, width: number, size: number) {
    this.#pen = pen
    this.#width = width
    this.#size = size
  }

  /** All rows of a text. */
  blocks(blocks: readonly Block[]): Row[] {
    return blocks.flatMap((block) => this.#block(block))
  }

  /** A text as one row for each line, tagged as one thing. */
  text(tag: string, runs: readonly Run[], look: Look, before: number, indent = 0): Row[] {
    const { size, face = 'regular', colour = INK } = look
    const height = size * (look.leading ?? 1.4)
    const lines = linesOf(runs, this.#width - indent, this.#pen.measure(size), face)
    const element = this.#pen.element(tag)
    return lines.map((line, i) => ({
      before: i === 0 ? before : 0,
      height,
      // Neither the first line stays alone below, nor the last one above.
      keep: i < lines.length - 1 && (i === 0 || i === lines.length - 2),
      draw: (top) => this.#pen.line(element(), line, { left: indent, top, height, size, colour }),
    }))
  }

  #block(block: Block): Row[] {
    const size = this.#size
    switch (block.kind) {
      case 'heading':
        return this.text(
          block.level === 2 ? 'H2' : 'H3',
          block.runs,
          { size: size * (block.level === 2 ? 1.2 : 1.05), face: 'bold', colour: BRAND, leading: 1.3 },
          size * 1.05,
        ).map((row) => ({ ...row, keep: true }))
      case 'paragraph':
        return block.quoted ? this.#quoted(block.runs) : this.text('P', block.runs, { size }, size * 0.4)
      case 'list':
        return this.#list(block.ordered, block.items)
      case 'table':
        return this.#table(block.head, block.rows)
      case 'line':
        return [{ before: 0, height: BY_HAND, draw: (top) => this.#pen.rule(0, top + BY_HAND, this.#width, HAIR) }]
      case 'leaf':
        return [{ before: 0, height: 0, leaf: true, draw: () => undefined }]
    }
  }

  #quoted(runs: readonly Run[]): Row[] {
    const rows = this.text('BlockQuote', runs, { size: this.#size }, this.#size * 0.5, this.#size * 1.1)
    return rows.map((row) => ({
      ...row,
      draw: (top: number) => {
        this.#pen.bar(0, top, row.height, BRAND)
        row.draw(top)
      },
    }))
  }

  #list(ordered: boolean, items: readonly Item[]): Row[] {
    const size = this.#size
    const indent = size * 1.6
    const list = this.#pen.element('L')
    return items.flatMap((item, i) => {
      const entry = this.#pen.element('LI', list)
      const label = this.#pen.element('Lbl', entry)
      const body = this.#pen.element('LBody', entry)
      const height = size * 1.4
      const lines = linesOf(item.runs, this.#width - indent, this.#pen.measure(size))
      return lines.map(
        (line, j): Row => ({
          before: j > 0 ? 0 : size * (i === 0 ? 0.4 : 0.22),
          height,
          keep: j < lines.length - 1,
          draw: (top) => {
            const at = { left: 0, top, height, size, colour: BRAND }
            if (j === 0 && item.box) this.#pen.box(label(), at)
            else if (j === 0) this.#pen.say(label(), ordered ? `${i + 1}.` : '•', ordered ? 'bold' : 'regular', at)
            this.#pen.line(body(), line, { ...at, left: indent, colour: INK })
          },
        }),
      )
    })
  }

  #table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): Row[] {
    const size = this.#size * 0.97
    const pad = { across: size * 0.6, along: size * 0.3 }
    const widths = this.#columns(head, rows, size, pad.across)
    const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0))
    const table = this.#pen.element('Table')
    const height = size * 1.36
    const set = (cells: readonly Cell[], first: boolean): Row => {
      const lines: (readonly Line[])[] = widths.map((width, i) =>
        linesOf(cells[i] ?? [], width - pad.across, this.#pen.measure(size), first || i === 0 ? 'bold' : 'regular'),
      )
      const most = Math.max(1, ...lines.map((some) => some.length))
      const toWrite = !first && lines.some((some) => some.length === 0)
      const high = Math.max(most * height + 2 * pad.along, toWrite ? BY_HAND : 0)
      const tr = this.#pen.element('TR', table)
      const tags = lines.map(() => this.#pen.element(first ? 'TH' : 'TD', tr, first ? { scope: 'Column' } : {}))
      return {
        before: first ? size * 0.4 : 0,
        height: high,
        keep: first,
        draw: (top) => {
          for (const [i, some] of lines.entries()) {
            const cell = tags[i]?.()
            for (const [j, line] of some.entries())
              this.#pen.line(cell, line, {
                left: lefts[i] ?? 0,
                top: top + pad.along + j * height,
                height,
                size,
                colour: first || i === 0 ? BRAND : INK,
              })
            if (toWrite && i > 0) this.#pen.edge((lefts[i] ?? 0) - pad.across / 2, top, high, HAIR)
          }
          this.#pen.rule(0, top + high, this.#width, first ? BRAND : HAIR)
        },
      }
    }
    return [
      ...(head.some((cell) => cell.length > 0) ? [set(head, true)] : []),
      ...rows.map((cells) => set(cells, false)),
    ]
  }

  /** Narrow columns are as wide as their words, the wide ones share what is left by how much they hold. */
  #columns(head: readonly Cell[], rows: readonly (readonly Cell[])[], size: number, pad: number): number[] {
    const measure = this.#pen.measure(size)
    const natural = head.map((_, i) =>
      Math.max(
        ...[head, ...rows].map(
          (cells) => Math.max(0, ...linesOf(cells[i] ?? [], 9999, measure, 'bold').map((line) => line.width)) + pad + 2,
        ),
      ),
    )
    const share = this.#width / head.length
    const narrow = natural.map((width, i) => width < share * 0.55 && rows.some((cells) => (cells[i] ?? []).length > 0))
    const left = this.#width - natural.reduce((sum, width, i) => sum + (narrow[i] ? width : 0), 0)
    const wide = natural.map((width, i) => (narrow[i] ? 0 : Math.min(Math.max(width, share * 0.7), share * 2)))
    const all = wide.reduce((sum, width) => sum + width, 0)
    return natural.map((width, i) => (narrow[i] && all > 0 ? width : ((wide[i] ?? 0) / (all || 1)) * left))
  }
}
