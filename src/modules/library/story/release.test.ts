/** A story on its way out, told in the village: written together, held by the gate, published, renewed, taken down. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { VillagerName } from '../../../demonstration/people.ts'
import { openVillage, type Village } from '../../../../tests/village/village.ts'
import { AddressBook } from '../../../platform/http/address-book.ts'
import { beginStory, navigation } from '../public.ts'
import { routes } from '../routes.ts'
import { urls } from '../urls.ts'
import { openGates } from './opening.ts'

let village: Village
let id: number
const slug = 'reading-together'
const core: VillagerName[] = ['ines', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana', 'henk']
const days = (n: number) => n * 24 * 3600 * 1000
const pass = (ms: number) => {
  village.clock.at = new Date(village.clock.at.getTime() + ms)
}

const answers = {
  title: 'He chose the page, and began before I had asked',
  summary: 'A class of eight-year-olds reads aloud in pairs.',
  mattered: 'He knew the words. He could not bear the **turning of heads**.',
  did: 'Each pair chose one page the evening before.',
  unsure: 'Whether a screen would help. It hid him, and he said so.',
  whose: 'One who would rather not be heard by everybody.',
  language: 'en',
  age_band: '6to8',
  children: '22 children',
  possible: 'one hour a fortnight',
  dimensions: ['ethics', 'practice'],
  question: 'How can each child read aloud without fear?',
  tryouts: 'Reading in pairs',
}

beforeEach(async () => {
  village = await openVillage({
    tables: [routes],
    addressBook: new AddressBook(),
    navigation: { entries: navigation, communityHome: (place) => `/c/${place}`, siteHome: () => '/' },
  })
  const { people, house, communities } = village
  id = await house.db.write(village.scope('rita'), (tx) =>
    beginStory(tx, village.scope('rita'), {
      community: communities.reading.id,
      source: { kind: 'challenge', id: 1 },
      title: 'Draft',
      language: 'en',
      mattered: 'He knew the words.',
      provenance: { question: answers.question, tryouts: [{ title: 'Reading in pairs', outcome: 'kept' }] },
      participants: [people.rita, people.joana, people.marta],
    }),
  )
})
afterEach(() => village.close())

type Fields = Record<string, string | string[]>
const here = () => ({ slug, id })
const act = async (who: VillagerName, path: string, fields: Fields = {}) => (await village.as(who)).post(path, fields)
const page = async (who: VillagerName, path = urls.story(here())) => {
  const answer = await (await village.as(who)).get(path)
  return { status: answer.status, html: await answer.text() }
}
const asVisitor = async (path: string) => {
  const answer = await village.visitor().get(path)
  return { status: answer.status, html: await answer.text() }
}
const story = async () => {
  const rows = await village.house.db.asSystem('job', (tx) =>
    tx.rows(sql<{ revision: number; round: number; state: string; entry_slug: string | null; open_since: Date | null; entries: number; version: number | null }>`
      select s.revision, s.round, s.state, s.open_since, e.slug as entry_slug, e.version,
        (select count(*) from library.entry where kind = 'story') as entries
      from library.story s left join library.entry e on e.id = s.entry_id where s.id = ${id}`),
  )
  return rows[0] as NonNullable<(typeof rows)[0]>
}

const write = async (fields: Fields = {}) =>
  act('rita', urls.edit(here()), { ...answers, revision: String((await story()).revision), ...fields })
const ready = () => act('rita', urls.readiness(here()))
const check = async (fields: Fields = {}) =>
  act('rita', urls.check(here()), { revision: String((await story()).revision), sure: 'yes', ...fields })
const ask = () => act('rita', urls.circle(here()))
const say = async (who: VillagerName, answer: 'yes' | 'no', reason = '') =>
  act(who, urls.consents(here()), { answer, reason, round: String((await story()).round) })
const publish = (fields: Fields = {}, who: VillagerName = 'rita') =>
  act(who, urls.publication(here()), { to: 'public', licence: 'read-and-print', ...fields })

const toCircle = async () => {
  await write()
  await ready()
  await check()
  await ask()
}
const out = async (fields: Fields = {}) => {
  await toCircle()
  pass(days(7))
  await publish(fields)
  return (await story()).entry_slug as string
}

describe('writing', () => {
  test('members read the draft with where it comes from; visitors and other communities find nothing', async () => {
    expect((await page('tomas')).html).toContain('How can each child read aloud without fear?')
    expect((await page('zuzana')).status).toBe(404)
    expect((await asVisitor(urls.story(here()))).status).toBe(303)
    expect((await asVisitor('/library')).html).not.toContain('Draft')
    expect((await page('tomas', urls.library())).html).toContain('Draft')
  })

  test('only authors write; an author may let others write', async () => {
    expect((await page('joana', urls.edit(here()))).status).toBe(404)
    await write({ writers: [String(village.people.joana)] })
    expect((await page('joana', urls.edit(here()))).status).toBe(200)
    expect((await page('joana', urls.edit(here()))).html).toContain('Each pair chose one page')
  })

  test('nobody overwrites what somebody else just wrote, and nothing typed is lost', async () => {
    const { revision } = await story()
    await write()
    const answer = await write({ revision: String(revision), did: 'My own words' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('My own words')
    expect(html).toContain('Somebody else changed the story')
  })

  test('mistakes are told and everything typed stays', async () => {
    const answer = await write({ title: '', did: 'Still here' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Still here')
  })

  test('it is ready only when the four questions are answered', async () => {
    expect((await ready()).status).toBe(422)
    await write()
    expect((await ready()).status).toBe(303)
    expect((await story()).state).toBe('consent')
  })

  test('whatever is typed is shown harmlessly', async () => {
    await write({ mattered: '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>', title: '"><b>x</b>' })
    for (const path of [urls.story(here()), urls.preview(here()), urls.edit(here())]) {
      const { status, html } = await page('rita', path)
      expect(status).toBe(200)
      expect(html).not.toMatch(/<script>alert|href="javascript|<img src=x|"><b>x/)
    }
  })
})

describe('the gate', () => {
  test('lists each unmet condition in plain words', async () => {
    await write()
    await ready()
    const { html } = await page('rita')
    expect(html).toContain('Nobody has looked yet whether a child can be recognised')
    expect(html).toContain('Our circle has not been asked yet')
    expect((await ask()).status).toBe(422)
  })

  test('somebody depicted who was not asked, or said no, holds it', async () => {
    await write()
    await ready()
    await check()
    await act('rita', urls.depicted(here()), { label: 'the boy we call Theo', child: 'yes', consent: 'not-asked' })
    expect((await ask()).status).toBe(422)
    expect((await page('rita')).html).toContain('Not asked yet: the boy we call Theo')
    const found = /depicted\/(\d+)"/.exec((await page('rita')).html)?.[1] ?? ''
    await act('rita', urls.depictedOne({ ...here(), depicted: found }), { consent: 'self' })
    expect((await ask()).status).toBe(422)
    await act('rita', urls.depictedOne({ ...here(), depicted: found }), { consent: 'guardian' })
    expect((await page('rita')).html).toContain('Written down by Rita Vale on 24 November 2026')
    expect((await ask()).status).toBe(303)
  })

  test('who does not tend the story never reads who was depicted', async () => {
    await write()
    await ready()
    await act('rita', urls.depicted(here()), { label: 'the boy we call Theo', child: 'yes', consent: 'not-asked' })
    expect((await page('tomas')).html).not.toContain('the boy we call Theo')
    expect((await page('ines')).html).toContain('the boy we call Theo')
    expect((await act('tomas', urls.depicted(here()), { label: 'x', child: 'yes', consent: 'no' })).status).toBe(422)
  })

  test('a member’s name holds it until it is changed or kept knowingly', async () => {
    await write({ did: 'Then Tomás chose the page.' })
    await ready()
    expect((await page('rita', urls.check(here()))).html).toContain('Tomás')
    expect((await check()).status).toBe(422)
    expect((await check({ kept: ['Tomás'], sure: [] })).status).toBe(422)
    expect((await check({ kept: ['Tomás'] })).status).toBe(303)
    expect((await ask()).status).toBe(303)
  })

  test('seven days without a no open it, not a second before', async () => {
    await toCircle()
    pass(days(7) - 1000)
    expect((await publish()).status).toBe(422)
    pass(1000)
    expect((await publish()).status).toBe(303)
  })

  test('a yes from everybody opens it at once, also when the last two come together', async () => {
    await toCircle()
    const others = core.filter((who) => who !== 'rita')
    for (const who of others.slice(0, -2)) expect((await say(who, 'yes')).status).toBe(303)
    expect((await publish()).status).toBe(422)
    await Promise.all(others.slice(-2).map((who) => say(who, 'yes')))
    expect((await story()).open_since).not.toBeNull()
    expect((await publish()).status).toBe(303)
  })

  test('absent ones are listed by name', async () => {
    await toCircle()
    await say('ines', 'yes')
    const { html } = await page('rita')
    expect(html).toMatch(/We wait for [^<]*Paulo Reis/)
    expect(html).not.toMatch(/We wait for [^<]*Inês Duarte/)
  })

  test('a no needs its reason, and sends the story back with it', async () => {
    await toCircle()
    expect((await say('marta', 'no')).status).toBe(422)
    await say('marta', 'no', 'His mother should read it first.')
    expect((await story()).state).toBe('draft')
    expect((await page('rita')).html).toContain('His mother should read it first.')
    pass(days(8))
    expect((await publish()).status).toBe(422)
  })

  test('a change of the words restarts the seven days and the check', async () => {
    await toCircle()
    pass(days(6))
    await write({ did: 'Other words' })
    pass(days(6))
    expect((await publish()).status).toBe(422)
    await check()
    expect((await publish()).status).toBe(422)
    pass(days(1))
    expect((await publish()).status).toBe(303)
  })

  test('a yes to words that changed meanwhile does not count', async () => {
    await toCircle()
    const { round } = await story()
    await write({ did: 'Other words' })
    const answer = await act('ines', urls.consents(here()), { answer: 'yes', reason: '', round: String(round) })
    expect(answer.status).toBe(422)
  })

  test('guests and observers read along and are not asked', async () => {
    await village.house.db.asSystem('job', (tx) =>
      tx.rows(sql`update community.membership set role = 'observer' where person_id = ${village.people.paulo}`),
    )
    await toCircle()
    expect((await page('paulo')).status).toBe(200)
    expect((await say('paulo', 'yes')).status).toBe(422)
    for (const who of core.filter((one) => one !== 'rita' && one !== 'paulo')) await say(who, 'yes')
    expect((await publish()).status).toBe(303)
  })

  test('time marks it open, and publishes nothing', async () => {
    await toCircle()
    await village.house.db.asSystem('job', openGates)
    expect((await story()).open_since).toBeNull()
    pass(days(7))
    await village.house.db.asSystem('job', openGates)
    await village.house.db.asSystem('job', openGates)
    expect(await story()).toMatchObject({ state: 'circle', entries: 0 })
    expect((await story()).open_since).not.toBeNull()
  })
})

describe('out in the library', () => {
  test('visitors read, find and cite it, with its makers as each wished', async () => {
    await act('joana', urls.naming(here()), { naming: 'name' })
    await act('marta', urls.naming(here()), { naming: 'none' })
    const address = urls.entry({ slug: await out() })
    const { status, html } = await asVisitor(address)
    expect(status).toBe(200)
    expect(html).toContain('What mattered most?')
    expect(html).toContain('<strong>turning of heads</strong>')
    expect(html).toContain('Joana Simões and a teacher, of Reading together')
    expect(html).not.toContain('Rita Vale')
    expect(html).toContain('Joana Simões, Reading together. (2026)')
    expect(html).toContain('6 to 8 years · 22 children · one hour a fortnight')
    expect((await asVisitor('/library?q=pairs')).html).toContain(address)
    expect((await asVisitor('/library')).html).toContain(address)
  })

  test('a wish to be named otherwise is followed at once', async () => {
    await act('joana', urls.naming(here()), { naming: 'name' })
    const address = urls.entry({ slug: await out() })
    await act('joana', urls.naming(here()), { naming: 'none' })
    expect((await asVisitor(address)).html).not.toContain('Joana')
    expect((await act('ana', urls.naming(here()), { naming: 'name' })).status).toBe(422)
  })

  test('for the community alone, no visitor and no other community finds it', async () => {
    const address = urls.entry({ slug: await out({ to: 'community' }) })
    expect((await page('tomas', address)).status).toBe(200)
    expect((await page('zuzana', address)).status).toBe(404)
    expect((await asVisitor(address)).status).toBe(404)
    expect((await asVisitor('/library?q=pairs')).html).not.toContain(address)
  })

  test('the database keeps drafts and community stories from visitors without the first wall', async () => {
    await out({ to: 'community' })
    const { db } = village.house
    const counts = sql<{ seen: number }>`
      select (select count(*) from library.story) + (select count(*) from library.entry where kind = 'story')
        + (select count(*) from library.entry_text where story is not null) + (select count(*) from library.maker)
        + (select count(*) from library.story_person) + (select count(*) from library.story_consent)
        + (select count(*) from library.story_depicted) as seen`
    for (const asker of [village.visitorScope, village.scope('zuzana')]) expect((await db.read(asker, counts))[0][0]?.seen).toBe(0)
    expect((await db.read(village.scope('tomas'), counts))[0][0]?.seen).toBeGreaterThan(3)
  })

  test('publishing twice makes one entry and one version', async () => {
    await toCircle()
    pass(days(7))
    const once = randomBytes(18).toString('base64url')
    await Promise.all([publish({ once }), publish({ once }), publish()])
    expect(await story()).toMatchObject({ entries: 1, version: 1, state: 'published' })
  })

  test('only its authors and the facilitators publish', async () => {
    await toCircle()
    pass(days(7))
    expect((await publish({}, 'tomas')).status).toBe(422)
    expect((await publish({}, 'ines')).status).toBe(303)
  })

  test('CC BY waits for child and guardian, and cannot be taken back', async () => {
    await write()
    await ready()
    await check()
    await act('rita', urls.depicted(here()), { label: 'the boy', child: 'yes', consent: 'guardian' })
    await ask()
    pass(days(7))
    expect((await publish({ licence: 'cc-by-4.0' })).status).toBe(422)
    const found = /depicted\/(\d+)"/.exec((await page('rita')).html)?.[1] ?? ''
    await act('rita', urls.depictedOne({ ...here(), depicted: found }), { consent: 'both' })
    expect((await publish({ licence: 'cc-by-4.0' })).status).toBe(303)
    await act('rita', urls.versions(here()))
    await toCircle()
    pass(days(7))
    expect((await publish({ licence: 'read-and-print' })).status).toBe(422)
    expect((await publish({ licence: 'cc-by-4.0' })).status).toBe(303)
  })

  test('a new version is written beside the published one and takes its address when it goes out', async () => {
    const address = urls.entry({ slug: await out() })
    expect((await write({ title: 'Other title' })).status).toBe(422)
    await act('rita', urls.versions(here()))
    await write({ did: 'We did it otherwise', title: 'Other title' })
    expect((await asVisitor(address)).html).toContain('Each pair chose one page')
    await ready()
    await check()
    await ask()
    pass(days(7))
    await publish()
    const { html } = await asVisitor(address)
    expect(html).toContain('We did it otherwise')
    expect(html).toContain('Version 2')
    expect((await asVisitor('/library?q=otherwise')).html).toContain(address)
  })

  test('taken down it is gone at once, also from the search, and its address says so', async () => {
    const address = urls.entry({ slug: await out() })
    expect((await act('tomas', urls.withdrawal(here()))).status).toBe(422)
    expect((await act('rita', urls.withdrawal(here()))).status).toBe(303)
    const { status, html } = await asVisitor(address)
    expect(status).toBe(410)
    expect(html).toContain('We take it down here at once. Copies others made may remain.')
    expect(html).not.toContain('He chose the page')
    expect((await asVisitor('/library?q=pairs')).html).not.toContain(address)
    expect((await asVisitor('/library')).html).not.toContain(address)
  })

  test('a no of somebody depicted takes it down at once', async () => {
    const address = urls.entry({ slug: await out() })
    await act('rita', urls.depicted(here()), { label: 'the boy', child: 'yes', consent: 'no' })
    expect((await asVisitor(address)).status).toBe(410)
  })
})
