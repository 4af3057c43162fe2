/** Code as Markdown, whatever stands in it. */

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))

/** A block of code between fences longer than any inside. */
export const codeBlock = (text: string): string => {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `\n\n${fence}\n${text.replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, '')}\n${fence}\n\n`
}

/** Code within a line. */
export const codeSpan = (text: string): string => {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ')
  if (line.trim() === '') return line
  const fence = '`'.repeat(longestRun(line) + 1)
  const room = /^`|`$|^ .* $/.test(line) ? ' ' : ''
  return `${fence}${room}${line}${room}${fence}`
}
