// What a student writes outside conversations: nothing of it stands anywhere before an adult has looked, and then it stands whole.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from '../../../../../tests/village/program.ts'
import { must } from '../../../../../tests/village/questions.ts'
import { openVillage, type Village } from '../../../../../tests/village/village.ts'
import type { VillagerName } from '../../../../demonstration/people.ts'
import { waitingActs } from '../../../../waiting-acts.ts'
import { addDifference, addUnknown, closeUnknown, takeBackUnknown } from '../../../challenge/actions/carry.ts'
import { raise, reword } from '../../../challenge/actions/raise.ts'
import { reflect, share } from '../../../challenge/reflection/actions.ts'
import { reflectionsOf } from '../../../challenge/reflection/store.ts'
import { challengeById } from '../../../challenge/store/challenge.ts'
import { differencesOf, unknownsOf } from '../../../challenge/store/unknown.ts'
import { apiUrls as challengeApi, urls as challengeUrls } from '../../../challenge/urls.ts'
import { addLine } from '../../../community/actions/charter.ts'
import { heldStore, heldUrls } from '../../../community/public.ts'
import { linesOf } from '../../../community/store/charter.ts'
import type { Place } from '../../../people/contract.ts'
import { recipientOf } from '../../../people/public.ts'
import { lookTasks } from '../jobs.ts'
import { notices } from '../notices.ts'
import { urls } from '../urls.ts'
import { askAboutHeld, openHeld, sayHeldFine, takeBackHeld } from './actions.ts'

let village: Village
let place: Place
beforeAll(async () => {
  village = await openVillage()
  const { id, slug } = village.communities.reading
  place = { id, slug, name: 'Reading together', language: 'en', invented: true, open: false }
})
afterAll(() => village.close())

const slug = 'reading-together'
const everybody = ['ines', 'henk', 'rita', 'joana', 'marta', 'tomas'] as const
const english = (words: string) => ({ words, language: 'en' as const })
const wording = (question: string, more = {}) => ({
  aboutChild: 'no' as const,
  question,
  language: 'en' as const,
  circle: 'community' as const,
  help: [],
  ...more,
})
const asked = async (who: VillagerName, question: string, more = {}) =>
  (await must(raise(village.house, village.scope(who), place, wording(question, more)))).id
const waits = (act: Promise<unknown>) => expect(act).rejects.toThrow('Kept elsewhere')
const mine = async (who: VillagerName = 'tomas') =>
  (await village.house.db.read(village.scope(who), heldStore.myHeld(village.scope(who), place.id)))[0]
const inList = async (who: VillagerName) =>
  (await village.house.db.read(village.scope(who), heldStore.heldIn(village.scope(who), place.id, 50)))[0]
const open = (who: VillagerName, id: number) => openHeld(village.house, village.scope(who), waitingActs, id)
const differences = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), differencesOf(village.scope(who), id)))[0].map(({ words }) => words)
const clear = async () => {
  for (const { id } of await mine()) await takeBackHeld(village.house, village.scope('tomas'), id)
}

test('D5: a student’s difference is the adults’ at once, nobody else’s; after one look it stands there, as theirs', async () => {
  const { house, scope } = village
  const id = await asked('rita', 'How does he hear us?')
  const facts = () =>
    house.db.asSystem('command-line', (tx) =>
      tx.rows<{ kind: string }>(
        sql`select kind from platform.fact where kind like 'challenge.difference%' and subject_id = ${id}`,
      ),
    )
  await waits(addDifference(house, scope('tomas'), id, english('He heers us well enuff.')))
  for (const who of everybody) expect(await differences(who, id)).toEqual([])
  expect(await facts()).toEqual([])
  const [held] = await inList('ines')
  expect(held).toMatchObject({ author: 'Tomás', words: ['He heers us well enuff.'], kind: 'challenge.difference' })
  expect(await inList('henk')).toHaveLength(1)
  for (const who of ['rita', 'joana', 'marta'] as const) expect(await inList(who)).toEqual([])
  expect(await open('henk', held?.id ?? 0)).toMatchObject({ ok: true })
  for (const who of everybody) expect(await differences(who, id)).toEqual(['He heers us well enuff.'])
  expect(await facts()).toHaveLength(1)
  expect(await mine()).toEqual([])
})

