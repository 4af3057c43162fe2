/** D7: whatever people write can be reported, from where it stands; it is out of sight for whoever reports it, everywhere. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDifference, addUnknown } from '../../src/modules/challenge/actions/carry.ts'
import { raise } from '../../src/modules/challenge/actions/raise.ts'
import { reflect, share } from '../../src/modules/challenge/reflection/actions.ts'
import { agree, propose, start, tell } from '../../src/modules/challenge/tryout/actions.ts'
import { sayNeed } from '../../src/modules/exchange/needs/actions/saying.ts'
import { shareLink } from '../../src/modules/exchange/things/actions.ts'
import { acceptLead, nameLead } from '../../src/modules/safeguarding/actions/adults.ts'
import { must } from '../village/questions.ts'
import { openVillage, type Village } from '../village/village.ts'

const slug = 'reading-together'
let village: Village
/** Each kind with its number, its words, and the page on which it stands. */
const told = new Map<string, { id: number; words: string; page: string }>()

beforeAll(async () => {
  village = await openVillage()
  const { house, scope, people, communities } = village
  const place = {
    ...communities.reading,
    name: 'Reading together',
    language: 'en' as const,
    invented: false,
    open: false,
  }
  await must(nameLead(house, scope('ines'), place, people.joana))
  await must(acceptLead(house, scope('joana'), place))
  const paulo = scope('paulo')
  const asking = {
    aboutChild: 'no',
    question: 'Who sits where?',
    language: 'en',
    circle: 'community',
    help: [],
  } as const
  const { id } = await must(raise(house, scope('rita'), place, asking))
  const question = `/c/${slug}/questions/${id}`
  const put = (kind: string, made: { id: number }, words: string, page: string) =>
    told.set(kind, { id: made.id, words, page })
  const said = (words: string) => ({ words, language: 'en' as const })
  put('unknown', await must(addUnknown(house, paulo, id, said('Whether the quagga knows'))), 'quagga', question)
  put('difference', await must(addDifference(house, paulo, id, said('I see an okapi'))), 'okapi', question)
  const answers = { provisional: 'I felt like an axolotl', meeting: '', together: '', change: '', dare: '' }
  const reflection = await must(reflect(house, paulo, id, { answers, language: 'en' }))
  await must(share(house, paulo, id, reflection.id, 'community'))
  put('reflection', reflection, 'axolotl', `${question}/reflections`)
  const plan = { title: 'A tapir by the door', expects: 'Calm', stopIf: 'Noise', lookFor: '', language: 'en' as const }
  const dated = { startsOn: null, endsOn: '2026-12-12', adaptedFrom: null, ownerId: people.paulo }
  const tryout = await must(propose(house, paulo, id, { ...plan, ...dated }))
  const there = `${question}/try-outs/${tryout.id}`
  put('tryout', tryout, 'tapir', there)
  await must(agree(house, scope('ines'), id, tryout.id))
  await must(start(house, paulo, id, tryout.id, 'Europe/Lisbon'))
  await must(tell(house, scope('ana'), id, tryout.id, said('It smelled of civet'), 'Europe/Lisbon'))
  const [sighting] = await house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ id: number }>`select id from challenge.sighting`),
  )
  put('sighting', { id: sighting?.id ?? 0 }, 'civet', there)
  const need = await must(
    sayNeed(house, paulo, place, { kind: 'need', text: 'A kinkajou', audience: 'community', language: 'en' }),
  )
  put('need', need, 'kinkajou', `/c/${slug}/needs-and-offers/${need.id}`)
  const link = {
    title: 'A numbat',
    why: 'It eats ants.',
    audience: 'community',
    language: 'en',
    address: 'https://example.org/',
  } as const
  const thing = await must(shareLink(house, paulo, place, link))
  put('thing', thing, 'numbat', `/c/${slug}/things/${thing.id}`)
})
afterAll(() => village.close())

test.each(['unknown', 'difference', 'reflection', 'sighting', 'tryout', 'need', 'thing'])('D7: %s', async (kind) => {
  const { id, words, page } = told.get(kind) as { id: number; words: string; page: string }
  const rita = await village.as('rita')
  const report = `/c/${slug}/report/${kind}/${id}`
  if (kind !== 'tryout') expect(await (await rita.get(page)).text()).toContain(`href="${report}"`)
  expect(await (await rita.get(report)).text()).toContain(words)
  const none = await rita.post(report, { words: 'Look.' })
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Look.')])
  expect((await rita.post(report, { reason: 'identity', words: 'It is a child.' })).status).toBe(303)
  for (const who of ['rita', 'tomas'] as const) {
    const answer = await (await village.as(who)).get(page)
    expect([who, answer.status === 404 || !(await answer.text()).includes(words)]).toEqual([who, true])
    expect((await (await village.as(who)).get(report)).status).toBe(404)
  }
  // Its author has it still, and so have the others until a lead has looked; nobody reports their own.
  expect(await (await (await village.as('henk')).get(page)).text()).toContain(words)
  const author = await village.as(kind === 'sighting' ? 'ana' : 'paulo')
  expect(await (await author.get(page)).text()).toContain(words)
  expect((await author.post(report, { reason: 'unkind', words: '' })).status).toBe(422)
  // No table gives it to whoever reported it.
  const table = sql.table(['need', 'thing'].includes(kind) ? `exchange.${kind}` : `challenge.${kind}`)
  const rows = await village.house.db.read(village.scope('rita'), sql`select id from ${table} where id = ${id}`)
  expect(rows[0]).toEqual([])
  const joana = await village.as('joana')
  const cases = await (await joana.get(`/c/${slug}/care`)).text()
  const newest = Math.max(...[...cases.matchAll(/\/care\/(\d+)/g)].map(([, number]) => Number(number)))
  expect(await (await joana.get(`/c/${slug}/care/${newest}`)).text()).toContain(words)
})
