/** A comment of Stack Exchange: already Markdown, of one paragraph, with mathematics that must stay as it is. */

const MATHS = /(\$\$[^$]+\$\$|\$[^$\n]+\$)/
const CODE = /(`[^`]+`)/

/** The comment as our Markdown; it begins no heading, list or quotation by accident. */
export const commentMarkdown = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()
    .split(CODE)
    .map((part, at) => (at % 2 === 1 ? part : part.split(MATHS).map(keepMaths).join('')))
    .join('')
    .replace(/^(#{1,6} |[>+-]|\*(?= )|=|~~~|\|)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')

const keepMaths = (part: string, at: number): string => (at % 2 === 1 ? part.replace(/[\\*_~`[\]<>&]/g, '\\$&') : part)