test('every door leads to the same list: question, wording, what we don’t know, evidence, answer, reflection, charter', async () => {
  const { house, scope } = village
  const tomas = scope('tomas')
  await waits(raise(house, tomas, place, wording('Why is the yard so loud?')))
  const draft = await asked('tomas', 'Why does he shout?', { aboutChild: 'not-yet' })
  await waits(reword(house, tomas, draft, wording('Why does somebody shout?')))
  const id = await asked('rita', 'Where is it quiet?')
  await waits(addUnknown(house, tomas, id, english('Who shouts?')))
  const unknown = (await must(addUnknown(house, scope('rita'), id, english('When?')))).id
  await waits(closeUnknown(house, tomas, id, unknown, { ...english('At ten.'), contribution: null }))
  const words = { provisional: '', meeting: 'I listened.', together: '', change: '', dare: '' }
  const { id: reflection } = await must(reflect(house, tomas, id, { answers: words, language: 'en' }))
  await waits(share(house, tomas, id, reflection, 'community'))
  await waits(addLine(house, tomas, place, { part: 'agreement', words: 'Nobody laughs.' }))
  expect((await mine()).map(({ kind }) => kind).sort()).toEqual([
    'challenge.evidence',
    'challenge.question',
    'challenge.reflection',
    'challenge.unknown',
    'challenge.wording',
    'charter.line',
  ])
  expect((await mine()).find(({ kind }) => kind === 'challenge.reflection')?.words).toEqual(['I listened.'])
  for (const { id: held } of await mine()) expect(await open('ines', held)).toMatchObject({ ok: true })
  expect(await mine()).toEqual([])
  const rita = scope('rita')
  const [unknowns, reflections, lines, [reworded]] = await house.db.read(
    rita,
    unknownsOf(rita, id),
    reflectionsOf(rita, id),
    linesOf(rita, place.id),
    challengeById(rita, draft),
  )
  expect(unknowns.map((one) => [one.words, one.evidence])).toEqual([
    ['When?', 'At ten.'],
    ['Who shouts?', null],
  ])
  expect(reflections.map((one) => one.meeting)).toEqual(['I listened.'])
  expect(lines.some((line) => line.words === 'Nobody laughs.')).toBe(true)
  expect(reworded?.question).toBe('Why does somebody shout?')
})

test('what stays with oneself or goes to the facilitators alone waits for nobody; nor do the words of others', async () => {
  const { house, scope } = village
  await asked('tomas', 'May I ask you alone?', { circle: 'facilitators' })
  await asked('tomas', 'Is this mine?', { circle: 'me' })
  const id = await asked('rita', 'Who else?')
  for (const who of ['joana', 'marta', 'henk'] as const)
    await must(addUnknown(house, scope(who), id, english(`${who}?`)))
  expect(await mine()).toEqual([])
})

