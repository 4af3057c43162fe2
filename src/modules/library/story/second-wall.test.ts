// The second wall alone: with the WHERE of the first one gone, PostgreSQL still keeps drafts and community stories inside.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openStory, type StoryVillage } from '../../../../tests/village/story.ts'
import { heardBy } from '../../community/audience.ts'
import type { MemberScope } from '../../people/contract.ts'
import { describeStories } from '../public.ts'
import { urls } from '../urls.ts'

vi.mock('../../community/audience.ts', async (original) => ({
  ...(await original<typeof import('../../community/audience.ts')>()),
  heardBy: () => sql`true`,
}))

const title = 'He chose the page'
const inside = ['rita', 'tomas', 'paulo'] as const
const outside = ['zuzana', 'peter', 'eva'] as const

let village: StoryVillage
let address: string
beforeAll(async () => {
  village = await openStory()
})
afterAll(() => village.close())

/** Every page on which a story could show itself. */
const places = () => [urls.library(), '/library?kind=story', '/library?q=pairs', urls.story(village.address)]

test('the first wall is really gone here', () => {
  expect(heardBy(village.visitorScope, 'c').toOperationNode()).toMatchObject({ sqlFragments: ['true'] })
})

test('a draft is read by its community alone', async () => {
  await village.write()
  for (const path of places()) {
    expect((await village.asVisitor(path)).html, path).not.toContain(title)
    for (const who of outside) expect((await village.page(who, path)).html, `${who} ${path}`).not.toContain(title)
  }
  for (const who of inside) expect((await village.page(who)).html, who).toContain(title)
})

test('a story published for the community alone stays there', async () => {
  address = await village.out({ to: 'community' })
  for (const path of [...places(), address, `${address}?lang=en`]) {
    expect((await village.asVisitor(path)).html, path).not.toContain(title)
    for (const who of outside) expect((await village.page(who, path)).html, `${who} ${path}`).not.toContain(title)
  }
  expect((await village.asVisitor(address)).status).toBe(404)
  const found = (scope: MemberScope) => describeStories(village.house)(scope, [village.address.id])
  expect((await found(village.visitorScope)).size).toBe(0)
  expect((await found(village.scope('zuzana'))).size).toBe(0)
  expect((await found(village.scope('rita'))).get(village.address.id)).toMatchObject({ href: address })
  for (const who of inside) expect((await village.page(who, address)).html, who).toContain(title)
})

test('with both walls gone the same looking sees too much: it is not blind', async () => {
  await village.house.db.asSystem('command-line', async (tx) => {
    await tx.rows(sql`alter table library.entry disable row level security`)
    await tx.rows(sql`alter table library.entry_text disable row level security`)
  })
  expect((await village.asVisitor(address)).html).toContain(title)
})
