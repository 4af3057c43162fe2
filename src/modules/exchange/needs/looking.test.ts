/** A student's words in needs, thanks and answers: the adults hear them at once, everybody else after one adult's look. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBareVillage } from '../../../../tests/village/bare.ts'
import { must } from '../../../../tests/village/questions.ts'
import type { Village } from '../../../../tests/village/village.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { recipientOf } from '../../people/public.ts'
import { answerNeed } from './actions/answering.ts'
import { openAnswerForAll, openForAll } from './actions/looking.ts'
import { meet, sayNeed, takeBackNeed } from './actions/saying.ts'
import type { needCircles } from './contract.ts'
import { notices } from './notices.ts'
import { answersTo } from './store/answer.ts'
import { waitingHere } from './store/look.ts'
import { needById, newestOpen } from './store/need.ts'

let village: Village
let place: { id: number; slug: string }
beforeAll(async () => {
  village = await openBareVillage()
  place = village.communities.reading
})
afterAll(() => village.close())

const says = async (who: VillagerName, text: string, audience: (typeof needCircles)[number] = 'community') =>
  (await must(sayNeed(village.house, village.scope(who), place, { kind: 'need', text, audience, language: 'en' }))).id
/** As somebody hears now, with the seats of this moment. */
const scopeOf = async (who: VillagerName) => {
  const to = await village.house.db.asSystem('job', (tx) => recipientOf(tx, village.people[who]))
  if (!to) throw new Error(`${who} is nobody`)
  return to.scope
}
const answers = async (who: VillagerName, id: number, words: string) =>
  answerNeed(village.house, await scopeOf(who), place, id, { words, language: 'en' })
const hears = async (who: VillagerName, id: number) => {
  const scope = await scopeOf(who)
  const [[need], said, listed] = await village.house.db.read(
    scope,
    needById(scope, place.id, id),
    answersTo(scope, id),
    newestOpen(scope, [place.id], 50),
  )
  return { need: need?.words, answers: said.map((one) => one.words), listed: listed.some((one) => one.id === id) }
}
const waits = async (who: VillagerName) => {
  const scope = await scopeOf(who)
  return (await village.house.db.read(scope, waitingHere(scope, place.id)))[0].map(({ id }) => id)
}
const kinds = async (id: number) =>
  (
    await village.house.db.asSystem('command-line', (tx) =>
      tx.rows(
        sql<{
          kind: string
        }>`select kind from platform.fact where subject_kind = 'need' and subject_id = ${id} order by id`,
      ),
    )
  ).map(({ kind }) => kind)
const told = async (who: VillagerName, kind: string, id: number, subject: 'need' | 'need-answer') => {
  const source = notices(village.house).find(({ facts }) => facts.includes(kind))
  const fact = { id: 0, at: village.clock.at, kind, subject: { kind: subject, id }, community: place.id }
  const audience = await village.house.db.asSystem('facts', async (tx) => source?.audience(tx, fact))
  if (!audience?.includes(village.people[who])) return undefined
  return source?.say({ scope: await scopeOf(who), lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, fact)
}

it('what a student needs is heard by the adults, and by everybody after one of them looked', async () => {
  const id = await says('tomas', 'A seat by the window.')
  expect(await kinds(id)).toEqual(['need.waits'])
  expect(await hears('marta', id)).toEqual({ need: undefined, answers: [], listed: false })
  expect(await hears('ines', id)).toMatchObject({ need: 'A seat by the window.', listed: false })
  expect([await waits('ines'), await waits('tomas'), await waits('marta')]).toEqual([[id], [id], []])
  expect(await told('ines', 'need.waits', id, 'need')).toMatchObject({
    subject: 'A student’s words wait for your look',
  })
  expect(await told('marta', 'need.waits', id, 'need')).toBeUndefined()
  expect(await answers('ines', id, 'Yes.')).toMatchObject({ reason: 'answer.waits' })
  const { house } = village
  expect(await openForAll(house, await scopeOf('tomas'), place, id)).toMatchObject({ reason: 'look.notYours' })
  expect(await openForAll(house, await scopeOf('marta'), place, id)).toMatchObject({ reason: 'gone' })
  const both = await Promise.all([
    openForAll(house, await scopeOf('ines'), place, id),
    openForAll(house, await scopeOf('henk'), place, id),
  ])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await kinds(id)).toEqual(['need.waits', 'need.opened'])
  expect(await hears('marta', id)).toMatchObject({ need: 'A seat by the window.', listed: true })
  const news = await told('marta', 'need.opened', id, 'need')
  expect(news?.subject).toBe('Somebody in Reading together needs something')
  expect(news?.quote).toBeUndefined()
  expect(await told('ines', 'need.waits', id, 'need')).toBeUndefined()
})

