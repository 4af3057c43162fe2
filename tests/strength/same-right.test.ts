/** A program's right is its person's: what a page hides is not in the API, and what it shows is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Program } from '../village/program.ts'
import type { Village } from '../village/village.ts'
import { type Callers, openCallers, doors as routes, type Viewer, viewers } from './callers.ts'

let callers: Callers
let village: Village

const program = (who: string): Program => callers.program(who)
const waitAMinute = (): void => callers.waitAMinute()

beforeAll(async () => {
  callers = await openCallers()
  village = callers.village
}, 120_000)
afterAll(() => village?.close())

interface Thing {
  readonly id?: number
  readonly slug?: string
  readonly url: string
}
const lists = routes.filter((route) => route.method === 'GET' && /\/[a-z]+$/.test(route.pattern))
const listed = async (who: Viewer, address: string): Promise<Thing[] | undefined> => {
  const answer = await program(who).get(`${address}?limit=100`)
  if (answer.status !== 200) return undefined
  const told = (await answer.json()) as { items?: Thing[] }
  return told.items
}

/** The newest and the oldest of many stand for all. */
const firstAndLast = <T>(all: readonly T[]): T[] => all.filter((_, i) => i < 6 || i >= all.length - 6)

test('what a page hides is not in the API, and what it shows is', async () => {
  const pages = new Map<string, Promise<{ status: number; text: string; anchor?: string | undefined }>>()
  const pageOf = (who: Viewer, url: string) => {
    const key = `${who} ${url}`
    const read = async () => {
      const browser = who === 'visitor' ? village.visitor() : await village.as(who)
      const answer = await browser.get(url)
      const leads = answer.status === 303 ? (answer.headers.get('location') ?? '') : ''
      if (!leads || leads.startsWith('/sign-in')) return { status: answer.status, text: await answer.text() }
      // The address of a voice leads to its place.
      const [place = '', anchor] = leads.split('#')
      const there = await browser.get(place)
      return { status: there.status, text: await there.text(), anchor }
    }
    const known = pages.get(key) ?? read()
    pages.set(key, known)
    return known
  }
  const wrong: string[] = []
  let compared = 0
  /** Every address of a list: of both communities, and of the first things in them. */
  const addressesOf = (pattern: string): string[] => {
    if (!pattern.includes(':slug')) return [pattern]
    const here = ['reading-together', 'quiet-corners'].map((slug) => pattern.replace(':slug', slug))
    if (!here[0]?.includes(':')) return here
    const some = Array.from({ length: 8 }, (_, i) => i + 1)
    return here.flatMap((address) => some.map((number) => address.replace(/:[a-zA-Z]+/, String(number))))
  }
  for (const list of lists) {
    const items = (list.spec.answer as { shape?: { items?: { element: unknown } } }).shape?.items?.element
    const detail = routes.find(
      ({ method, pattern, spec }) =>
        method === 'GET' &&
        pattern !== list.pattern &&
        (spec.answer === items ||
          (pattern.startsWith(`${list.pattern}/:`) && !/:\w+\//.test(pattern.slice(list.pattern.length)))),
    )
    const oneOf = (address: string, key: number | string): string => {
      const [slug] = /communities\/[^/]+/.exec(address) ?? ['']
      return detail?.pattern.startsWith(list.pattern)
        ? `${address}/${key}`
        : `/api/v1/${slug}${detail?.pattern.replace(/.*:slug/, '').replace(/:\w+/, String(key))}`
    }
    for (const address of addressesOf(list.pattern)) {
      if (/:[a-z]/i.test(address)) continue
      waitAMinute()
      const seen = new Map<Viewer, Thing[] | undefined>()
      for (const who of viewers) seen.set(who, await listed(who, address))
      const all = new Map(
        [...seen.values()]
          .flatMap((things) => things ?? [])
          .map((thing) => [thing.id ?? thing.slug ?? thing.url, thing]),
      )
      for (const who of viewers)
        for (const [key, thing] of firstAndLast([...all])) {
          const [path = '', fragment] = thing.url.replace(village.house.baseUrl, '').split('#')
          const page = await pageOf(who, path)
          const anchor = fragment ?? page.anchor
          const shown = page.status === 200 && (!anchor || page.text.includes(`id="${anchor}"`))
          const inList = seen.get(who)?.some((one) => (one.id ?? one.slug ?? one.url) === key) ?? false
          const told = detail ? (await program(who).get(oneOf(address, key))).status === 200 : inList
          compared++
          if (shown !== inList || shown !== told)
            wrong.push(`${who} ${address} ${key}: page ${page.status} ${shown}, list ${inList}, one ${told}`)
        }
    }
  }
  expect(wrong).toEqual([])
  expect(compared).toBeGreaterThan(100)
}, 240_000)

test.each(['reading', 'children', 'Rita', 'ticho'])('a search for “%s” finds the same as the page', async (q) => {
  waitAMinute()
  for (const who of viewers) {
    const answer = await program(who).get(`/api/v1/search?limit=20&q=${q}`)
    const { items } = (await answer.json()) as { items: Thing[] }
    const browser = who === 'visitor' ? village.visitor() : await village.as(who)
    const page = await (await browser.get(`/search?q=${q}`)).text()
    for (const { url } of items) {
      const path = url.replace(village.house.baseUrl, '').replaceAll('&', '&amp;')
      expect([who, url, page.includes(`href="${path}"`)]).toEqual([who, url, true])
    }
  }
})
