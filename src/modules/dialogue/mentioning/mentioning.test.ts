// Calling somebody by name: only who will hear it, told to them alone; a name of nobody is told before anything is said.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Circle } from '../../community/contract.ts'
import { edit, withdraw } from '../actions/amending.ts'
import { say } from '../actions/speaking.ts'
import { openForAll } from '../looking/actions.ts'
import { ownMentions } from '../own-data/store.ts'
import { urls } from '../urls.ts'
import { offered, typingAt } from './islands/call.ts'
import { calledIn, callsAnybody } from './mentioning.ts'
import { notices } from './notices.ts'
import { urls as nameUrls } from './urls.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const people = [
  { person_id: 1, name: 'Rita Vale' },
  { person_id: 2, name: 'Rita Valente' },
  { person_id: 3, name: 'Tomás' },
  { person_id: 4, name: 'Inês Duarte' },
]

test.each([
  ['@Rita Vale said so.', [1], []],
  ['@rita valente, and @tomas!', [2, 3], []],
  ['@Rita?', [], ['@Rita']],
  ['@INES, @Inês Duarte', [4], []],
  ['Write to rita@ria.example or ana/@home.', [], []],
  ['(@Tomás)', [3], []],
  ['@Tomásek and @nobody and @nobody', [], ['@Tomásek', '@nobody']],
  ['@ 3 o’clock, 5@6', [], []],
] as const)('%s', (text, called, nobody) => {
  expect(calledIn(text, people)).toEqual({ people: called, nobody })
})

test('whatever is typed: nobody is called who is not among those who hear, and without @ nobody at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...people), (text, one) => {
      const known = new Set(people.map(({ person_id }) => person_id))
      const { people: called } = calledIn(`${text} @${one.name}${text}`, people)
      expect(called.every((id) => known.has(id))).toBe(true)
      expect(callsAnybody(text.replaceAll('@', ''))).toBe(false)
      expect(calledIn(`${text} @${one.name}`, people).people).toContain(one.person_id)
    }),
  )
})

test('a text of nothing but calls takes no time, and names only a few', () => {
  const many = Array.from({ length: 300 }, (_, i) => ({ person_id: i + 1, name: `Anna Annason ${i}` }))
  const begun = performance.now()
  const { people: called, nobody } = calledIn('@anna annason @ann '.repeat(1_000), many)
  expect(performance.now() - begun).toBeLessThan(2_000)
  expect(called.length + nobody.length).toBeLessThanOrEqual(20)
})

const says = (
  who: VillagerName,
  text: string,
  more: { circle?: Circle; withoutName?: boolean; strictNames?: boolean } = {},
) =>
  say(village.house, village.scope(who), {
    thread: village.thread,
    community: village.community,
    text,
    language: 'en',
    circle: 'community',
    strictNames: true,
    ...more,
  })
const said = async (...args: Parameters<typeof says>) => {
  const outcome = await says(...args)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}
const source = () => notices(village.house)[0]
const toldOf = (id: number) =>
  village.house.db.asSystem('facts', async (tx) => {
    const fact = { id: 1, at: tx.now, kind: 'contribution.mentioned', subject: { kind: 'contribution', id } }
    return [...((await source()?.audience(tx, { ...fact, community: village.community } as never)) ?? [])]
  })
const facts = (id: number) =>
  village.house.db.asSystem('facts', (tx) =>
    tx.rows(sql<{ kind: string; actor_id: number | null }>`select kind, actor_id from platform.fact
      where subject_kind = 'contribution' and subject_id = ${id} order by id`),
  )

