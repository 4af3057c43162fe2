// Nasty texts go through the field like any other: kept letter by letter, shown without harm, never a fault of ours.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import { cleanText } from '../../platform/http/form.ts'
import { LONGEST } from './forms.ts'
import { urls } from './urls.ts'

let village: Conversation
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const ours: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](  JaVaScRiPt:alert(1) "t")',
  '[a](java&#115;cript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '![x](javascript:alert(1)) ![x](https://elsewhere.example/pixel.gif)',
  '<javascript:alert(1)> <https://ok.example/"onmouseover="alert(1)>',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '[a](https://ok.example/ "x\\" onmouseover=alert(1) ")',
  '<a href="//evil.example" style="position:fixed">x</a>',
  '```"><script>alert(1)</script>\nx\n```',
  '&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;script&amp;gt;',
  '<!-- --><iframe srcdoc="<script>alert(1)</script>">',
  '</article></li></main><form action=//evil.example><button>',
  '<style>*{display:none}</style><base href=//evil.example>',
  "'; drop table dialogue.contribution; --",
  '$1 ${x} {{x}} %s {n, plural, other {#}}',
  '\0nul\0 within',
  '\ud83d lone half, \udc00 other half',
  '\u202eright to left\u202c \u200b zero width \ufeff bom',
  'Z\u0351\u036b\u0343\u036aa\u0302\u036b\u0316l\u0363g\u0309o',
  '\r\nold\rline\r\nends',
  '👩‍👩‍👧‍👦 🏳️‍⚧️ ﷽ ‮',
  '# Heading\n## Second\n###### Sixth',
  `${'> '.repeat(500)}deep`,
  `${'['.repeat(2000)}x`,
  `${'*'.repeat(3000)}x${'_'.repeat(3000)}`,
  '-1e1000',
  'null',
  'undefined',
  'NaN',
  'true',
  '0',
  '../../../../etc/passwd',
  '--help',
  'C:\\con',
]

const folder = process.env.CIRANDA_DATA
const given = (file: string): unknown => {
  const path = folder ? join(folder, file) : ''
  return folder && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
}
const texts = [
  ...ours,
  ...(given('sec-blns/blns.json') as string[]),
  ...(given('sec-dompurify/expect.json') as { payload: string }[]).map(({ payload }) => payload),
]

const fields = { language: 'en', audience: 'community' }

const TAG = /<\/?([a-z][a-z0-9-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g
const OURS_IN_WORDS = new Set(
  'p br strong em s code pre blockquote ul ol li a h3 h4 h5 h6 hr table thead tbody tr th td'.split(' '),
)

const leadsSomewhereSafe = (address: string): boolean =>
  URL.canParse(decoded(address), 'http://village.example') &&
  ['http:', 'https:', 'mailto:'].includes(new URL(decoded(address), 'http://village.example').protocol)

/** Reads HTML as a browser does; answers tags and attributes that could do something, and any `<` that is no tag. */
const harmIn = (html: string, allowed?: ReadonlySet<string>): string[] => {
  const harm = [...html.matchAll(TAG)].flatMap(([tag, name = '', attributes = '']) => {
    const bad = /^(script|iframe|object|embed|style|math|img|video|audio|base|link|frame|template)$/i.test(name)
    const foreign = allowed && !allowed.has(name.toLowerCase())
    const acts = [...attributes.matchAll(ATTRIBUTE)].some(
      ([, key = '', value = '']) =>
        /^(on|style$|srcdoc$|src$)/i.test(key) || (/href|action/i.test(key) && !leadsSomewhereSafe(value)),
    )
    return bad || foreign || acts ? [tag] : []
  })
  return html.replace(TAG, '').includes('<') ? [...harm, 'a loose <'] : harm
}

test(`${texts.length} nasty texts: stored faithfully, shown harmlessly, no fault`, { timeout: 240_000 }, async () => {
  const slug = village.communities.reading.slug
  const rita = await village.as('rita')
  const wrong: string[] = []
  for (const text of texts) {
    const answer = await rita.post(urls.say({ slug, id: village.thread }), { ...fields, text })
    // An empty text is no contribution; one that is too long is told so.
    const kept = cleanText(text).trim()
    const expected = kept === '' || kept.length > LONGEST ? 422 : 303
    if (answer.status !== expected) wrong.push(`${JSON.stringify(text).slice(0, 80)} was answered ${answer.status}`)
    if (answer.status === 422)
      harmIn(await mainOf(answer)).forEach((pattern) => void wrong.push(`typed again: ${pattern} in ${text}`))
    if (answer.status !== 303) continue
    const id = Number(/#voice-(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1])
    const [row] = await village.house.db.asSystem('command-line', (tx) =>
      tx.rows<{ text: string; html: string }>(sql`select text, html from dialogue.contribution where id = ${id}`),
    )
    if (row?.text !== kept)
      wrong.push(`${JSON.stringify(text).slice(0, 80)} was kept as ${JSON.stringify(row?.text).slice(0, 80)}`)
    for (const pattern of harmIn(row?.html ?? '', OURS_IN_WORDS)) wrong.push(`${pattern} in ${row?.html.slice(0, 200)}`)
    const page = await rita.get(urls.words({ slug, id }))
    if (page.status !== 200 || !decoded(await page.text()).includes(kept.split('\n').at(-1) ?? ''))
      wrong.push(`cannot be edited: ${text}`)
  }
  expect(wrong).toEqual([])
})

test('the pages that show them all hold nothing but our own marks', async () => {
  const scope = village.scope('ines')
  const { openThread } = await import('./actions/threads.ts')
  const thread = await village.house.db.write(scope, (tx) =>
    openThread(tx, scope, {
      community: village.community,
      subject: null,
      audience: `community:${village.community}`,
      language: 'en',
      title: '<img src=x onerror=alert(1)>',
    }),
  )
  for (const text of ours.slice(0, 24)) await village.say('rita', cleanText(text), { thread })
  const slug = village.communities.reading.slug
  const rita = await village.as('rita')
  const page = await rita.get(urls.thread({ slug, id: thread }))
  expect(page.status).toBe(200)
  const html = (await page.text()).replace('<!doctype html>', '')
  const shown = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  expect(shown.match(/id="voice-\d+"/g)).toHaveLength(24)
  expect(harmIn(shown)).toEqual([])
  const list = await (await rita.get(urls.threads({ slug }))).text()
  expect(list).not.toContain('<img')
})

const mainOf = async (answer: Response): Promise<string> =>
  (/<textarea[\s\S]*?<\/textarea>/.exec(await answer.text())?.[0] ?? '').replace(/^<textarea[^>]*>/, '')

const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
