/** Our rhythm on a real database: proposing and confirming, quiet, rest, handing over, farewell, opening again. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBareVillage } from '../../../../tests/village/bare.ts'
import { must } from '../../../../tests/village/questions.ts'
import type { Village } from '../../../../tests/village/village.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { Declined } from '../../../platform/db/declined.ts'
import type { Place } from '../../people/contract.ts'
import { recipientOf } from '../../people/public.ts'
import { leave, tend } from '../actions/belonging.ts'
import { answer, conclude, propose, takeBack } from './actions/asking.ts'
import { askToTakeOver, leaveAsItIs, takeOver } from './actions/handing-over.ts'
import { goOn, move } from './actions/resting.ts'
import { rhythmTasks } from './jobs.ts'
import { notices } from './notices.ts'
import { quietAtRest } from './resting.ts'
import type { Proposable } from './stage.ts'
import { handoversOf, openProposal, rhythmAtHome, rhythmOf } from './store.ts'
import { rhythmUrls as urls } from './urls.ts'

const DAY_MS = 86_400_000

let village: Village
let place: Place
beforeAll(async () => {
  village = await openBareVillage()
  const { id, slug } = village.communities.reading
  place = { id, slug, name: 'Reading together', language: 'en', invented: true, open: false }
})
afterAll(() => village.close())

const proposing = (stage: Proposable, farewell: string | null = null) =>
  ({ stage, why: 'We try things now.', farewell, learned: null, language: 'en' }) as const
const proposed = (stage: Proposable, farewell?: string) =>
  must(propose(village.house, village.scope('ines'), place, proposing(stage, farewell ?? null)))
const says = (who: VillagerName, proposal: number, yes: boolean) =>
  answer(village.house, village.scope(who), place, { proposal, yes, words: null, language: 'en' })
const standing = async (who: VillagerName = 'ines') =>
  (await village.house.db.read(village.scope(who), rhythmOf(village.scope(who), place.id)))[0][0]
const atHome = async (who: VillagerName) =>
  (await village.house.db.read(village.scope(who), rhythmAtHome(village.scope(who), place.id)))[0][0]
const pass = (days: number) => {
  village.clock.at = new Date(village.clock.at.getTime() + days * DAY_MS)
}
const owner = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))

/** What a fact of this kind, the newest, tells somebody now. */
const told = async (who: VillagerName, kind: string) => {
  const [fact] = await owner(sql<{ id: number; at: Date; subject: number }>`
    select id, at, subject_id as subject from platform.fact
    where kind = ${kind} and community_id = ${place.id} order by id desc limit 1`)
  const source = notices(village.house).find(({ facts }) => facts.includes(kind))
  if (!fact || !source) throw new Error(`Nothing of the kind ${kind}`)
  const whole = { ...fact, kind, subject: { kind: 'thing', id: fact.subject }, community: place.id }
  const audience = await village.house.db.asSystem('facts', (tx) => source.audience(tx, whole))
  const to = await village.house.db.asSystem('job', (tx) => recipientOf(tx, village.people[who]))
  if (!to || !audience.includes(village.people[who])) return undefined
  return source.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, whole)
}

describe('a stage', () => {
  it('is proposed by a facilitator alone, one at a time, and asks the group', async () => {
    const { house, scope } = village
    expect(await propose(house, scope('rita'), place, proposing('maturing'))).toMatchObject({
      reason: 'facilitatorsOnly',
    })
    const two = await Promise.all(
      ['maturing', 'stewardship'].map((stage) => propose(house, scope('ines'), place, proposing(stage as Proposable))),
    )
    expect(two.map((one) => one.ok).sort()).toEqual([false, true])
    expect([(await atHome('rita'))?.asks, (await atHome('ines'))?.asks]).toEqual([true, false])
    expect(await told('ines', 'stage.proposed')).toBeUndefined()
    expect(await told('rita', 'stage.proposed')).toMatchObject({ quote: { words: 'We try things now.' } })
    const open = two.find((one) => one.ok)
    await must(takeBack(house, scope('ines'), place, open?.ok ? open.value.id : 0))
    expect(await told('rita', 'stage.proposed')).toBeUndefined()
  })

  it('is confirmed by the group, never before its time, and never by those who do not belong', async () => {
    const { house, scope } = village
    const { id } = await proposed('maturing')
    expect(await says('zuzana', id, true)).toMatchObject({ ok: false })
    await must(says('rita', id, false))
    await must(says('rita', id, true))
    expect(await conclude(house, scope('rita'), place, id)).toMatchObject({ reason: 'facilitatorsOnly' })
    expect(await conclude(house, scope('ines'), place, id)).toMatchObject({ reason: 'conclude.early' })
    pass(15)
    expect(await says('joana', id, false)).toMatchObject({ reason: 'answer.over' })
    const twice = await Promise.all([1, 2].map(() => conclude(house, scope('ines'), place, id)))
    expect(twice.filter((one) => one.ok)).toMatchObject([{ value: { confirmed: true } }])
    expect((await standing())?.stage).toBe('maturing')
    expect(await propose(house, scope('ines'), place, proposing('maturing'))).toMatchObject({
      reason: 'propose.already',
    })
  })

  it('keeps what was typed when something is missing, and is no fault of ours when nonsense comes', async () => {
    const ines = await village.as('ines')
    const { slug } = place
    const kept = await ines.post(urls.proposals({ slug }), { stage: '', why: 'Because we try.' })
    expect(kept.status).toBe(422)
    expect(await kept.text()).toContain('Because we try.')
    for (const [where, fields] of [
      [urls.proposals({ slug }), { stage: 'best', why: 'x' }],
      [urls.farewells({ slug }), { ending: 'x', farewell: '' }],
      [urls.answers({ slug, proposal: 1 }), { answer: 'maybe', words: '' }],
      [urls.answers({ slug, proposal: 999 }), { answer: 'yes', words: '' }],
      [urls.conclusion({ slug, proposal: 'x' }), {}],
      [urls.takingBack({ slug, proposal: 999 }), {}],
      [urls.moves({ slug }), { move: 'burn' }],
      [urls.moves({ slug }), { move: 'wake' }],
      [urls.handovers({ slug }), { to: 'x' }],
      [urls.handovers({ slug }), { to: '9e99' }],
      [urls.handovers({ slug }), { to: '' }],
      [urls.handover({ slug, handover: 999 }), { answer: 'yes' }],
    ] as const)
      expect([400, 404, 422], `${where} ${JSON.stringify(fields)}`).toContain((await ines.post(where, fields)).status)
    expect((await (await village.as('zuzana')).get(urls.rhythm({ slug }))).status).toBe(404)
    expect((await (await village.as('rita')).post(urls.moves({ slug }), { move: 'rest' })).status).toBe(404)
  })
})

