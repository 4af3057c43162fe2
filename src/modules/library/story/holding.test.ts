/** The gate in the village: each way a story is held on its way out, through the doors as people use them. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStory, type StoryVillage } from '../../../../tests/village/story.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { urls } from '../urls.ts'
import { openGates } from './opening.ts'

const core: VillagerName[] = ['ines', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana', 'henk']

let village: StoryVillage
beforeEach(async () => {
  village = await openStory()
})
afterEach(() => village.close())

describe('the gate', () => {
  test('lists each unmet condition in plain words', async () => {
    await village.write()
    await village.ready()
    const { html } = await village.page('rita')
    expect(html).toContain('Nobody has looked yet whether a child can be recognised')
    expect(html).toContain('Our circle has not been asked yet')
    expect((await village.ask()).status).toBe(422)
  })

  test('somebody depicted who was not asked, or said no, holds it', async () => {
    await village.write()
    await village.ready()
    await village.check()
    await village.act('rita', urls.depicted(village.address), {
      label: 'the boy we call Theo',
      child: 'yes',
      consent: 'not-asked',
    })
    expect((await village.ask()).status).toBe(422)
    expect((await village.page('rita')).html).toContain('Not asked yet: the boy we call Theo')
    const found = /depicted\/(\d+)"/.exec((await village.page('rita')).html)?.[1] ?? ''
    await village.act('rita', urls.depictedOne({ ...village.address, depicted: found }), { consent: 'self' })
    expect((await village.ask()).status).toBe(422)
    await village.act('rita', urls.depictedOne({ ...village.address, depicted: found }), { consent: 'guardian' })
    expect((await village.page('rita')).html).toContain('Written down by Rita Vale on 24 November 2026')
    expect((await village.ask()).status).toBe(303)
  })

  test('who does not tend the story never reads who was depicted', async () => {
    await village.write()
    await village.ready()
    await village.act('rita', urls.depicted(village.address), {
      label: 'the boy we call Theo',
      child: 'yes',
      consent: 'not-asked',
    })
    expect((await village.page('tomas')).html).not.toContain('the boy we call Theo')
    expect((await village.page('ines')).html).toContain('the boy we call Theo')
    expect(
      (await village.act('tomas', urls.depicted(village.address), { label: 'x', child: 'yes', consent: 'no' })).status,
    ).toBe(422)
  })

  test('a member’s name holds it until it is changed or kept knowingly', async () => {
    await village.write({ did: 'Then Tomás chose the page.' })
    await village.ready()
    expect((await village.page('rita', urls.check(village.address))).html).toContain('Tomás')
    expect((await village.check()).status).toBe(422)
    expect((await village.check({ kept: ['Tomás'], sure: [] })).status).toBe(422)
    expect((await village.check({ kept: ['Tomás'] })).status).toBe(303)
    expect((await village.ask()).status).toBe(303)
  })

  test('seven days without a no open it, not a second before', async () => {
    await village.toCircle()
    village.pass(7 - 0.0001)
    expect((await village.publish()).status).toBe(422)
    village.pass(0.0001)
    expect((await village.publish()).status).toBe(303)
  })

  test('a yes from everybody opens it at once, also when the last two come together', async () => {
    await village.toCircle()
    const others = core.filter((who) => who !== 'rita')
    for (const who of others.slice(0, -2)) expect((await village.say(who, 'yes')).status).toBe(303)
    expect((await village.publish()).status).toBe(422)
    await Promise.all(others.slice(-2).map((who) => village.say(who, 'yes')))
    expect((await village.standing()).open_since).not.toBeNull()
    expect((await village.publish()).status).toBe(303)
  })

  test('absent ones are listed by name', async () => {
    await village.toCircle()
    await village.say('ines', 'yes')
    const { html } = await village.page('rita')
    expect(html).toMatch(/We wait for [^<]*Paulo Reis/)
    expect(html).not.toMatch(/We wait for [^<]*Inês Duarte/)
  })

  test('a no needs its reason, and sends the story back with it', async () => {
    await village.toCircle()
    expect((await village.say('marta', 'no')).status).toBe(422)
    await village.say('marta', 'no', 'His mother should read it first.')
    expect((await village.standing()).state).toBe('draft')
    expect((await village.page('rita')).html).toContain('His mother should read it first.')
    village.pass(8)
    expect((await village.publish()).status).toBe(422)
  })

  test('a change of the words restarts the seven days and the check', async () => {
    await village.toCircle()
    village.pass(6)
    await village.write({ did: 'Other words' })
    village.pass(6)
    expect((await village.publish()).status).toBe(422)
    await village.check()
    expect((await village.publish()).status).toBe(422)
    village.pass(1)
    expect((await village.publish()).status).toBe(303)
  })

  test('a yes to words that changed meanwhile does not count', async () => {
    await village.toCircle()
    const { round } = await village.standing()
    await village.write({ did: 'Other words' })
    const answer = await village.act('ines', urls.consents(village.address), {
      answer: 'yes',
      reason: '',
      round: String(round),
    })
    expect(answer.status).toBe(422)
  })

  test('guests and observers read along and are not asked', async () => {
    await village.house.db.asSystem('job', (tx) =>
      tx.rows(sql`update community.membership set role = 'observer' where person_id = ${village.people.paulo}`),
    )
    await village.toCircle()
    expect((await village.page('paulo')).status).toBe(200)
    expect((await village.say('paulo', 'yes')).status).toBe(422)
    for (const who of core.filter((one) => one !== 'rita' && one !== 'paulo')) await village.say(who, 'yes')
    expect((await village.publish()).status).toBe(303)
  })

  test('time marks it open, and publishes nothing', async () => {
    await village.toCircle()
    await village.house.db.asSystem('job', openGates)
    expect((await village.standing()).open_since).toBeNull()
    village.pass(7)
    await village.house.db.asSystem('job', openGates)
    await village.house.db.asSystem('job', openGates)
    expect(await village.standing()).toMatchObject({ state: 'circle', entries: 0 })
    expect((await village.standing()).open_since).not.toBeNull()
  })
})
