// The style and look laws refuse inline style and script, raw HTML, chatter, bare colours and physical sides.
import { expect, test } from 'vitest'
import { law as look } from './look.ts'
import { says } from './small-house.ts'
import { law as style } from './style.ts'

const page = (body: string): Record<string, string> => ({
  'src/ui/markdown.tsx':
    '// Sanitised Markdown.\nexport const Markdown = (p: P) => <div dangerouslySetInnerHTML={{ __html: p.html }} />\n',
  'src/main.ts': `// The entry.\nconsole.log('ready')\n`,
  'src/ui/card.tsx': `// A card of the test.\nexport const Card = () => ${body}\n`,
})
const sheet = (text: string): Record<string, string> => ({ 'src/modules/meeting/meeting.css': text })

test('pages and sheets in order pass', () => {
  expect(says(style, page('<p class="card" onClick={go}><svg fill="currentColor" /></p>'))).toEqual([])
  const text =
    '#main a:hover { color: var(--ink); }\n.card {\n  margin-inline-start: var(--s2);\n  fill: url(#fade);\n} /* #fff, margin-left */\n'
  expect(says(look, sheet(text))).toEqual([])
  expect(says(look, { 'src/ui/tokens.css': ':root {\n  --ink: #1a1a1a;\n}\n' })).toEqual([])
})

test.each([
  ['<p style="color: red">{x}</p>', 'style attribute'],
  ['<p style={{ color: x }}>{x}</p>', 'style attribute'],
  ['<style>{x}</style>', 'content security policy'],
  ['<script>{x}</script>', 'inline script'],
  ['<p onclick="go()">{x}</p>', 'inline script'],
  ['<p dangerouslySetInnerHTML={{ __html: x }} />', 'show text with <Markdown>'],
  ['console.log(x)', 'not the console'],
])('%s is refused', (body, reason) => {
  expect(says(style, page(body))).toEqual([expect.stringContaining(reason)])
})

test.each([
  ['a {\n  color: #fff;\n}', 'is a colour'],
  ['a {\n  background: oklch(0.5 0.1 20);\n}', 'is a colour'],
  ['a {\n  --mine: #fff;\n}', 'is a colour'],
  ['a {\n  margin-left: 1rem;\n}', 'physical side'],
  ['a {\n  left: 0;\n}', 'physical side'],
  ['a { text-align: left }', 'physical side'],
])('%s is refused in a stylesheet', (text, reason) => {
  expect(says(look, sheet(text))).toEqual([expect.stringContaining(reason)])
})

test('no sheet and no page prove nothing', () => {
  expect(says(look, {})).toHaveLength(1)
  expect(says(style, {})).toHaveLength(2)
})