describe('handing over', () => {
  it('changes nothing until the other says yes, and then both roles in one step', async () => {
    const { house, scope, people } = village
    expect(await askToTakeOver(house, scope('ines'), place, people.zuzana)).toMatchObject({ reason: 'handover.whom' })
    expect(await askToTakeOver(house, scope('rita'), place, people.joana)).toMatchObject({ reason: 'facilitatorsOnly' })
    const { id } = await must(askToTakeOver(house, scope('ines'), place, people.rita))
    expect(await askToTakeOver(house, scope('ines'), place, people.joana)).toMatchObject({ reason: 'handover.open' })
    expect(await told('rita', 'handover.asked')).toMatchObject({ button: { label: 'Answer' } })
    expect(await takeOver(house, scope('joana'), place, id)).toMatchObject({ reason: 'handover.gone' })
    await must(leaveAsItIs(house, scope('rita'), place, id))
    expect(await takeOver(house, scope('rita'), place, id)).toMatchObject({ reason: 'handover.gone' })
    const again = await must(askToTakeOver(house, scope('ines'), place, people.rita))
    const twice = await Promise.all([1, 2].map(() => takeOver(house, scope('rita'), place, again.id)))
    expect(twice.map((one) => one.ok).sort()).toEqual([false, true])
    const roles = await owner(sql<{ person_id: number; role: string }>`
      select person_id, role from community.membership
      where community_id = ${place.id} and person_id in (${people.rita}, ${people.ines}) order by person_id`)
    expect(new Map(roles.map((one) => [one.person_id, one.role]))).toEqual(
      new Map([
        [people.rita, 'facilitator'],
        [people.ines, 'member'],
      ]),
    )
    await owner(sql`update community.membership set role = case when person_id = ${people.ines} then 'facilitator'
      else 'member' end where community_id = ${place.id} and person_id in (${people.rita}, ${people.ines})`)
  })
})

describe('quiet', () => {
  const ask = async () => void (await rhythmTasks(village.house)['community:ask-the-quiet']?.({}))

  it('is asked about once, of facilitators, until somebody says that it goes on', async () => {
    const { house, scope } = village
    await owner(sql`update community.community set meets_on = null where id = ${place.id}`)
    pass(50)
    await ask()
    pass(1)
    await ask()
    const asked = await owner(sql<{ id: number }>`
      select id from platform.fact where kind = 'community.quiet' and community_id = ${place.id}`)
    expect(asked).toHaveLength(1)
    expect(await told('ines', 'community.quiet')).toMatchObject({ button: { label: 'See our rhythm' } })
    expect(await told('rita', 'community.quiet')).toBeUndefined()
    expect(await goOn(house, scope('rita'), place)).toMatchObject({ reason: 'facilitatorsOnly' })
    await must(goOn(house, scope('ines'), place))
    expect((await standing())?.quiet).toBe(false)
    expect(await told('ines', 'community.quiet')).toBeUndefined()
  })

  it('may rest, and wakes to the stage it had', async () => {
    const { house, scope } = village
    const twice = await Promise.all([1, 2].map(() => move(house, scope('ines'), place, 'rest')))
    expect(twice.map((one) => one.ok).sort()).toEqual([false, true])
    expect(await told('rita', 'community.rested')).toMatchObject({ subject: 'Reading together is resting' })
    expect((await atHome('rita'))?.stage).toBe('dormant')
    await must(move(house, scope('ines'), place, 'wake'))
    expect((await standing())?.stage).toBe('maturing')
    expect(await told('rita', 'community.rested')).toBeUndefined()
  })
})

