/** Nasty texts through every text field of every form, nasty numbers in every address: never a fault, never harm. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import type { Village } from '../village/village.ts'
import { explore, openLivedIn, type PageForm, routes, takeApart } from './lived-in.ts'
import { nastyStrings } from './nasty-strings.ts'

let village: Village
let forms: Map<string, PageForm & { who: VillagerName }>

// Who leaves or goes out sees nothing of what follows.
const leaving = /sign-out|departure/

beforeAll(async () => {
  village = await openLivedIn()
  forms = new Map()
  for (const who of ['rita', 'ines'] as const)
    for (const [key, form] of (await explore(village, who)).forms)
      if (!forms.has(key) && form.texts.length > 0 && !leaving.test(key)) forms.set(key, { ...form, who })
}, 120_000)

afterAll(() => village?.close())

/** Sends one text through all text fields of a form; answers what went wrong. */
const sendThrough = async (form: PageForm & { who: VillagerName }, text: string): Promise<string[]> => {
  const browser = await village.as(form.who)
  const fields: Record<string, string | string[]> = { ...form.fields }
  delete fields.once
  for (const name of form.texts) fields[name] = text
  const told = (what: string) => `${form.method} ${form.action} ${JSON.stringify(text).slice(0, 60)}: ${what}`
  const answer =
    form.method === 'POST'
      ? await browser.post(form.action, fields)
      : await browser.get(
          `${form.action}?${new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))}`,
        )
  if (answer.status >= 500) return [told(`was answered ${answer.status}`)]
  const next = answer.headers.get('location')?.split('#')[0]
  const page = next?.startsWith('/') ? await browser.get(next) : answer
  if (page.status >= 500) return [told(`led to ${next}, which was answered ${page.status}`)]
  return takeApart(await page.text(), '').harm.map((harm) => told(`${harm} on ${next ?? 'the page'}`))
}

/** Each form meets one text of three, and neighbours meet others: all meet all in the end, in a third of the time. */
const sendAll = async (texts: readonly string[], of = 3): Promise<string[]> => {
  const wrong: string[] = []
  for (const [i, form] of [...forms.values()].entries())
    for (const [j, text] of texts.entries()) if (i % of === j % of) wrong.push(...(await sendThrough(form, text)))
  return wrong
}

test('every text field takes nasty texts, and every nasty text is taken: no fault, no harm', {
  timeout: 600_000,
}, async () => {
  expect(forms.size).toBeGreaterThan(15)
  expect(await sendAll(nastyStrings)).toEqual([])
})

const data = process.env.CIRANDA_DATA

test.runIf(data)('so do the strings and payloads that others have gathered', { timeout: 3_600_000 }, async () => {
  const read = (path: string) => JSON.parse(readFileSync(join(data ?? '', path), 'utf8'))
  const strings: string[] = read('sec-blns/blns.json')
  const payloads: string[] = read('sec-dompurify/expect.json').map(({ payload }: { payload: string }) => payload)
  // All of them in a few long texts: each field meets each of them, and the pages stay few.
  const together: string[] = []
  for (const text of [...strings, ...payloads]) {
    const last = together.at(-1) ?? ''
    if (together.length > 0 && last.length + text.length < 1500) together[together.length - 1] = `${last}\n\n${text}`
    else together.push(text)
  }
  expect(await sendAll(together, 1)).toEqual([])
})

test('what is nasty lies on every page afterwards, harmlessly', async () => {
  const wrong: string[] = []
  for (const who of ['rita', 'ines'] as const) {
    const browser = await village.as(who)
    for (const [key, addresses] of (await explore(village, who, 8)).found)
      for (const address of key.startsWith('GET') && !leaving.test(key) ? addresses : []) {
        const answer = await browser.get(address)
        if (answer.status >= 500) wrong.push(`${address}: ${answer.status}`)
        for (const harm of takeApart(await answer.text(), address).harm) wrong.push(`${address}: ${harm}`)
      }
  }
  expect(wrong).toEqual([])
})

const numbers = [
  '1e99',
  '-1',
  '0',
  '1.5',
  '99999999999999999999',
  '9007199254740993',
  '%00',
  '%ff',
  'x',
  '%F0%9F%90%8C',
  '..%2f1',
]

test('no address is a fault, whatever stands in it, and no form, whatever it lacks', { timeout: 120_000 }, async () => {
  const wrong: string[] = []
  const note = (what: string, { status }: Response) => void (status >= 500 && wrong.push(`${what}: ${status}`))
  const bodies: [string, string][] = [
    ['application/json', '{"text":1}'],
    ['text/plain', 'x'],
    ['multipart/form-data; boundary=x', 'broken'],
    ['multipart/form-data', 'no boundary'],
    ['application/x-www-form-urlencoded', '%&=%00%ff&&x'],
  ]
  for (const { method, pattern } of routes) {
    const browser = await village.as('ines')
    const params: readonly string[] = pattern.match(/:[a-zA-Z]+/g) ?? []
    const whole = (fill: string) => pattern.replace(':slug', 'reading-together').replace(/:[a-zA-Z]+/g, fill)
    const nasty = params.some((name) => name !== ':slug') ? numbers.map(whole) : []
    if (params.includes(':slug')) nasty.push(...numbers.map((one) => pattern.replace(/:[a-zA-Z]+/g, one)))
    for (const address of nasty)
      note(`${method} ${address}`, await (method === 'GET' ? browser.get(address) : browser.post(address)))
    if (method === 'GET') {
      for (const query of ['page', 'voices', 'q', 'at', 'kind', 'language', 'next', 'version'])
        for (const one of ['-1', '1e99', '%00', '%ff', '99999999999999999999', 'x'])
          note(`GET ${whole('1')}?${query}=${one}`, await browser.get(`${whole('1')}?${query}=${one}`))
      continue
    }
    if (leaving.test(pattern)) continue
    note(`POST ${whole('1')} with nothing`, await browser.post(whole('1')))
    for (const [type, body] of bodies) {
      const init = {
        method: 'POST',
        body,
        headers: { 'content-type': type, origin: village.house.baseUrl, cookie: await cookie() },
      }
      note(`POST ${whole('1')} as ${type}`, await village.app.request(village.house.baseUrl + whole('1'), init))
    }
  }
  expect(wrong).toEqual([])
})

const cookie = async (): Promise<string> => {
  const { openSession } = await import('../../src/modules/people/session.ts')
  const { house, people } = village
  return `ciranda=${await house.db.asSystem('demonstration', (tx) => openSession(tx, people.ines, 'demonstration'))}`
}
