/** Needs and offers on a real database: said, answered, met or taken back; what is told; what time does; the two walls. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../../../tests/village/questions.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { AddressBook } from '../../../platform/http/address-book.ts'
import { routes as communityRoutes } from '../../community/routes.ts'
import { recipientOf } from '../../people/public.ts'
import { routes as peopleRoutes } from '../../people/routes.ts'
import { answerNeed, takeAnswerBack } from './actions/answering.ts'
import { meet, type Saying, sayNeed, stand, takeBackNeed } from './actions/saying.ts'
import { describeNeeds } from './describe.ts'
import { needTasks } from './jobs.ts'
import { notices } from './notices.ts'
import { needsRoutes } from './routes.ts'
import { needById, newestOpen } from './store/need.ts'
import { urls } from './urls.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

let village: Village
let place: { id: number; slug: string }
beforeAll(async () => {
  village = await openVillage({
    tables: [peopleRoutes, ...communityRoutes, needsRoutes],
    navigation: { entries: [], communityHome: (slug) => `/c/${slug}`, siteHome: () => '/today' },
    addressBook: new AddressBook(),
  })
  place = village.communities.reading
})
afterAll(() => village.close())

const saying = (text: string, more: Partial<Saying> = {}): Saying => ({
  kind: 'need',
  text,
  audience: 'community',
  language: 'en',
  ...more,
})
const says = async (who: VillagerName, text: string, more?: Partial<Saying>) =>
  (await must(sayNeed(village.house, village.scope(who), place, saying(text, more)))).id
const answers = (who: VillagerName, id: number, words = '') =>
  answerNeed(village.house, village.scope(who), place, id, { words, language: 'en' })
const meets = (who: VillagerName, id: number, helper: VillagerName | null, thanks = '') =>
  meet(village.house, village.scope(who), place, id, {
    with: helper && village.people[helper],
    thanks,
    language: 'en',
  })
const needOf = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), needById(village.scope(who), place.id, id)))[0][0]
const listed = async (who: VillagerName) =>
  (await village.house.db.read(village.scope(who), newestOpen(village.scope(who), [place.id], 50)))[0].map(
    ({ id }) => id,
  )
const owner = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
const passes = (ms: number) => {
  village.clock.at = new Date(village.clock.at.getTime() + ms)
}
const page = async (who: VillagerName, address: string) => (await (await village.as(who)).get(address)).text()
const factsOf = (kind: string, id: number) =>
  owner(sql<{ id: number; at: Date; kind: string }>`
    select id, at, kind from platform.fact where subject_kind = ${kind} and subject_id = ${id} order by id`)

/** What the newest fact of a kind tells somebody now; nothing when it does not concern them. */
const told = async (who: VillagerName, kind: string) => {
  const [fact] = await owner(sql<{ id: number; at: Date; subject_kind: string; subject_id: number }>`
    select id, at, subject_kind, subject_id from platform.fact where kind = ${kind} order by id desc limit 1`)
  const source = notices(village.house).find(({ facts }) => facts.includes(kind))
  if (!fact || !source) throw new Error(`Nothing of the kind ${kind}`)
  const { subject_kind, subject_id, ...rest } = fact
  const whole = { ...rest, kind, subject: { kind: subject_kind, id: subject_id }, community: place.id }
  const audience = await village.house.db.asSystem('facts', (tx) => source.audience(tx, whole))
  const to = await village.house.db.asSystem('job', (tx) => recipientOf(tx, village.people[who]))
  if (!to || !audience.includes(village.people[who])) return undefined
  return source.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, whole)
}

