/** Sets an entry as a Word file that people make their own: real headings, lists and tables. Loaded when first asked for. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { words } from '../words.ts'
import type { Block, Cell, Item, Run } from './blocks.ts'
import { footOf, type Sheet } from './sheet.ts'

const tongues = { en: 'en-GB', pt: 'pt-PT', nl: 'nl-NL', de: 'de-DE', sk: 'sk-SK' } as const
// A letter that every office has; lengths in half points and twentieths of a point.
const FONT = 'Arial'
const BRAND = '1F5F5B'
const MUTED = '535E63'
const WIDTH = 9638
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'C9C2B4' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Words as Word has them; a line break inside stays one. */
const runsOf = (runs: readonly Run[], hrefOf: Sheet['hrefOf'], look: { bold?: boolean; color?: string } = {}) =>
  runs.map((run): ParagraphChild => {
    const [first = '', ...more] = run.text.split('\n')
    const text = (line: string, lines: number) =>
      new TextRun({
        text: line,
        ...look,
        ...(run.bold ? { bold: true } : {}),
        ...(run.italic ? { italics: true } : {}),
        ...(run.href ? { style: 'Hyperlink' } : {}),
        ...(lines > 0 ? { break: lines } : {}),
      })
    const parts = [text(first, 0), ...more.map((line) => text(line, 1))]
    if (run.href) return new ExternalHyperlink({ link: hrefOf(run.href), children: parts })
    return parts.length === 1 && parts[0] ? parts[0] : (new TextRun({ children: parts }) as ParagraphChild)
  })

const itemOf = ({ runs, box }: Item, ordered: boolean, list: number, sheet: Sheet): Paragraph =>
  box
    ? new Paragraph({
        indent: { left: 360, hanging: 360 },
        spacing: { after: 60 },
        children: [new TextRun({ text: '☐\u00A0', font: 'Segoe UI Symbol' }), ...runsOf(runs, sheet.hrefOf)],
      })
    : new Paragraph({
        spacing: { after: 60 },
        ...(ordered ? { numbering: { reference: 'steps', level: 0, instance: list } } : { bullet: { level: 0 } }),
        children: runsOf(runs, sheet.hrefOf),
      })

const tableOf = (head: readonly Cell[], rows: readonly (readonly Cell[])[], sheet: Sheet): Table => {
  const first = rows.every((cells) => (cells[0] ?? []).reduce((sum, run) => sum + run.text.length, 0) < 8)
  const widths =
    first && head.length > 1
      ? [1100, ...head.slice(1).map(() => Math.floor((WIDTH - 1100) / (head.length - 1)))]
      : head.map(() => Math.floor(WIDTH / head.length))
  const row = (cells: readonly Cell[], heads: boolean) =>
    new TableRow({
      tableHeader: heads,
      cantSplit: true,
      ...(cells.some((cell) => cell.length === 0) && !heads
        ? { height: { value: 480, rule: 'atLeast' as const } }
        : {}),
      children: widths.map(
        (width, i) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [
              new Paragraph({
                children: runsOf(cells[i] ?? [], sheet.hrefOf, heads || i === 0 ? { bold: true, color: BRAND } : {}),
              }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: HAIR, bottom: HAIR, left: NONE, right: NONE, insideHorizontal: HAIR, insideVertical: HAIR },
    rows: [
      ...(head.some((cell) => cell.length > 0) ? [row(head, true)] : []),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}

const blockOf = (block: Block, list: number, sheet: Sheet): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: runsOf(block.runs, sheet.hrefOf),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.quoted ? { style: 'IntenseQuote' } : {}),
          spacing: { after: 120 },
          children: runsOf(block.runs, sheet.hrefOf),
        }),
      ]
    case 'list':
      return block.items.map((item) => itemOf(item, block.ordered, list, sheet))
    case 'table':
      return [tableOf(block.head, block.rows, sheet), new Paragraph({ spacing: { after: 60 }, children: [] })]
    case 'line':
      return [new Paragraph({ spacing: { before: 360 }, border: { bottom: HAIR }, children: [] })]
    case 'leaf':
      return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 }, children: [] })]
  }
}

const sourcesOf = (sheet: Sheet): Paragraph[] =>
  sheet.sources.length === 0
    ? []
    : [
        new Paragraph({ heading: HeadingLevel.HEADING_2, text: words(sheet.language)('entry.sources') }),
        ...sheet.sources.map(
          (pieces) =>
            new Paragraph({
              spacing: { after: 80 },
              children: pieces.map(
                (piece) => new TextRun({ text: piece.text, italics: piece.cited ?? false, size: 18 }),
              ),
            }),
        ),
      ]

const footer = (sheet: Sheet): Footer =>
  new Footer({
    children: [
      new Paragraph({
        border: { top: HAIR },
        children: [
          new TextRun({ text: `${footOf(sheet)} · ${sheet.address} · `, size: 15, color: MUTED }),
          new TextRun({ children: [PageNumber.CURRENT], size: 15, color: MUTED }),
        ],
      }),
    ],
  })

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: BRAND, font: FONT },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
})

/** The bytes of a .docx on A4. */
export const wordFileOf = (sheet: Sheet): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: sheet.title,
      subject: sheet.summary,
      creator: words(sheet.language)('cite.authors.shelf'),
      styles: {
        default: {
          document: { run: { font: FONT, size: 21, language: { value: tongues[sheet.language] } } },
          title: { run: { size: 40, bold: true, font: FONT }, paragraph: { spacing: { after: 80 } } },
          heading2: heading(25, 220),
          heading3: heading(22, 160),
        },
      },
      numbering: {
        config: [
          {
            reference: 'steps',
            levels: [
              {
                level: 0,
                format: LevelFormat.DECIMAL,
                text: '%1.',
                alignment: AlignmentType.START,
                style: { paragraph: { indent: { left: 360, hanging: 360 } } },
              },
            ],
          },
        ],
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 1000, bottom: 1000, left: 1134, right: 1134 },
            },
          },
          footers: { default: footer(sheet) },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, text: sheet.title }),
            new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text: sheet.summary, color: MUTED })] }),
            ...sheet.blocks.flatMap((block, i) => blockOf(block, i, sheet)),
            ...sourcesOf(sheet),
          ],
        },
      ],
    }),
  )
