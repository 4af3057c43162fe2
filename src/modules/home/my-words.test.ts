/** My words: one finds again what one said and wrote, page by page; nobody else does. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../../tests/village/questions.ts'
import { openVillage, type Village } from '../../../tests/village/village.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { raise } from '../challenge/actions/raise.ts'
import { reflect } from '../challenge/reflection/actions.ts'
import { withdraw } from '../dialogue/actions/amending.ts'
import { say } from '../dialogue/actions/speaking.ts'
import { openThread } from '../dialogue/public.ts'
import { urls } from './urls.ts'

let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

const seen = async (who: VillagerName, path: string) => {
  const answer = await (await village.as(who)).get(path)
  return { status: answer.status, html: await answer.text() }
}

test('What Rita said stands there, newest first and twenty a page; what she took back has no words', async () => {
  const { house, communities } = village
  const scope = village.scope('rita')
  expect((await seen('rita', urls.myWords())).html).toContain('Nothing here yet')
  const community = communities.reading.id
  const thread = await house.db.write(scope, (tx) =>
    openThread(tx, scope, {
      community,
      subject: null,
      title: 'Pages',
      audience: `community:${community}`,
      language: 'en',
    }),
  )
  const speak = (text: string) =>
    must(say(house, scope, { thread, community, text, language: 'en', circle: 'community', replyTo: undefined }))
  for (let n = 1; n <= 22; n++) await speak(`My page number ${n}.`)
  const { id } = await speak('A slip of the tongue.')
  await must(withdraw(house, scope, id))

  const first = (await seen('rita', urls.myWords())).html
  expect(first).toContain('You took this back.')
  expect(first).not.toContain('slip of the tongue')
  expect(first.indexOf('My page number 22.')).toBeLessThan(first.indexOf('My page number 21.'))
  expect(first).not.toContain('My page number 3.')
  expect(first).toContain(`href="${urls.myWords({}, { page: 2 })}"`)
  const second = (await seen('rita', urls.myWords({}, { page: 2 }))).html
  expect(second).toContain('My page number 3.')
  for (const odd of ['0', '-1', '1.5', 'x', '99999999999']) {
    expect((await seen('rita', urls.myWords({}, { page: odd }))).html).toContain('My page number 22.')
  }
  expect((await seen('marta', urls.myWords())).html).not.toContain('My page number')
})

test('Reflections stand beside, with their question; a reflection shared by another does not', async () => {
  const { house } = village
  const place = {
    ...village.communities.reading,
    name: 'Reading together',
    language: 'en' as const,
    invented: true,
    open: false,
  }
  const question = { question: 'What would we dare?', language: 'en' as const, circle: 'community' as const }
  const { id } = await must(raise(house, village.scope('marta'), place, { ...question, aboutChild: 'no', help: [] }))
  const answers = { provisional: '', meeting: '', together: 'We know more.', change: '', dare: 'Let him choose.' }
  await must(reflect(house, village.scope('rita'), id, { answers, language: 'en' }))
  const { html } = await seen('rita', urls.myReflections())
  expect(html).toContain('We know more. · Let him choose.')
  expect(html).toContain('What would we dare?')
  expect((await seen('marta', urls.myReflections())).html).not.toContain('Let him choose.')
})

test('Me leads there; a visitor is asked to sign in', async () => {
  expect((await seen('rita', '/me')).html).toContain(`href="${urls.myWords()}"`)
  for (const path of [urls.myWords(), urls.myReflections()]) {
    const answer = await village.visitor().get(path)
    expect([302, 303]).toContain(answer.status)
    expect(answer.headers.get('location')).toContain('/sign-in')
  }
})