describe('something needed', () => {
  it('is heard by the community, answered by a person, and gone when met, with a word of thanks', async () => {
    const id = await says('rita', 'Two pairs of ear defenders until Friday.')
    expect(await listed('marta')).toContain(id)
    expect(await told('rita', 'need.said')).toBeUndefined()
    expect(await told('zuzana', 'need.said')).toBeUndefined()
    expect(await told('marta', 'need.said')).toMatchObject({
      subject: 'Somebody in Reading together needs something',
      quote: { words: 'Two pairs of ear defenders until Friday.' },
    })
    await must(answers('marta', id, 'I have one pair.'))
    expect(await told('joana', 'need-answer.said')).toBeUndefined()
    expect(await told('rita', 'need-answer.said')).toMatchObject({ quote: { words: 'I have one pair.' } })
    expect(await page('joana', urls.need({ slug: place.slug, id }))).toContain('I have one pair.')
    expect(await meets('marta', id, 'marta')).toMatchObject({ reason: 'notYours' })
    expect(await meets('rita', id, 'zuzana')).toMatchObject({ reason: 'met.who' })
    expect(await meets('rita', id, 'rita')).toMatchObject({ reason: 'met.who' })
    await must(answers('henk', id))
    await must(meets('rita', id, 'marta', 'They sat beside the door all morning.'))
    expect(await listed('marta')).not.toContain(id)
    expect(await told('rita', 'need-answer.said')).toBeUndefined()
    expect(await told('marta', 'need.met')).toMatchObject({
      quote: { words: 'They sat beside the door all morning.' },
    })
    expect(await told('henk', 'need.met')).toMatchObject({ subject: 'What you answered in Reading together is met' })
    expect(await told('joana', 'need.met')).toBeUndefined()
    expect(await page('joana', urls.need({ slug: place.slug, id }))).toContain('They sat beside the door all morning.')
  })

  it('is answered by two at once, and both stand; said to be met by two at once, it is met once', async () => {
    const id = await says('rita', 'Somebody to read with us.', { kind: 'offer' })
    const both = await Promise.all([answers('marta', id), answers('joana', id, 'On Mondays.')])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect((await needOf('ana', id))?.answered.map(({ name }) => name).sort()).toEqual(['Joana Simões', 'Marta'])
    expect(await answers('marta', id, 'Again.')).toMatchObject({ reason: 'answer.already' })
    expect(await answers('rita', id)).toMatchObject({ reason: 'answer.own' })
    expect(await answers('peter', id)).toMatchObject({ reason: 'gone' })
    const met = await Promise.all([meets('rita', id, 'marta'), meets('rita', id, 'joana')])
    expect(met.map(({ ok }) => ok)).toEqual([true, true])
    expect((await factsOf('need', id)).map(({ kind }) => kind)).toEqual(['need.said', 'need.met'])
    await must(stand(village.house, village.scope('rita'), place, id))
    expect(await needOf('ana', id)).toMatchObject({ state: 'open', met_with: null, thanks: '' })
    await must(meets('rita', id, null))
    passes(11 * MINUTE_MS)
    expect(await stand(village.house, village.scope('rita'), place, id)).toMatchObject({ reason: 'stand.late' })
  })

  it('is one thing however often its form is sent, and nobody says it who does not belong', async () => {
    const once = village.house.secret(18)
    const twice = await Promise.all(
      [1, 2].map(() => sayNeed(village.house, village.scope('rita'), place, saying('A quieter seat.'), once)),
    )
    const ids = twice.map((one) => (one.ok ? one.value.id : 0))
    expect(ids[0]).toBe(ids[1])
    expect(await sayNeed(village.house, village.scope('peter'), place, saying('Sugar.'))).toMatchObject({
      reason: 'gone',
    })
  })

  it('for the facilitators alone is heard by nobody else', async () => {
    const id = await says('marta', 'Ten minutes with one of you.', { audience: 'facilitators' })
    expect([await listed('ines'), await listed('marta'), await listed('rita')].map((ids) => ids.includes(id))).toEqual([
      true,
      true,
      false,
    ])
    expect(await answers('rita', id)).toMatchObject({ reason: 'gone' })
    await must(answers('ines', id))
    expect(await meets('marta', id, 'rita')).toMatchObject({ reason: 'met.who' })
    const titles = describeNeeds(village.house)
    expect((await titles(village.scope('rita'), [id])).size).toBe(0)
    expect((await titles(village.scope('ines'), [id])).get(id)?.title).toBe('Ten minutes with one of you.')
  })
})