test('a student is led to their list, where they take it back; nobody else is let near it', async () => {
  const { house } = village
  const id = await asked('rita', 'What helps?')
  const tomas = await village.as('tomas')
  const sent = { difference: 'A soft chair helps. <b>Really</b>', once: 'a-token-of-twenty-letters' }
  const first = await tomas.post(challengeUrls.differences({ slug, id }), sent)
  expect(first.status).toBe(303)
  const to = first.headers.get('location') ?? ''
  expect(to).toContain(heldUrls.mine({ slug }))
  // Sent twice, it waits once.
  expect((await tomas.post(challengeUrls.differences({ slug, id }), sent)).headers.get('location')).toBe(to)
  const own = await (await tomas.get(heldUrls.mine({ slug }))).text()
  expect(own).toContain('A soft chair helps. &lt;b>Really&lt;/b>')
  expect(await (await tomas.get('/today')).text()).toContain(heldUrls.mine({ slug }))
  const [held] = await mine()
  const at = { slug, id: held?.id ?? 0 }
  for (const who of ['rita', 'joana'] as const) {
    const other = await village.as(who)
    expect((await other.post(heldUrls.opening(at))).status).toBe(404)
    expect((await other.post(heldUrls.question(at), { about: 'name' })).status).toBe(404)
    expect(await (await other.get(heldUrls.mine({ slug }))).text()).not.toContain('soft chair')
    await other.post(heldUrls.takingBack(at))
    await other.post(heldUrls.fine(at))
  }
  expect((await tomas.post(heldUrls.opening(at))).status).toBe(404)
  const ines = await village.as('ines')
  expect(await (await ines.get(urls.waiting({ slug }))).text()).toContain('A soft chair helps.')
  expect(await (await ines.get(`/c/${slug}/desk`)).text()).toContain('A soft chair helps.')
  await ines.post(heldUrls.question(at), { about: 'name' })
  expect(await (await tomas.get(heldUrls.mine({ slug }))).text()).toContain(heldUrls.fine(at))
  await tomas.post(heldUrls.fine(at))
  expect(await (await ines.get(urls.waiting({ slug }))).text()).toContain('it is fine as it is')
  await tomas.post(heldUrls.takingBack(at))
  expect(await mine()).toEqual([])
  expect(await (await ines.post(heldUrls.opening(at))).text()).toContain('These words are not here any more')
  expect(await differences('rita', id)).toEqual([])
  expect(await sayHeldFine(house, village.scope('tomas'), at.id)).toMatchObject({ ok: false })
  expect(await askAboutHeld(house, village.scope('ines'), at.id, 'hurt')).toMatchObject({ ok: false })
})

test('two adults at once: it stands there once', async () => {
  const { house, scope } = village
  const id = await asked('rita', 'Twice?')
  await waits(addDifference(house, scope('tomas'), id, english('Once is enough.')))
  const [held] = await mine()
  await Promise.all([open('ines', held?.id ?? 0), open('henk', held?.id ?? 0)])
  expect(await differences('rita', id)).toEqual(['Once is enough.'])
})

test('what can no longer be done stays with its author, who is told; and is forgotten after a while', async () => {
  const { house, scope, people, clock } = village
  const id = await asked('rita', 'Is it still open?')
  const unknown = (await must(addUnknown(house, scope('rita'), id, english('When?')))).id
  await waits(closeUnknown(house, scope('tomas'), id, unknown, { ...english('At noon.'), contribution: null }))
  await must(takeBackUnknown(house, scope('rita'), id, unknown))
  const [held] = await mine()
  expect(await open('ines', held?.id ?? 0)).toMatchObject({ ok: false, reason: 'held.stayed' })
  expect(await inList('ines')).toEqual([])
  expect(await (await (await village.as('tomas')).get(heldUrls.mine({ slug }))).text()).toContain('At noon.')
  const source = notices(house).find(({ facts }) => facts.includes('words.stayed'))
  const to = await house.db.asSystem('job', (tx) => recipientOf(tx, people.tomas))
  const fact = { kind: 'words.stayed', subject: { kind: 'held', id: held?.id ?? 0 }, community: place.id }
  const letter = to && (await source?.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, fact))
  expect(letter?.subject).toBe('Your words could not be put there')
  const before = clock.at
  clock.at = new Date(before.getTime() + 61 * 24 * 3600 * 1000)
  await lookTasks(house)['dialogue:call-another-adult']?.({})
  clock.at = before
  expect(await mine()).toEqual([])
})

