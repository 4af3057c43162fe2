/** Every route, walked by a visitor, a stranger, a member and a facilitator: no door admits whom its rule does not name. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import type { Village } from '../village/village.ts'
import { addressesOf, explore, openLivedIn, routes } from './lived-in.ts'

let village: Village
let explored: Awaited<ReturnType<typeof explore>>[]
/** Pieces of what was said inside Reading together, long enough to stand nowhere else. */
let inside: string[]

beforeAll(async () => {
  village = await openLivedIn()
  explored = [await explore(village, 'rita'), await explore(village, 'ines')]
  const { id } = village.communities.reading
  const rows = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ text: string }>`
      select text from dialogue.contribution where community_id = ${id} and audience <> 'public'`),
  )
  inside = rows.map(({ text }) => text.split(/[^\p{L} ]/u).sort((one, other) => other.length - one.length)[0] ?? '')
  inside = inside.filter((piece) => piece.length >= 20)
}, 120_000)

afterAll(() => village?.close())

const names = ['Rita Vale', 'Joana Simões', 'Paulo Reis', 'Henk de Vries', 'Reading together']

/** What `who` gets on every address of every route whose rule is one of `rules`, told when it is not as it should be. */
const walk = async (who: VillagerName | 'visitor', rules: readonly string[], bytes: readonly string[]) => {
  const wrong: string[] = []
  let walked = 0
  for (const route of routes.filter(({ rule }) => rules.includes(rule)))
    for (const address of addressesOf(route, ...explored).filter((path) => path.includes('reading-together'))) {
      const browser = who === 'visitor' ? village.visitor() : await village.as(who)
      const answer = await (route.method === 'GET' ? browser.get(address) : browser.post(address))
      const text = await answer.text()
      walked++
      const told = bytes.filter((piece) => text.includes(piece))
      const admitted =
        route.method === 'POST' && answer.status === 303 && !answer.headers.get('location')?.startsWith('/sign-in')
      if (answer.status === 200 || answer.status === 422 || answer.status >= 500 || admitted || told.length > 0)
        wrong.push(`${who} ${route.method} ${address} (${route.rule}): ${answer.status} ${told}`)
    }
  return { wrong, walked }
}

const closed = ['members', 'facilitators', 'readers']

test.each(['visitor', 'peter', 'zuzana'] as const)(
  '%s comes through no door of a community that is not theirs',
  async (who) => {
    expect(inside.length).toBeGreaterThan(20)
    const { wrong, walked } = await walk(who, closed, [...inside, ...names])
    expect(wrong).toEqual([])
    expect(walked).toBeGreaterThan(60)
  },
)

test('a member does not come through the facilitators’ doors', async () => {
  const { wrong } = await walk('rita', ['facilitators'], [])
  expect(wrong).toEqual([])
})

test.each(['visitor', 'peter'] as const)(
  'the doors that are open to %s tell nothing that was said inside',
  async (who) => {
    const browser = who === 'visitor' ? village.visitor() : await village.as(who)
    const open = routes.filter(({ method, rule }) => method === 'GET' && !closed.includes(rule))
    const asked = ['?q=reading', '?q=Rita', '?q=children'].map((query) => `/search${query}`)
    const wrong: string[] = []
    for (const address of [...open.flatMap((route) => addressesOf(route, ...explored)), ...asked]) {
      const answer = await browser.get(address)
      const text = await answer.text()
      const told = inside.filter((piece) => text.includes(piece))
      if (answer.status >= 500 || told.length > 0) wrong.push(`${address}: ${answer.status} ${told}`)
    }
    expect(wrong).toEqual([])
  },
)

test('no door is there without a rule that is known', () => {
  const known = [
    ...closed,
    'anyone',
    'signedIn',
    'onOwnDevice',
    'administrators',
    'everybody',
    'inDemonstration',
    'withMailbox',
    'beforeTheSiteBegan',
  ]
  expect(routes.filter(({ rule }) => !known.includes(rule))).toEqual([])
})

test.each(['rita', 'ines'] as const)('%s gets a page, and never a fault, at every address', async (who) => {
  const browser = await village.as(who)
  const wrong: string[] = []
  for (const route of routes.filter(({ method }) => method === 'GET'))
    for (const address of addressesOf(route, ...explored)) {
      const { status } = await browser.get(address)
      if (status >= 500) wrong.push(`${address}: ${status}`)
    }
  expect(wrong).toEqual([])
})

test.each(['visitor', 'zuzana', 'peter'] as const)(
  'D3: %s, from outside, finds no student: on no page, by no search, in no table of names; nor does a student find them',
  async (who) => {
    const browser = who === 'visitor' ? village.visitor() : await village.as(who)
    const open = routes.filter(({ method, rule }) => method === 'GET' && !closed.includes(rule))
    // A page of searching shows what was asked for: asked for by a beginning, a name would stand there whole.
    const asked = ['/search?q=Tom', '/search?q=tomas+porta', '/search?q=aluno', '/library?q=Tom']
    const wrong: string[] = []
    for (const address of [...open.flatMap((route) => addressesOf(route, ...explored)), ...asked])
      if ((await (await browser.get(address)).text()).includes('Tomás')) wrong.push(address)
    expect(wrong).toEqual([])
    const [asks, his] = [who === 'visitor' ? village.visitorScope : village.scope(who), village.scope('tomas')]
    const named = (name: string) => sql`select id from people.named where name = ${name}`
    expect((await village.house.db.read(asks, named('Tomás')))[0]).toEqual([])
    expect((await village.house.db.read(his, named('Tomás')))[0]).toHaveLength(1)
    expect((await village.house.db.read(his, named('Peter Hudák')))[0]).toEqual([])
  },
)