it('is found by an offer that shares its words, until it is met or taken back', async () => {
  const need = await says('joana', 'Picture books without words, please.')
  const offer = await says('ines', 'A box with ten books from the old library.', { kind: 'offer' })
  const together = (who: VillagerName, id: number) => page(who, urls.need({ slug: place.slug, id }))
  expect(await together('rita', need)).toMatch(/Perhaps these belong together[\s\S]*ten books/)
  expect(await together('rita', offer)).toContain('Picture books without words')
  await must(takeBackNeed(village.house, village.scope('ines'), place, offer))
  expect(await together('rita', need)).not.toContain('Perhaps these belong together')
  const indexed = () =>
    owner(sql`select id from platform.search_index where kind = 'need' and id in (${need}, ${offer})`)
  expect(await indexed()).toEqual([{ id: need }])
  passes(11 * MINUTE_MS)
  await must(takeBackNeed(village.house, village.scope('joana'), place, need))
  expect(await indexed()).toEqual([])
})

describe('taking back', () => {
  it('leaves no trace in the first minutes; what is typed to it then is given back', async () => {
    const id = await says('rita', 'A ladder.')
    const joana = await village.as('joana')
    await must(takeBackNeed(village.house, village.scope('rita'), place, id))
    expect(await factsOf('need', id)).toEqual([])
    const late = await joana.post(urls.answers({ slug: place.slug, id }), { words: 'Ours is in the shed.' })
    expect(late.status).toBe(422)
    expect(await late.text()).toMatch(/not here any more[\s\S]*Ours is in the shed\./)
  })

  it('later erases the words and those of the answers, and tells whoever answered', async () => {
    const id = await says('rita', 'A ladder, still.')
    const { id: answer } = await must(answers('marta', id, 'Ours is in the shed.'))
    expect(await takeBackNeed(village.house, village.scope('marta'), place, id)).toMatchObject({ reason: 'notYours' })
    await must(takeBackNeed(village.house, village.scope('rita'), place, id))
    await must(takeBackNeed(village.house, village.scope('rita'), place, id))
    expect(
      await owner(sql`
      select n.words, a.words as said from exchange.need n join exchange.need_answer a on a.need_id = n.id
      where n.id = ${id}`),
    ).toEqual([{ words: '', said: '' }])
    expect(await told('marta', 'need.withdrawn')).toMatchObject({
      text: expect.stringContaining('not needed any more'),
    })
    expect(await page('joana', urls.need({ slug: place.slug, id }))).toContain('This was taken back')
    expect((await describeNeeds(village.house)(village.scope('marta'), [id])).size).toBe(0)
    await must(takeAnswerBack(village.house, village.scope('joana'), place, id, answer))
    expect(await factsOf('need-answer', answer)).toHaveLength(1)
    await must(takeAnswerBack(village.house, village.scope('marta'), place, id, answer))
    expect(await factsOf('need-answer', answer)).toEqual([])
  })

  it('goes along with whoever leaves', async () => {
    const id = await says('ana', 'A bench.')
    await must(answers('paulo', id))
    await owner(
      sql`delete from community.membership where community_id = ${place.id} and person_id = ${village.people.ana}`,
    )
    expect(await owner(sql`select id from exchange.need where id = ${id}`)).toEqual([])
  })
})

