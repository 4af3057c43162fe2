/** Somebody answered what I said: I am told, by place and not by name, as long as both stand and I may hear it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBareVillage } from '../../../tests/village/bare.ts'
import type { Village } from '../../../tests/village/village.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { notices } from './notices.ts'

let village: Village
beforeAll(async () => {
  village = await openBareVillage()
})
afterAll(() => village.close())

const system = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))

const speaks = async (who: VillagerName, thread: number, replyTo: number | null, circle = 'community') => {
  const { id: community } = village.communities.reading
  const [said] = await system(sql<{ id: number }>`
    insert into dialogue.contribution
      (thread_id, community_id, reply_to, place_at, author_id, audience, language, text, html, said_at)
    values (${thread}, ${community}, ${replyTo}, ${village.clock.at}, ${village.people[who]},
      ${`${circle}:${community}`}, 'en', 'Words', '<p>Words</p>', ${village.clock.at}) returning id`)
  return said?.id ?? 0
}

test('the one whose words were answered is told, and nobody else', async () => {
  const { id: community } = village.communities.reading
  const [thread] = await system(sql<{ id: number }>`
    insert into dialogue.thread (community_id, title, language, author_id, audience, begun_at)
    values (${community}, 'A thread', 'en', ${village.people.ines}, ${`community:${community}`}, ${village.clock.at})
    returning id`)
  const mine = await speaks('rita', thread?.id ?? 0, null)
  const answer = await speaks('joana', thread?.id ?? 0, mine)
  const mineAgain = await speaks('rita', thread?.id ?? 0, mine)
  const apart = await speaks('ines', thread?.id ?? 0, mine, 'facilitators')
  const [source] = notices(village.house)
  const fact = (id: number) => ({
    id: 1,
    at: village.clock.at,
    kind: 'contribution.said',
    subject: { kind: 'contribution', id },
    community,
  })
  const toldOf = (id: number) => village.house.db.asSystem('facts', async (tx) => source?.audience(tx, fact(id)))
  expect(await toldOf(answer)).toEqual([village.people.rita])
  for (const id of [mine, mineAgain, apart]) expect(await toldOf(id)).toEqual([])

  const saidTo = (who: VillagerName, id: number) =>
    source?.say({ scope: village.scope(who), lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, fact(id))
  const said = await saidTo('rita', answer)
  expect(said).toMatchObject({
    subject: 'Somebody answered you',
    text: 'Somebody answered what you said in Reading together.',
    button: { href: `/c/reading-together/voices/${answer}` },
  })
  expect(JSON.stringify(said)).not.toContain('Joana')
  for (const who of ['tomas', 'peter'] as const) expect(await saidTo(who, answer)).toBeUndefined()
  await system(
    sql`update dialogue.contribution set withdrawn_at = ${village.clock.at}, text = '', html = '' where id = ${answer}`,
  )
  expect(await saidTo('rita', answer)).toBeUndefined()
})
