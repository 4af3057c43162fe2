// Cut off half-way: wherever the line to the database breaks, all of an act is there or nothing of it, and it can be sent again.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { House } from '../../platform/house.ts'
import { edit, withdraw } from './actions/amending.ts'
import { say, takeBack } from './actions/speaking.ts'

let village: Conversation
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

/** A house whose transactions break when the `nth` question is asked; beyond the last one they do not break. */
const breakingAt = (house: House, nth: number): House => ({
  ...house,
  db: {
    ...house.db,
    write: (asker, work, options) => house.db.write(asker, (tx) => work(breaking(tx, nth)), options),
  },
})

const breaking = (tx: Tx, nth: number): Tx => {
  let asked = 0
  const may = () => {
    asked += 1
    if (asked === nth) throw new Error('the line broke')
  }
  return {
    now: tx.now,
    announce: tx.announce,
    rows: async (query) => {
      may()
      return tx.rows(query)
    },
    one: async (query) => {
      may()
      return tx.one(query)
    },
    flight: async (...queries) => {
      may()
      return tx.flight(...queries)
    },
    last: tx.last,
    along: (query) => {
      may()
      tx.along(query)
    },
  }
}

/** Everything that an act may leave behind, as one text. */
const everything = () =>
  village.house.db.asSystem('command-line', async (tx) =>
    JSON.stringify([
      await tx.rows(sql`select * from dialogue.contribution order by id`),
      await tx.rows(sql`select * from dialogue.earlier_words order by 1, 2`),
      await tx.rows(sql`select * from dialogue.reading order by 1, 2, 4`),
      await tx.rows(sql`select kind, id, language from platform.search_index order by 1, 2, 3`),
      await tx.rows(sql`select kind, actor_id, subject_kind, subject_id from platform.fact order by id`),
      await tx.rows(sql`select token from platform.once order by 1`),
    ]),
  )

/** Breaks an act at every place in turn until it gets through; answers at how many places it was broken. */
const breakEverywhere = async (act: (house: House) => Promise<unknown>): Promise<number> => {
  for (let nth = 1; nth < 30; nth += 1) {
    const before = await everything()
    const broken = await act(breakingAt(village.house, nth)).then(
      () => false,
      (error: Error) => error.message === 'the line broke',
    )
    if (!broken) return nth - 1
    expect(await everything()).toBe(before)
  }
  return 30
}

test('saying, editing, withdrawing and taking back are whole or not at all', async () => {
  const { house, thread, community } = village
  const rita = village.scope('rita')
  const saying = { thread, community, text: 'Whole.', language: 'en', circle: 'community' } as const
  const token = house.secret(18)
  expect(await breakEverywhere((broken) => say(broken, rita, saying, token))).toBeGreaterThan(2)
  const again = await say(house, rita, saying, token)
  const id = again.ok ? again.value.id : 0
  const [count] = await house.db.asSystem('command-line', (tx) =>
    tx.rows<{ n: number }>(sql`select count(*) as n from dialogue.contribution`),
  )
  expect(count?.n).toBe(1)
  const words = { text: 'Other.', language: 'pt', version: 1 } as const
  expect(await breakEverywhere((broken) => edit(broken, rita, id, words))).toBeGreaterThan(3)
  const second = await village.say('rita', 'Gone soon.')
  expect(await breakEverywhere((broken) => takeBack(broken, rita, second))).toBeGreaterThan(3)
  expect(await breakEverywhere((broken) => withdraw(broken, rita, id))).toBeGreaterThan(3)
})
