/** A closed community is read, and nothing is added: one place keeps it so, for every module's acts. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openQuestions, type Questions } from '../../../../tests/village/questions.ts'
import { Declined } from '../../../platform/db/declined.ts'
import { join, readInvitation, tend } from '../actions/belonging.ts'
import { openInvitation } from '../store.ts'

let village: Questions
beforeAll(async () => {
  village = await openQuestions()
})
afterAll(() => village.close())

const stand = (stage: string) =>
  village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`update community.community set stage = ${stage} where id = ${village.place.id}`),
  )

it('refuses what a question, a name and a letter of invitation would add, and lets people read', async () => {
  const { house, place, scope } = village
  const [[open]] = await house.db.read(scope('ines'), openInvitation(scope('ines'), place.id))
  await stand('closed')
  await expect(village.raise('rita', 'May this still be asked?')).rejects.toThrow(Declined)
  await expect(tend(house, scope('ines'), place, { name: 'Another', purpose: 'P' })).rejects.toThrow(Declined)
  expect((await readInvitation(house, open?.token ?? ''))?.closed).toBe(true)
  const joining = await join(house, scope('peter'), { token: open?.token ?? '', perspectives: ['teacher'] })
  expect(joining).toMatchObject({ ok: false, reason: 'join.closed' })
  const rita = await village.as('rita')
  expect((await rita.get('/c/reading-together/questions')).status).toBe(200)
  const kept = await house.db.asSystem('command-line', (tx) =>
    tx.one(sql<{ name: string }>`select name from community.community where id = ${place.id}`),
  )
  expect(kept?.name).toBe('Reading together')
})

it('takes everything again once it is open', async () => {
  await stand('closed')
  await stand('maturing')
  expect(await village.raise('rita', 'And now?')).toBeGreaterThan(0)
})
