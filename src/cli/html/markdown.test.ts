// HTML of an archive becomes Markdown that shows the same words, and nothing that could do harm.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { htmlOf } from '../../platform/text/markdown.ts'
import { Tally } from '../tally.ts'
import { toMarkdown } from './markdown.ts'

const markdownOf = (html: string) => toMarkdown('Picture', new Tally())(html)
const shown = (html: string) => htmlOf(markdownOf(html)).trim()

// Each tag that comes out, letter by letter: nothing else may begin with <.
const HARMLESS =
  /^(?:[^<]|<\/?(?:p|br|strong|em|s|code|pre|blockquote|ul|ol|li|h[3-6]|hr|table|thead|tbody|tr|th|td)(?: start="\d+")? ?\/?>|<a href="(?:https?:\/\/|mailto:)[^"<>]*"(?: title="[^"<>]*")? rel="nofollow noopener ugc"(?: title="[^"<>]*")?>|<\/a>)*$/
const harmless = (html: string) => HARMLESS.test(html.replace(/<a rel="nofollow noopener ugc">/g, ''))

test.each([
  ['<p>One <em>two</em> <b>three</b></p>', 'One *two* **three**'],
  ['<h2>Part</h2><p>a</p><hr><p>b</p>', '## Part\n\na\n\n---\n\nb'],
  ['<ul><li>a</li><li>b</li></ul>', '-   a\n-   b'],
  ['<ol start="3"><li>a</li></ol>', '3.  a'],
  ['<blockquote><p>said</p></blockquote>', '> said'],
  ['<pre><code>a `b`\n  c &lt;d&gt;\n</code></pre>', '```\na `b`\n  c <d>\n```'],
  ['<pre>```\nx</pre>', '````\n```\nx\n````'],
  ['<p>Use <code>a`b</code></p>', 'Use ``a`b``'],
  ['<a href="https://example.org/a_(b)?c=1&amp;copy;">there</a>', '[there](https://example.org/a_%28b%29?c=1\\&copy;)'],
  ['<a href="//example.org/x">there</a>', '[there](https://example.org/x)'],
  ['<img src="https://i.example.org/a.png" alt="A gate">', '[A gate](https://i.example.org/a.png)'],
  [
    '<img src="https://i.example.org/a.png" alt="enter image description here">',
    '[Picture](https://i.example.org/a.png)',
  ],
  ['<a href="https://b.example/"><img src="https://i.example.org/a.png" alt="A"></a>', '[A](https://b.example/)'],
  ['10<sup>5</sup>, H<sub>2</sub>O, e<sup>iπ</sup>', '10⁵, H₂O, e^(iπ)'],
  ['<s>no</s> <kbd>Ctrl</kbd>', '~~no~~ `Ctrl`'],
  [
    '<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td>2</td></tr></table>',
    '| a | b\\|c |\n| --- | --- |\n| 1 | 2 |',
  ],
  ['<p>see https://example.org/a_b_c*d</p>', 'see https://example.org/a_b_c*d'],
])('%s', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown)
})

test('Text stays text: mathematics, signs of Markdown and of HTML', () => {
  const text = '$$\\frac{a_1*b_2}{c} \\\\ |0><1|$$ &amp; # *not* _this_ ~~nor~~ <b> 1. [x](y) `z`'
  const html = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`
  const back = shown(html)
    .replace(/^<p>|<\/p>$/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  expect(back).toBe(text)
})

test.each([
  '<script>alert(1)</script>a',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" java\nscript:alert(1)">a</a>',
  '<a href="data:text/html,<script>1</script>">a</a>',
  '<iframe src="https://example.org"></iframe>',
  '<svg onload=alert(1)><a xlink:href="javascript:1">x</a></svg>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  '<p>[a](javascript:alert(1)) &lt;javascript:alert(1)&gt;</p>',
  '<a href="https://a.example/) onerror=1">x](javascript:1)</a>',
  '</x-turndown><script>1</script><b>after</b>',
  '<pre>```\n<script>1</script></pre>',
  '<style>@import "//x"</style><link rel=stylesheet href=//x><base href=//x><form action=//x><input></form>',
  `${'<div>'.repeat(20_000)}deep`,
])('comes out harmless: %.60s', (html) => {
  expect(harmless(shown(html)), shown(html).slice(0, 300)).toBe(true)
})

test('What was dropped is counted by kind, made-up names together; words of deep nests stay', () => {
  const dropped = new Tally()
  const convert = toMarkdown('Picture', dropped)
  convert('<script>1</script><u>kept</u><iframe src=x></iframe><font>kept</font><x-made-up>kept</x-made-up>')
  expect(dropped.counts).toEqual({ '<font>': 1, '<iframe>': 1, '<script>': 1, '<u>': 1, 'elements with odd names': 1 })
  expect(convert(`${'<i>'.repeat(20_000)}deep`)).toContain('deep')
})

const payloads = join(process.env.CIRANDA_DATA ?? '', 'sec-dompurify', 'expect.json')
const there = process.env.CIRANDA_DATA !== undefined && existsSync(payloads)
test.skipIf(!there)(
  there ? 'The payloads of DOMPurify come out harmless' : 'Left out: CIRANDA_DATA names no folder with sec-dompurify',
  () => {
    const all = JSON.parse(readFileSync(payloads, 'utf8')) as { payload: string }[]
    expect(all.length).toBeGreaterThan(100)
    const bad = all.filter(({ payload }) => !harmless(shown(payload)) || !harmless(htmlOf(payload)))
    expect(bad.map(({ payload }) => [payload, shown(payload)])).toEqual([])
  },
)