test('the person called is told, and nobody else sees in any table that they were', async () => {
  const id = await said('rita', '@Marta, how was it at home?')
  expect(await toldOf(id)).toEqual([village.people.marta])
  const to = { scope: village.scope('marta'), lang: 'en', zone: 'UTC', on: 'letter' } as const
  const fact = { kind: 'contribution.mentioned', subject: { kind: 'contribution', id }, community: village.community }
  const notice = await source()?.say(to, fact as never)
  expect(notice?.button.href).toBe(urls.voice({ slug, id }))
  expect(JSON.stringify(notice)).not.toMatch(/Rita|Marta|home/)
  expect(await source()?.say({ ...to, scope: village.scope('joana') }, fact as never)).toBeUndefined()
  const rows = (who: VillagerName) =>
    village.house.db.read(village.scope(who), sql`select from dialogue.mention where contribution_id = ${id}`)
  for (const who of ['joana', 'ines', 'tomas', 'zuzana'] as const) expect((await rows(who))[0]).toEqual([])
  for (const who of ['marta', 'rita'] as const) expect((await rows(who))[0]).toHaveLength(1)
  await withdraw(village.house, village.scope('rita'), id)
  expect(await toldOf(id)).toEqual([])
  expect((await rows('marta'))[0]).toEqual([])
})

test('who would not hear it and who is not there are refused in the same words', async () => {
  const refused = [
    await says('rita', '@Marta, only among facilitators?', { circle: 'facilitators' }),
    await says('rita', '@Zuzana, do you hear us?'),
    await says('rita', '@Bonifácio, do you hear us?'),
  ]
  for (const one of refused) expect(one).toMatchObject({ ok: false, reason: 'mention.nobody', field: 'text' })
  const loose = await said('rita', '@Bonifácio and @Henk de Vries!', { circle: 'facilitators', strictNames: false })
  expect(await toldOf(loose)).toEqual([village.people.henk])
  expect((await says('rita', '@Zuzana, note to myself.', { circle: 'me' })).ok).toBe(true)
  const byHand = village.house.db.write(village.scope('rita'), (tx) =>
    tx.rows(sql`insert into dialogue.mention values (${loose}, ${village.people.marta})`),
  )
  await expect(byHand).rejects.toThrow(/Only somebody who hears/)
  const foreign = village.house.db.write(village.scope('joana'), (tx) =>
    tx.rows(sql`insert into dialogue.mention values (${loose}, ${village.people.henk})`),
  )
  await expect(foreign).rejects.toThrow()
})

test('a student calls, and it is told when an adult has opened it; without a name, no fact names the caller', async () => {
  const id = await said('tomas', '@Rita Vale, may I begin?')
  expect(await toldOf(id)).toEqual([])
  expect((await facts(id)).map(({ kind }) => kind)).not.toContain('contribution.mentioned')
  await openForAll(village.house, village.scope('ines'), id, 1)
  expect((await facts(id)).map(({ kind }) => kind)).toContain('contribution.mentioned')
  expect(await toldOf(id)).toEqual([village.people.rita])
  const unnamed = await said('marta', '@Rita Vale, I am afraid.', { withoutName: true })
  expect((await facts(unnamed)).every(({ actor_id }) => actor_id === null)).toBe(true)
  expect(await toldOf(unnamed)).toEqual([village.people.rita])
  const copy = await village.house.db.asSystem('command-line', (tx) => tx.rows(ownMentions(village.people.rita)))
  expect(copy.map((row) => row.contribution)).toEqual([id, unnamed])
})

const mentionFacts = (id: number) =>
  village.house.db.asSystem('facts', (tx) =>
    tx.rows(sql<{ id: number; at: Date }>`select id, at from platform.fact
      where kind = 'contribution.mentioned' and subject_kind = 'contribution' and subject_id = ${id} order by id`),
  )
const toldBy = async (id: number) => {
  const all: number[][] = []
  for (const fact of await mentionFacts(id))
    all.push(
      await village.house.db.asSystem('facts', async (tx) => {
        const told = { ...fact, kind: 'contribution.mentioned', subject: { kind: 'contribution', id } }
        return [...((await source()?.audience(tx, { ...told, community: village.community } as never)) ?? [])]
      }),
    )
  return all
}
const edits = async (who: VillagerName, id: number, text: string, version: number) => {
  village.clock.at = new Date(village.clock.at.getTime() + 60_000)
  const edited = await edit(village.house, village.scope(who), id, { text, language: 'en', version })
  expect(edited).toMatchObject({ ok: true })
}

