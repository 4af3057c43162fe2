// The second wall alone: asked without any WHERE of ours, PostgreSQL shows and changes only what is for the asking person.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBareVillage } from '../../../../tests/village/bare.ts'
import { must } from '../../../../tests/village/questions.ts'
import type { Village } from '../../../../tests/village/village.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { Declined } from '../../../platform/db/declined.ts'
import { answerNeed } from './actions/answering.ts'
import { sayNeed, takeBackNeed } from './actions/saying.ts'

let village: Village
let id: number
beforeAll(async () => {
  village = await openBareVillage()
  const { house, scope, communities } = village
  const rug = { kind: 'need', text: 'A rug.', audience: 'community', language: 'en' } as const
  id = (await must(sayNeed(house, scope('marta'), communities.reading, rug))).id
  await must(answerNeed(house, scope('rita'), communities.reading, id, { words: 'Ours is red.', language: 'en' }))
})
afterAll(() => village.close())

it('shows and changes nothing for strangers, and lets nobody speak or end for another', async () => {
  const { house, people, communities } = village
  const place = communities.reading
  const peter = village.scope('peter')
  for (const table of ['need', 'need_answer'])
    expect((await house.db.read(peter, sql`select id from ${sql.table(`exchange.${table}`)}`))[0]).toEqual([])
  const change = (who: VillagerName, query: ReturnType<typeof sql>) =>
    house.db.write(village.scope(who), (tx) => tx.rows(query))
  expect(
    await change('rita', sql`update exchange.need set state = 'met', met_at = now() where id = ${id} returning id`),
  ).not.toContainEqual({ id })
  expect(await change('joana', sql`delete from exchange.need_answer where need_id = ${id} returning id`)).toEqual([])
  const audience = `community:${place.id}`
  await expect(
    change(
      'peter',
      sql`insert into exchange.need_answer (need_id, community_id, audience, owner_id, author_id, words, language, at)
      values (${id}, ${place.id}, ${audience}, ${people.marta}, ${people.peter}, 'x', 'en', now())`,
    ),
  ).rejects.toThrow('row-level security')
  await expect(
    change('marta', sql`update exchange.need_answer set words = 'Mine.' where need_id = ${id}`),
  ).rejects.toThrow('row-level security')
  await expect(
    change(
      'joana',
      sql`insert into exchange.need (community_id, author_id, audience, kind, words, language, said_at, stands_since)
      values (${place.id}, ${people.rita}, ${audience}, 'need', 'x', 'en', now(), now())`,
    ),
  ).rejects.toThrow('row-level security')
})

it('in a closed community nothing is said or answered, and what is one’s own is taken back', async () => {
  const { house, scope, communities, clock } = village
  const place = communities.reading
  await house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`update community.community set stage = 'closed' where id = ${place.id}`),
  )
  const said = { words: 'Ours is blue.', language: 'en' } as const
  await expect(answerNeed(house, scope('joana'), place, id, said)).rejects.toThrow(Declined)
  const rug = { kind: 'need', text: 'A rug.', audience: 'community', language: 'en' } as const
  await expect(sayNeed(house, scope('joana'), place, rug)).rejects.toThrow(Declined)
  clock.at = new Date(clock.at.getTime() + 11 * 60_000)
  expect(await takeBackNeed(house, scope('marta'), place, id)).toMatchObject({ ok: true })
})