it('so are a student’s thanks, and what a student answers; the press alone waits for nothing', async () => {
  const { house } = village
  const id = await says('rita', 'Somebody to carry chairs.')
  const { id: answer } = await must(answers('tomas', id, 'Me and a friend.'))
  expect(await hears('rita', id)).toMatchObject({ answers: [] })
  expect(await hears('henk', id)).toMatchObject({ answers: ['Me and a friend.'] })
  expect(await waits('henk')).toContain(id)
  expect(await told('henk', 'need-answer.waits', answer, 'need-answer')).toBeDefined()
  expect(await told('rita', 'need-answer.said', answer, 'need-answer')).toBeUndefined()
  await must(openAnswerForAll(house, await scopeOf('henk'), place, id, answer))
  expect(await hears('rita', id)).toMatchObject({ answers: ['Me and a friend.'] })
  expect((await told('rita', 'need-answer.opened', answer, 'need-answer'))?.text).toBe('You were answered.')
  const other = await says('joana', 'A rope.')
  await must(answers('tomas', other, ''))
  expect(await hears('joana', other)).toMatchObject({ answers: [''] })

  const mine = await says('tomas', 'A ruler.')
  await must(openForAll(house, await scopeOf('ines'), place, mine))
  await must(answers('marta', mine, 'Take ours.'))
  const thanks = { with: village.people.marta, thanks: 'Obrigado, Marta.', language: 'pt' } as const
  await must(meet(house, await scopeOf('tomas'), place, mine, thanks))
  expect(await kinds(mine)).toEqual(['need.waits', 'need.opened', 'need.waits'])
  expect((await hears('marta', mine)).need).toBeUndefined()
  await must(openForAll(house, await scopeOf('ines'), place, mine))
  expect((await kinds(mine)).at(-1)).toBe('need.met')
  expect((await hears('marta', mine)).need).toBe('A ruler.')
})

it('what a student says to the facilitators, or takes back, waits for nobody', async () => {
  const id = await says('tomas', 'A talk.', 'facilitators')
  expect(await kinds(id)).toEqual(['need.said'])
  const other = await says('tomas', 'A rug.')
  village.clock.at = new Date(village.clock.at.getTime() + 11 * 60_000)
  await must(takeBackNeed(village.house, await scopeOf('tomas'), place, other))
  expect(await waits('ines')).not.toContain(other)
})

it('no adult opens by the back door what is not theirs to open', async () => {
  const id = await says('tomas', 'A lamp.')
  for (const who of ['marta', 'tomas', 'zuzana'] as const) {
    const scope = await scopeOf(who)
    const opened = await village.house.db.write(scope, (tx) =>
      tx.rows(sql<{ id: number | null }>`select exchange.open_need(${id}) as id`),
    )
    expect(opened, who).toEqual([{ id: null }])
    const changed = village.house.db.write(scope, (tx) =>
      tx.rows(sql`update exchange.need set waits = false where id = ${id}`),
    )
    await expect(changed).rejects.toThrow('permission denied')
  }
})
