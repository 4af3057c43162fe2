// A student a story shows answers for themselves, with their guardians: the gate follows, and a no takes the story down.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../../../tests/village/questions.ts'
import { openStory, type StoryVillage } from '../../../../tests/village/story.ts'
import * as agreeing from '../../safeguarding/agreeing/actions.ts'
import { urls } from '../urls.ts'
import { consentFrom, followAnswers } from './linked.ts'
import { openGates } from './opening.ts'

let village: StoryVillage
let guardian: number
const story = { what: 'words', circle: 'public' } as const
const place = () => village.communities.reading
beforeAll(async () => {
  village = await openStory()
  const input = { student: village.people.tomas, name: 'Célia', language: 'pt' }
  guardian = (await must(agreeing.addGuardian(village.house, village.scope('ines'), place(), input))).id
})
afterAll(() => village.close())

const shown = async () =>
  (
    await village.house.db.asSystem('job', (tx) =>
      tx.rows(
        sql<{
          consent: string
          child: boolean
        }>`select consent, child from library.story_depicted where person_id is not null`,
      ),
    )
  )[0]
const family = (yes: boolean, until: string | null = null) =>
  agreeing.recordAnswers(
    village.house,
    village.scope('ines'),
    place(),
    guardian,
    { answers: [{ ...story, yes }], way: 'paper', until },
    { afterAnswer: followAnswers },
  )
const own = (yes: boolean) =>
  agreeing.sayMyself(village.house, village.scope('tomas'), place(), { ...story, yes }, followAnswers)

test.each([
  [{ may: false, no: true, young: true, own: true }, 'no'],
  [{ may: true, no: false, young: true, own: true }, 'both'],
  [{ may: true, no: false, young: false, own: true }, 'self'],
  [{ may: false, no: false, young: true, own: true }, 'self'],
  [{ may: false, no: false, young: true, own: false }, 'not-asked'],
] as const)('answers as the gate reads them: %j is %s', (agreement, consent) => {
  expect(consentFrom(agreement)).toBe(consent)
})

test('only a student of the community can be named, and nobody writes a consent for them by hand', async () => {
  const add = (person: number) =>
    village.act('rita', urls.depicted(village.address), {
      label: 'the boy we call Theo',
      child: 'yes',
      consent: 'both',
      person: String(person),
    })
  expect((await add(village.people.marta)).status).toBe(422)
  expect((await add(village.people.tomas)).status).toBe(303)
  expect(await shown()).toEqual({ consent: 'not-asked', child: true })
  const [row] = await village.house.db.asSystem('job', (tx) =>
    tx.rows(sql<{ id: number }>`select id from library.story_depicted where person_id is not null`),
  )
  const one = { ...village.address, depicted: row?.id ?? 0 }
  expect((await village.act('rita', urls.depictedOne(one), { consent: 'both' })).status).toBe(422)
  await village.write()
  await village.ready()
  const page = await village.page('rita', urls.story(village.address))
  expect(page.html).toContain('This is Tomás.')
  expect((await village.page('paulo', urls.story(village.address))).html).not.toContain('This is Tomás.')
})

test('D4: child and family say yes by themselves, the gate follows, and a later no takes the story down at once', async () => {
  await must(own(true))
  expect(await shown()).toMatchObject({ consent: 'self' })
  await must(family(true))
  expect(await shown()).toMatchObject({ consent: 'both' })
  const address = await village.out({ to: 'public' })
  expect((await village.asVisitor(address)).status).toBe(200)
  await must(own(false))
  expect(await shown()).toMatchObject({ consent: 'no' })
  expect((await village.asVisitor(address)).status).toBe(410)
})

test('a yes that ends with a day ends by itself', async () => {
  await must(own(true))
  await must(family(true, '2026-12-24'))
  expect(await shown()).toMatchObject({ consent: 'both' })
  village.clock.at = new Date('2027-01-02T10:00:00Z')
  await village.house.db.asSystem('job', (tx) => openGates(tx))
  expect(await shown()).toMatchObject({ consent: 'self' })
})