test('the adults are told once, all again at the end of the next school day; letters hold no word and no name', async () => {
  const { house, scope, people, clock } = village
  await clear()
  const id = await asked('rita', 'Who is told?')
  await waits(addDifference(house, scope('tomas'), id, english('First.')))
  clock.at = new Date(clock.at.getTime() + 60_000)
  await waits(addDifference(house, scope('tomas'), id, english('Second.')))
  const [second, first] = await mine()
  const source = (kind: string) => notices(house).find(({ facts }) => facts.includes(kind))
  const toldOf = (kind: string, of: number | undefined) =>
    house.db.asSystem('facts', async (tx) => {
      const fact = { id: 1, at: tx.now, kind, subject: { kind: 'held', id: of ?? 0 }, community: place.id, actor: null }
      return (await source(kind)?.audience(tx, fact as never)) ?? []
    })
  expect(await toldOf('words.waited', first?.id)).toEqual([people.ines, people.henk])
  expect(await toldOf('words.waited', second?.id)).toEqual([])
  const to = await house.db.asSystem('job', (tx) => recipientOf(tx, people.henk))
  const fact = { kind: 'words.waited', subject: { kind: 'held', id: first?.id ?? 0 }, community: place.id }
  const letter =
    to &&
    (await source('words.waited')?.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, fact))
  expect(letter?.subject).toBe('A student’s words wait for your look')
  expect(JSON.stringify(letter)).not.toMatch(/Tom|First/)
  const overdue = async () => {
    await lookTasks(house)['dialogue:call-another-adult']?.({})
    return house.db.asSystem('command-line', (tx) =>
      tx.rows(
        sql`select from platform.fact where kind = 'words.overdue' and subject_id in (${first?.id}, ${second?.id})`,
      ),
    )
  }
  expect(await overdue()).toHaveLength(0)
  const before = clock.at
  clock.at = new Date('2026-11-25T17:30:00Z')
  expect(await overdue()).toHaveLength(2)
  expect(await overdue()).toHaveLength(2)
  clock.at = before
  await clear()
})

test('the database refuses by every statement: a student opens nothing, and writes nothing past the look', async () => {
  const { house, scope, people } = village
  const id = await asked('rita', 'By hand?')
  await waits(addDifference(house, scope('tomas'), id, english('By hand.')))
  const [held] = await mine()
  const tried = (who: VillagerName, ...queries: ReturnType<typeof sql>[]) =>
    house.db.write(scope(who), async (tx) => {
      for (const query of queries) await tx.rows(query)
    })
  const opened = sql`update community.held set opened_by = ${people.tomas} where id = ${held?.id}`
  await expect(tried('tomas', opened)).rejects.toThrow()
  await expect(
    tried('tomas', sql`update community.held set opened_by = ${people.ines} where id = ${held?.id}`),
  ).rejects.toThrow()
  await expect(tried('tomas', sql`update community.held set words = '{}' where id = ${held?.id}`)).rejects.toThrow()
  await expect(tried('ines', sql`update community.held set fine_at = now() where id = ${held?.id}`)).rejects.toThrow()
  await expect(tried('ines', sql`update community.held set words = '{}' where id = ${held?.id}`)).rejects.toThrow()
  await tried('rita', sql`update community.held set opened_by = ${people.rita}`)
  const insert = sql`insert into challenge.difference (challenge_id, community_id, author_id, asker_id, audience, words, language, at)
    values (${id}, ${place.id}, ${people.tomas}, ${people.rita}, ${`community:${place.id}`}, 'Past it.', 'en', now())`
  await expect(tried('tomas', insert)).rejects.toThrow('look')
  await expect(
    tried('tomas', sql`select set_config('ciranda.held', ${String(held?.id)}, true)`, insert),
  ).rejects.toThrow('look')
  expect(await differences('rita', id)).toEqual([])
  await clear()
})

test('for programs it is the same: 202, where it waits, and nothing stands there', async () => {
  const id = await asked('rita', 'By a program?')
  const tomas = await programOf(village, 'tomas')
  const sent = await tomas.post(challengeApi.differences({ slug, challenge: id }), english('Hello.'))
  expect(sent.status).toBe(202)
  expect(await sent.json()).toMatchObject({ waits: true, url: expect.stringContaining(heldUrls.mine({ slug })) })
  expect(await differences('henk', id)).toEqual([])
  await clear()
})

test('whatever a student writes, wherever, no peer reads a letter of it before a look, and everybody every letter after', async () => {
  const { house, scope } = village
  const id = await asked('rita', 'Anything?')
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[a-zà-ž'"<>&\\{}[\] ]{1,60}$/), async (text) => {
      const words = `${count++} ${text}x`
      await waits(addDifference(house, scope('tomas'), id, english(words)))
      expect(await differences('rita', id)).not.toContain(words)
      const [held] = await mine()
      expect(held?.words).toEqual([words])
      await must(open('ines', held?.id ?? 0) as never)
      expect(await differences('rita', id)).toContain(words)
    }),
    { numRuns: 25 },
  )
})
