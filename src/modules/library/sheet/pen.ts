/** Draws on the pages of a PDF, and says what each thing is to those who hear it: paragraphs, lists, tables, links. */
import type PDFKit from 'pdfkit'
import type { Line, Measure } from './lines.ts'
import { cutByFile, type Face, type FontName, faces, fontFile } from './typeface.ts'

type Document = InstanceType<typeof PDFKit>
/** An element of the tagged structure. */
export type Element = ReturnType<Document['struct']>

/** Where a line stands on the page, from the text's left edge; lengths in points. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly height: number
  readonly size: number
  readonly colour: string
}

const LINK = '#135e82'

/** A pen on one document. `left` is the left edge of the text. */
export class Pen {
  readonly #doc: Document
  readonly #left: number
  readonly #root: Element
  readonly #hrefOf: (href: string) => string

  constructor(doc: Document, left: number, hrefOf: (href: string) => string) {
    this.#doc = doc
    this.#left = left
    this.#hrefOf = hrefOf
    for (const face of faces) for (const name of [face, `${face}-ext`] as const) doc.registerFont(name, fontFile(name))
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  /** Widths in letters of `size` points. */
  measure(size: number): Measure {
    return (text, font) => this.#doc.font(font).fontSize(size).widthOfString(text)
  }

  /** An element that begins when its first line is drawn, below `parent` or the document. */
  element(tag: string, parent?: () => Element, options: object = {}): () => Element {
    let made: Element | undefined
    return () => {
      if (!made) {
        made = this.#doc.struct(tag as Parameters<Document['struct']>[0], options)
        ;(parent?.() ?? this.#root).add(made)
      }
      return made
    }
  }

  /** Draws a line of words; links can be pressed. */
  line(element: Element | undefined, line: Line, place: Place): void {
    for (const piece of line.pieces) {
      const href = piece.href ? this.#hrefOf(piece.href) : undefined
      const draw = () => this.#text(piece.text, piece.font, place.left + piece.x, place, href)
      if (!href || !element) element?.add(draw)
      else {
        const link = this.#doc.struct('Link')
        element.add(link)
        link.add(draw)
      }
    }
  }

  /** Draws a short text, such as the number of a step. */
  say(element: Element, text: string, face: Face, place: Place): void {
    for (const { font, text: part } of cutByFile(text, face))
      element.add(() => this.#text(part, font, place.left, place))
  }

  /** A box to tick by hand. */
  box(element: Element, { left, top, height, size, colour }: Place): void {
    const side = size * 0.8
    const draw = () =>
      this.#doc
        .rect(this.#left + left + 0.5, top + (height - side) / 2 - 0.5, side, side)
        .lineWidth(0.9)
        .stroke(colour)
    element.add(draw)
  }

  /** A line across, which says nothing. */
  rule(left: number, top: number, width: number, colour: string): void {
    const [from, to] = [this.#left + left, this.#left + left + width]
    this.#silent(() => this.#doc.moveTo(from, top).lineTo(to, top).lineWidth(0.7).stroke(colour))
  }

  /** A line down, which says nothing. */
  edge(left: number, top: number, height: number, colour: string): void {
    const x = this.#left + left
    this.#silent(() =>
      this.#doc
        .moveTo(x, top)
        .lineTo(x, top + height)
        .lineWidth(0.7)
        .stroke(colour),
    )
  }

  /** A thick line beside what somebody says. */
  bar(left: number, top: number, height: number, colour: string): void {
    this.#silent(() => this.#doc.rect(this.#left + left, top, 2.5, height).fill(colour))
  }

  /** A text at the foot, which is no part of what is read. */
  foot(text: string, side: 'left' | 'right', width: number, place: Place): void {
    const pieces = cutByFile(text, 'regular')
    const measure = this.measure(place.size)
    const wide = pieces.reduce((sum, { text: part, font }) => sum + measure(part, font), 0)
    let x = side === 'left' ? 0 : width - wide
    this.#silent(() => {
      for (const { text: part, font } of pieces) {
        this.#text(part, font, place.left + x, place)
        x += measure(part, font)
      }
    })
  }

  /** Everything was drawn. */
  close(): void {
    this.#root.end()
    this.#doc.end()
  }

  #text(text: string, font: FontName, left: number, { top, height, size, colour }: Place, link?: string): void {
    const doc = this.#doc
      .font(font)
      .fontSize(size)
      .fillColor(link ? LINK : colour)
    const y = top + (height - doc.currentLineHeight()) / 2
    doc.text(text, this.#left + left, y, { lineBreak: false, ...(link ? { link, underline: true } : {}) })
  }

  #silent(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' })
    draw()
    this.#doc.endMarkedContent()
  }
}