test('an edit calls whom it names anew, once; whoever was called before is not called again', async () => {
  const { rita, marta, joana } = village.people
  const id = await said('rita', '@Marta, how was it?')
  await edits('rita', id, '@Marta and @Joana, how was it?', 1)
  await edits('rita', id, '@Joana, how was it? And @Bonifácio?', 2)
  await edits('rita', id, '@Marta and @Joana, how was it?', 3)
  expect(await toldBy(id)).toEqual([[marta], [joana]])
  const narrow = await said('henk', 'Only among us.', { circle: 'facilitators' })
  await edits('henk', narrow, '@Marta, only among us.', 1)
  expect(await toldBy(narrow)).toEqual([])
  // A student's words wait again: they call when an adult has opened them, and only whom they had not called.
  const waits = await said('tomas', '@Rita Vale, may I begin?')
  await openForAll(village.house, village.scope('ines'), waits, 1)
  await edits('tomas', waits, '@Rita Vale and @Marta, may I begin?', 1)
  expect(await toldBy(waits)).toEqual([[]])
  await openForAll(village.house, village.scope('ines'), waits, 2)
  expect(await toldBy(waits)).toEqual([[rita], [marta]])
})

test('the form says which names, keeps the words, and sends them as they are when one wishes', async () => {
  const rita = await village.as('rita')
  const sent = { text: 'Meet me @home and tell @Joana Simões.', language: 'en', audience: 'community', names: 'agreed' }
  const first = await rita.post(urls.say({ slug, id: village.thread }), sent)
  expect(first.status).toBe(422)
  const page = await first.text()
  expect(page).toContain('@home')
  expect(page).toContain('Meet me @home and tell @Joana Simões.</textarea>')
  expect(page).toContain('name="asItIs"')
  expect((await rita.post(urls.say({ slug, id: village.thread }), { ...sent, asItIs: 'yes' })).status).toBe(303)
})

test.each([
  ['@', { from: 0, name: '' }],
  ['Dear @Ri', { from: 5, name: 'Ri' }],
  ['(@Inês Du', { from: 1, name: 'Inês Du' }],
  ['rita@ria', undefined],
  ['@Rita, how', undefined],
  ['at @3', undefined],
  ['@Ri\nnext', undefined],
] as const)('typing %j', (text, typing) => {
  expect(typingAt(text, text.length)).toEqual(typing)
})

test('names that begin so come first, then those in which a later word does; a whole one needs no offer', () => {
  const names = ['Ana Vale', 'Inês Duarte', 'Rita Vale', 'Vanda']
  expect(offered(names, 'va')).toEqual(['Vanda', 'Ana Vale', 'Rita Vale'])
  expect(offered(names, 'ines')).toEqual(['Inês Duarte'])
  expect(offered(names, 'Rita Vale ')).toEqual([])
  expect(offered(names, 'Rita Vale is')).toEqual([])
  expect(offered(names, '')).toEqual(names)
})

test('offered are those who will see it, in every circle; nobody to visitors, to other communities, and for oneself', async () => {
  const of = async (who: VillagerName, audience: string, thread = village.thread) => {
    const answer = await (await village.as(who)).get(`${nameUrls.names({ slug, id: thread })}?audience=${audience}`)
    return answer.status === 200 ? ((await answer.json()) as string[]) : answer.status
  }
  const community = await of('rita', 'community')
  expect(community).toContain('Tomás')
  expect(community).not.toContain('Rita Vale')
  expect(JSON.stringify(community)).not.toContain('Zuzana')
  const facilitators = (await of('rita', 'facilitators')) as string[]
  expect(facilitators.some((name) => name.startsWith('Henk'))).toBe(true)
  expect(facilitators).not.toContain('Tomás')
  expect(await of('tomas', 'community')).toContain('Rita Vale')
  for (const odd of ['me', 'adults', 'group:999999', '', 'public']) expect(await of('rita', odd)).toEqual([])
  expect(await of('rita', 'community', 999_999)).toEqual([])
  expect([403, 404]).toContain(await of('zuzana', 'community'))
  const visitor = await village.visitor().get(`${nameUrls.names({ slug, id: village.thread })}?audience=community`)
  expect(visitor.status).not.toBe(200)
})
