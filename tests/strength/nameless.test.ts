// Without my name: whoever it was, every page and every door for programs gives everybody else the same, byte for byte.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { type Callers, doors, openCallers } from './callers.ts'
import { addressesOf, explore, routes } from './lived-in.ts'

let callers: Callers
beforeAll(async () => {
  callers = await openCallers()
}, 120_000)
afterAll(() => callers?.village.close())

const others = ['ines', 'rita'] as const
const authors = ['joana', 'paulo', 'marta'] as const
const said = 'I would rather it were counted'

/** Gives every nameless voice to somebody, as only the owner of the database could. */
const giveTo = async (who: VillagerName) => {
  const { village } = callers
  const person = village.people[who]
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`update dialogue.nameless_author set author_id = ${person}`),
  )
  callers.waitAMinute()
}

// Tokens of forms are made anew for every page.
const steady = (text: string): string =>
  text.replaceAll(/name="once" value="[^"]*"/g, '').replaceAll(/\b\d{1,2}[:.]\d{2}(:\d{2})?\b/g, '')

test('D10: what anybody reads does not depend on whose nameless words they are', { timeout: 240_000 }, async () => {
  const { village } = callers
  const explored = [await explore(village, 'rita', 2), await explore(village, 'ines', 2)]
  const pages = routes
    .filter((route) => route.method === 'GET')
    .flatMap((route) => addressesOf(route, ...explored))
    .filter((address) => address.includes('reading-together') || address.startsWith('/today'))
  const resources = doors
    .filter((door) => door.method === 'GET')
    .map((door) => `${door.pattern.replace(':slug', 'reading-together').replace(/:[a-zA-Z]+/g, '1')}`)
  const [nameless] = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ id: number; thread_id: number }>`
      select id, thread_id from dialogue.contribution where author_id = 0 limit 1`),
  )
  const api = '/api/v1/communities/reading-together'
  const voices = [
    `${api}/threads/${nameless?.thread_id}/contributions?limit=100`,
    `${api}/contributions/${nameless?.id}`,
  ]
  const listen = async (who: (typeof others)[number]) => {
    const heard = new Map<string, string>()
    const browser = await village.as(who)
    const at = village.clock.at
    for (const address of pages) heard.set(address, steady(await (await browser.get(address)).text()))
    for (const address of [...resources, ...voices])
      heard.set(address, await (await callers.program(who).get(address)).text())
    village.clock.at = at
    return heard
  }
  for (const who of others) {
    await giveTo('joana')
    const first = await listen(who)
    // The words themselves are there to be found, so that the comparison says something.
    expect([...first.values()].filter((text) => text.includes(said)).length).toBeGreaterThan(1)
    expect(first.size).toBeGreaterThan(80)
    for (const author of authors) {
      await giveTo(author)
      const again = await listen(who)
      const different = [...first].filter(([address, text]) => again.get(address) !== text).map(([address]) => address)
      expect(different).toEqual([])
    }
    // Their own are told to be theirs: the comparison is not blind.
    await giveTo(who)
    const own = await listen(who)
    expect([...first].some(([address, text]) => own.get(address) !== text)).toBe(true)
  }
})