describe('time', () => {
  it('asks the owner once after two months, lets it rest a fortnight later, and its owner wakes it', async () => {
    const { house } = village
    const ask = needTasks(house)['exchange:ask-the-old']
    const run = async () => ask?.({})
    const id = await says('joana', 'Old picture books.', { kind: 'offer' })
    passes(59 * DAY_MS)
    await run()
    expect((await needOf('joana', id))?.asked_at).toBeNull()
    passes(DAY_MS)
    await run()
    await run()
    expect((await factsOf('need', id)).filter(({ kind }) => kind === 'need.asked')).toHaveLength(1)
    expect(await told('joana', 'need.asked')).toMatchObject({ quote: { words: 'Old picture books.' } })
    expect(await page('joana', urls.need({ slug: place.slug, id }))).toContain('Does this still stand?')
    passes(14 * DAY_MS)
    await run()
    expect(await listed('rita')).not.toContain(id)
    expect(await told('joana', 'need.asked')).toBeUndefined()
    expect(await answers('rita', id)).toMatchObject({ reason: 'answer.rests' })
    expect(await page('joana', urls.needs({ slug: place.slug }))).toContain('Yours, resting')
    await must(stand(house, village.scope('joana'), place, id))
    expect(await listed('rita')).toContain(id)
    await run()
    expect((await needOf('joana', id))?.asked_at).toBeNull()
  })
})

describe('the doors', () => {
  it('keep what was typed when something is missing, and take no nonsense for a fault of ours', async () => {
    const rita = await village.as('rita')
    const { slug } = place
    const kept = await rita.post(urls.say({ slug }), {
      kind: '',
      text: 'A lamp.',
      audience: 'community',
      language: 'en',
    })
    expect(kept.status).toBe(422)
    expect(await kept.text()).toMatch(/Choose: do you need it[\s\S]*A lamp\./)
    const id = await says('marta', 'A blanket.')
    for (const [where, fields] of [
      [urls.say({ slug }), { kind: 'need', text: 'x'.repeat(401), audience: 'community', language: 'en' }],
      [urls.say({ slug }), { kind: 'need', text: 'A lamp.', audience: 'me', language: 'en' }],
      [urls.answers({ slug, id }), { words: 'x'.repeat(301) }],
      [urls.answers({ slug, id: 'x' }), { words: 'Yes.' }],
      [urls.thanks({ slug, id }), { with: 'x', thanks: '' }],
      [urls.thanks({ slug, id: 999_999 }), { with: '', thanks: '' }],
      [urls.standing({ slug, id }), {}],
      [urls.takingBack({ slug, id }), {}],
    ] as const)
      expect([400, 404, 422], `${where} ${JSON.stringify(fields)}`).toContain((await rita.post(where, fields)).status)
    expect((await rita.post(urls.answer({ slug, id, answer: '9e99' }))).status).toBe(303)
    for (const address of [urls.needs({ slug }), urls.say({ slug }), urls.need({ slug, id })])
      expect((await (await village.as('zuzana')).get(address)).status).toBe(404)
  })

  it('lead through the whole of it by forms alone', async () => {
    const [rita, ines] = [await village.as('rita'), await village.as('ines')]
    const { slug } = place
    const said = await rita.post(urls.say({ slug }), {
      kind: 'need',
      text: 'A wooden <b>stool</b>.',
      audience: 'community',
      language: 'en',
    })
    const where = said.headers.get('location') ?? ''
    expect(await (await ines.get(urls.needs({ slug }))).text()).toContain('A wooden &lt;b>stool&lt;/b>.')
    expect(await (await ines.get(where)).text()).toContain('I can help')
    expect((await ines.post(`${where}/answers`, { words: '' })).status).toBe(303)
    expect(await (await ines.get(where)).text()).toContain('Take my answer back')
    const thanks = { with: String(village.people.ines), thanks: 'It stands well.' }
    expect((await rita.post(`${where}/thanks`, thanks)).status).toBe(303)
    expect(await (await ines.get(where)).text()).toMatch(/Inês Duarte helped\.[\s\S]*It stands well\./)
    const late = await (await village.as('joana')).post(`${where}/answers`, { words: 'We have one, too.' })
    expect(late.status).toBe(422)
    expect(await late.text()).toMatch(/met in the meantime[\s\S]*We have one, too\./)
  })
})