describe('a farewell', () => {
  it('closes for writing, not for reading, taking back and leaving; and a facilitator opens again', async () => {
    const { house, scope } = village
    const handing = await must(askToTakeOver(house, scope('ines'), place, village.people.joana))
    const { id } = await proposed('closed', 'Thank you all.')
    pass(15)
    expect(await must(conclude(house, scope('ines'), place, id))).toEqual({ confirmed: true, stage: 'closed' })
    expect(await atHome('rita')).toMatchObject({ stage: 'closed', farewell: 'Thank you all.', asks: false })
    expect(await told('rita', 'community.closed')).toMatchObject({ quote: { words: 'Thank you all.' } })
    const page = await (await village.as('rita')).get(urls.rhythm({ slug: place.slug }))
    expect(await page.text()).toContain('Thank you all.')
    await expect(tend(house, scope('ines'), place, { name: 'A', purpose: 'B' })).rejects.toThrow(Declined)
    const refused = await (await village.as('ines')).post(`/c/${place.slug}/name`, { name: 'A', purpose: 'B' })
    expect([refused.status, (await refused.text()).includes('has closed')]).toEqual([409, true])
    await expect(takeOver(house, scope('joana'), place, handing.id)).rejects.toThrow(Declined)
    await must(leaveAsItIs(house, scope('joana'), place, handing.id))
    await must(leave(house, scope('marta'), place))
    expect(await move(house, scope('rita'), place, 'reopen')).toMatchObject({ reason: 'facilitatorsOnly' })
    await must(move(house, scope('ines'), place, 'reopen'))
    expect((await standing())?.stage).toBe('maturing')
    await must(tend(house, scope('ines'), place, { name: 'Reading together', purpose: 'B' }))
  })
})

describe('the second wall', () => {
  it('shows proposals, answers and handing over to nobody outside, and lets nobody answer for another', async () => {
    const { house, scope, people } = village
    const { id } = await proposed('stewardship')
    await must(askToTakeOver(house, scope('ines'), place, people.rita))
    const rows = async (asker: ReturnType<typeof scope>) =>
      (
        await house.db.read(
          asker,
          sql`select from community.stage_proposal where id = ${id}`,
          sql`select from community.stage_answer where proposal_id = ${id}`,
          sql`select from community.handover where community_id = ${place.id} and outcome is null`,
        )
      ).map((found) => found.length)
    expect(await rows(scope('rita'))).toEqual([1, 1, 1])
    expect(await rows(scope('joana'))).toEqual([1, 1, 0])
    expect(await rows(scope('zuzana'))).toEqual([0, 0, 0])
    expect(await rows(village.visitorScope)).toEqual([0, 0, 0])
    const forAnother = sql`insert into community.stage_answer (proposal_id, community_id, person_id, yes, language, at)
      values (${id}, ${place.id}, ${people.joana}, true, 'en', now())`
    await expect(house.db.write(scope('rita'), (tx) => tx.rows(forAnother))).rejects.toThrow(/row-level security/)
    const found = await house.db.read(
      scope('zuzana'),
      openProposal(scope('zuzana'), place.id),
      handoversOf(scope('zuzana'), place.id),
    )
    expect(found).toEqual([[], []])
  })
})

describe('letters of a community that rests', () => {
  it('stop while it rests, but for its rhythm, what is asked by name, and what stands on the page', async () => {
    const source = (more: object) =>
      quietAtRest(village.house)({
        facts: ['thing.done'],
        topic: { key: 'thing', label: () => 'thing' },
        urgency: 'told',
        audience: async () => [],
        say: async () => ({ subject: 'Something', text: 'Something.', button: { label: 'Look', href: '/' } }),
        ...more,
      })
    const says = async (more: object, on: 'letter' | 'page' = 'letter', community: number | null = place.id) => {
      const to = { scope: village.scope('rita'), lang: 'en', zone: 'Europe/Lisbon', on } as const
      const fact = { kind: 'thing.done', subject: { kind: 'thing', id: 1 }, community }
      return (await source(more).say(to, fact)) !== undefined
    }
    const all = async () => [
      await says({}),
      await says({}, 'page'),
      await says({}, 'letter', null),
      await says({ urgency: 'asked' }),
      await says({ evenAtRest: true }),
    ]
    const before = await standing()
    const set = (stage: string) => owner(sql`update community.community set stage = ${stage} where id = ${place.id}`)
    await set('dormant')
    expect(await all()).toEqual([false, true, true, true, true])
    await set('maturing')
    expect(await all()).toEqual([true, true, true, true, true])
    await set(before?.stage ?? 'potential')
  })
})
