/** Sets an entry as a PDF: tagged, titled, in its language, in the site's own letters. Loaded when the first is asked for. */
import PDFDocument from 'pdfkit'
import { words } from '../words.ts'
import { Pen } from './pen.ts'
import { type Row, Setting } from './rows.ts'
import { footOf, type Sheet } from './sheet.ts'

const A4 = { width: 595.28, height: 841.89 }
const EDGE = { side: 54, top: 50, foot: 58 }
const WIDTH = A4.width - 2 * EDGE.side
const LOWEST = A4.height - EDGE.foot

// A method, and a page for those who decide, is set in the largest letters in which it still fits on one page.
const SIZES = { onePage: [11, 10.5, 10, 9.5], other: [11] } as const

const rowsOf = (pen: Pen, sheet: Sheet, size: number): Row[] => {
  const t = words(sheet.language)
  const set = new Setting(pen, WIDTH, size)
  const small = size * 0.86
  const sources = sheet.sources.flatMap((pieces) =>
    set.text(
      'P',
      pieces.map((piece) => ({ text: piece.text, ...(piece.cited ? { italic: true } : {}) })),
      { size: small, colour: '#535e63', leading: 1.35 },
      small * 0.35,
    ),
  )
  const heading = () =>
    set
      .text('H2', [{ text: t('entry.sources') }], { size: size * 1.05, face: 'bold', colour: '#1f5f5b' }, size)
      .map((row) => ({ ...row, keep: true }))
  return [
    ...set.text('P', [{ text: t(`kind.${sheet.kind}`) }], { size: small, face: 'bold', colour: '#1f5f5b' }, 0),
    ...set.text('H1', [{ text: sheet.title }], { size: size * 2, face: 'bold', leading: 1.2 }, 2),
    ...set.text('P', [{ text: sheet.summary }], { size: size * 1.1, colour: '#535e63', leading: 1.4 }, size * 0.4),
    ...set.blocks(sheet.blocks),
    ...(sources.length > 0 ? [...heading(), ...sources] : []),
  ]
}

/** Rows by pages: what stays together goes over together. */
const pagesOf = (rows: readonly Row[]): { row: Row; top: number }[][] => {
  const pages: { row: Row; top: number }[][] = [[]]
  let top = EDGE.top
  for (let i = 0; i < rows.length; ) {
    let end = i
    while (rows[end]?.keep && end < rows.length - 1) end += 1
    const together = rows.slice(i, end + 1)
    const high = together.reduce((sum, row, j) => sum + row.height + (j === 0 && top === EDGE.top ? 0 : row.before), 0)
    const page = pages.at(-1) ?? []
    if (page.length > 0 && (together[0]?.leaf || top + high > LOWEST)) {
      pages.push([])
      top = EDGE.top
    }
    for (const row of together.filter((one) => !one.leaf)) {
      if (top > EDGE.top) top += row.before
      pages.at(-1)?.push({ row, top })
      top += row.height
    }
    i = end + 1
  }
  return pages
}

/** The bytes of an A4 document. A method stands on one page; if its words are too many, on more. */
export const pdfOf = async (sheet: Sheet): Promise<Buffer> => {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: sheet.language === 'pt' ? 'pt-PT' : sheet.language,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: sheet.title,
      Subject: sheet.summary,
      Author: words(sheet.language)('cite.authors.shelf'),
      Creator: 'Ciranda',
      CreationDate: sheet.at,
      ModDate: sheet.at,
    },
  })
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const whole = new Promise<void>((done, failed) => doc.on('end', done).on('error', failed))
  const pen = new Pen(doc, EDGE.side, sheet.hrefOf)
  const pages = fitting(sheet, (size) => pagesOf(rowsOf(pen, sheet, size)))
  for (const [i, page] of pages.entries()) {
    if (i > 0) doc.addPage()
    for (const { row, top } of page) row.draw(top)
    foot(pen, sheet, pages.length > 1 ? `${i + 1}/${pages.length}` : '')
  }
  pen.close()
  await whole
  return Buffer.concat(parts)
}

const fitting = <Pages extends readonly unknown[]>(sheet: Sheet, at: (size: number) => Pages): Pages => {
  const sizes = sheet.kind === 'paper' ? SIZES.other : SIZES.onePage
  for (const size of sizes) {
    const pages = at(size)
    if (pages.length === 1) return pages
  }
  return at(sizes[sizes.length - 1] ?? 11)
}

const foot = (pen: Pen, sheet: Sheet, page: string): void => {
  const place = { left: 0, top: A4.height - 40, height: 12, size: 8, colour: '#535e63' }
  pen.rule(0, A4.height - 44, WIDTH, '#c9c2b4')
  pen.foot([footOf(sheet), page].filter(Boolean).join(' · '), 'left', WIDTH, place)
  pen.foot(sheet.address, 'right', WIDTH, place)
}
