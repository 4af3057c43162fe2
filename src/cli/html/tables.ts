/** Simple tables as Markdown; a table within a cell becomes its text. */
import type TurndownService from 'turndown'

const oneLine = (content: string): string => content.trim().replace(/\s*\n\s*/g, ' ')

/** Adds the rules for tables. */
export const addTables = (service: TurndownService): void => {
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content) => ` ${oneLine(content).replace(/\\?\|/g, '\\|')} |`,
  })
  service.addRule('row', { filter: 'tr', replacement: (content) => (content.trim() ? `|${content}\n` : '') })
  service.addRule('caption', { filter: 'caption', replacement: (content) => `\n\n${content}\n\n` })
  service.addRule('table', { filter: 'table', replacement: (content) => `\n\n${withHead(content)}\n\n` })
}

const withHead = (content: string): string => {
  const lines = content.split('\n').filter((line) => line.trim() !== '')
  const first = lines.findIndex((line) => line.startsWith('|'))
  if (first < 0) return lines.join('\n\n')
  const cells = (lines[first] ?? '').replaceAll('\\|', '').split('|').length - 2
  const said = lines.slice(0, first)
  return [
    ...said,
    ...(said.length > 0 ? [''] : []),
    lines[first],
    `|${' --- |'.repeat(cells)}`,
    ...lines.slice(first + 1),
  ].join('\n')
}
