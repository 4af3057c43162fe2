/** Tokens for programs: made once, seen once, ended at once, and never more than their person. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBareVillage } from '../../../../tests/village/bare.ts'
import type { Village } from '../../../../tests/village/village.ts'
import { openLetter } from '../actions.ts'
import { tokenHash } from '../secret.ts'
import { insertLetter } from '../store.ts'
import { urls } from '../urls.ts'
import { createToken, endToken, makeToken } from './actions.ts'
import { tokenHolder, tokensOf } from './store.ts'
import { isSecret, rightsKept } from './token.ts'

let village: Village
beforeAll(async () => {
  village = await openBareVillage()
})
afterAll(() => village.close())

const input = { name: 'School archive', rights: ['read'], days: 30 } as const
const holder = async (secret: string) =>
  (await village.house.db.read({ personId: null }, tokenHolder(tokenHash(secret), village.clock.at)))[0][0]
const made = async (outcome: ReturnType<typeof makeToken>) => {
  const answer = await outcome
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

it('answers a secret that is recognised, and keeps only its hash', async () => {
  const token = await made(makeToken(village.house, village.scope('rita'), input))
  expect(isSecret(token.secret)).toBe(true)
  expect(await holder(token.secret)).toMatchObject({ name: 'Rita Vale', rights: ['read'], token_id: token.id })
  const rows = await village.house.db.asSystem('command-line', (tx) => tx.rows(sql`select * from people.token`))
  expect(JSON.stringify(rows)).not.toContain(token.secret)
})

it('shows nobody a hash, and each person only their own', async () => {
  await made(makeToken(village.house, village.scope('joana'), { ...input, name: 'Mine alone' }))
  const [seen] = await village.house.db.read(village.scope('rita'), tokensOf(village.scope('rita')))
  expect(seen.map((token) => token.name)).not.toContain('Mine alone')
  const [others] = await village.house.db.read(village.scope('rita'), sql`select id, name from people.token`)
  expect(others).toHaveLength(seen.length)
  await expect(village.house.db.read(village.scope('rita'), sql`select token_hash from people.token`)).rejects.toThrow(
    /permission denied/,
  )
})

it('ends at once, and when its time is over', async () => {
  const scope = village.scope('rita')
  const ended = await made(makeToken(village.house, scope, input))
  expect(await endToken(village.house, village.scope('joana'), ended.id)).toMatchObject({ reason: 'token.gone' })
  expect(await holder(ended.secret)).toBeDefined()
  expect(await endToken(village.house, scope, ended.id)).toMatchObject({ ok: true })
  expect(await endToken(village.house, scope, ended.id)).toMatchObject({ reason: 'token.gone' })
  expect(await holder(ended.secret)).toBeUndefined()
  const old = await made(makeToken(village.house, scope, { ...input, days: 1 }))
  const before = village.clock.at
  village.clock.at = new Date(before.getTime() + 24 * 3600 * 1000)
  expect(await holder(old.secret)).toBeUndefined()
  village.clock.at = before
})

it('is made once by two clicks, and the last answer is the one that works', async () => {
  const scope = village.scope('paulo')
  const [one, two] = await Promise.all([
    made(makeToken(village.house, scope, input, 'a-form-of-paulo-1')),
    made(makeToken(village.house, scope, input, 'a-form-of-paulo-1')),
  ])
  const [tokens] = await village.house.db.read(scope, tokensOf(scope))
  expect(tokens).toHaveLength(1)
  expect([await holder(one.secret), await holder(two.secret)].filter(Boolean)).toHaveLength(1)
  expect(await makeToken(village.house, village.scope('ana'), input, 'a-form-of-paulo-1')).toMatchObject({
    reason: 'token.made',
  })
})

it('refuses a life too long, a visitor, a placeholder, and the twenty-first', async () => {
  for (const days of [0, -1, 1.5, 367, Number.NaN])
    expect(await makeToken(village.house, village.scope('henk'), { ...input, days })).toMatchObject({
      reason: 'token.days',
    })
  expect(await makeToken(village.house, village.visitorScope, input)).toMatchObject({ reason: 'token.nobody' })
  const nobody = await village.house.db.asSystem('command-line', async (tx) => {
    const made = await tx.one(
      sql<{
        id: number
      }>`insert into people.person (name, kind, created_at) values ('Old', 'placeholder', ${tx.now}) returning id`,
    )
    return createToken(tx, { ...input, personId: made?.id ?? 0 })
  })
  expect(nobody).toMatchObject({ reason: 'token.nobody' })
  for (let i = 0; i < 20; i++) await made(makeToken(village.house, village.scope('henk'), input))
  expect(await makeToken(village.house, village.scope('henk'), input)).toMatchObject({ reason: 'token.tooMany' })
})

it('always reads, and writes only when asked', () => {
  expect(rightsKept([])).toEqual(['read'])
  expect(rightsKept(['write', 'write', 'rule'])).toEqual(['read', 'write'])
})

it('is made on a page, shown there once, and ended there', async () => {
  const ana = await village.as('ana')
  expect(await (await ana.get(urls.me())).text()).toContain(`href="${urls.programs()}"`)
  const fields = { name: 'School <archive>', rights: 'write', days: '90', once: 'a-form-of-ana-0001' }
  const wrong = await ana.post(urls.programs(), { ...fields, name: ' ', days: '1000' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toMatch(/Dê um nome à chave.*Escolha quanto tempo/s)
  const page = await (await ana.post(urls.programs(), fields)).text()
  const secret = /ciranda_[\w-]{43}/.exec(page)?.[0] ?? ''
  expect(await holder(secret)).toMatchObject({ rights: ['read', 'write'] })
  const again = await (await ana.post(urls.programs(), fields)).text()
  const last = /ciranda_[\w-]{43}/.exec(again)?.[0] ?? ''
  expect([await holder(secret), (await holder(last))?.name]).toEqual([undefined, 'Ana Costa'])
  const list = await (await ana.get(urls.programs())).text()
  expect(list).toContain('School &lt;archive')
  expect(list).not.toContain(last)
  const id = Number(/programs\/(\d+)\/end/.exec(list)?.[1])
  expect((await (await village.as('rita')).post(urls.endProgram({ id }))).status).toBe(422)
  expect((await ana.post(urls.endProgram({ id }))).status).toBe(303)
  expect(await holder(last)).toBeUndefined()
  expect((await ana.post(urls.endProgram({ id: 'x' }))).status).toBe(303)
})

it('ends with the first letter when the address was not proven before', async () => {
  const personId = village.people.joana
  const { secret } = await made(makeToken(village.house, village.scope('joana'), input))
  await village.house.db.asSystem('command-line', async (tx) => {
    await tx.rows(sql`update people.account set verified_at = null where person_id = ${personId}`)
    await tx.rows(
      insertLetter({
        hash: tokenHash('a letter'),
        personId,
        returnTo: null,
        expires: new Date(tx.now.getTime() + 1000),
      }),
    )
  })
  expect(await holder(secret)).toBeDefined()
  expect(await openLetter(village.house, 'a letter')).toMatchObject({ ok: true })
  expect(await holder(secret)).toBeUndefined()
})
