// What a community hears of itself: a question chosen or answered, a story out, somebody new, the first meeting; to whom, and once.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../tests/village/questions.ts'
import { openStory, type StoryVillage } from '../tests/village/story.ts'
import type { VillagerName } from './demonstration/people.ts'
import { addUnknown, answer, move } from './modules/challenge/actions/carry.ts'
import { raise } from './modules/challenge/actions/raise.ts'
import { leave, settleMeeting } from './modules/community/actions/belonging.ts'
import type { Place } from './modules/people/contract.ts'
import { recipientOf } from './modules/people/public.ts'
import { noticeSources } from './notices.ts'
import type { Notice } from './platform/facts/notice.ts'

let village: StoryVillage
let place: Place
beforeAll(async () => {
  village = await openStory()
  const { id, slug } = village.communities.reading
  place = { id, slug, name: 'Reading together', language: 'en', invented: true, open: false }
})
afterAll(() => village.close())

const owner = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
/** Whom the newest fact of a kind tells, by name, and what it says to one of them. */
const told = async (kind: string, reader: VillagerName, on: 'letter' | 'page' = 'letter') => {
  const [fact] = await owner(sql<{ id: number; at: Date; kept: string; subject: number; community: number }>`
    select id, at, subject_kind as kept, subject_id as subject, community_id as community
    from platform.fact where kind = ${kind} order by id desc limit 1`)
  const source = noticeSources(village.house).find(({ facts }) => facts.includes(kind))
  if (!fact || !source) throw new Error(`Nothing of the kind ${kind}`)
  const whole = { ...fact, kind, subject: { kind: fact.kept, id: fact.subject } }
  const numbers = await village.house.db.asSystem('facts', (tx) => source.audience(tx, whole))
  const to = await village.house.db.asSystem('job', (tx) => recipientOf(tx, village.people[reader]))
  const says: Notice | undefined =
    to && (await source.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on }, whole))
  const names = Object.entries(village.people).flatMap(([name, id]) => (numbers.includes(id) ? [name] : []))
  return { names: names.sort(), says, urgency: source.urgency }
}
const question = async (words: string, circle: 'community' | 'facilitators' = 'community') => {
  const input = { aboutChild: 'no', question: words, language: 'en', circle, help: [] } as const
  return (await must(raise(village.house, village.scope('ines'), place, input))).id
}
const everybody = ['ana', 'henk', 'ines', 'joana', 'marta', 'paulo', 'rita', 'tomas']

test('the first meeting is told when it is set, moved, or open again; at once within a week, and never for nothing', async () => {
  const { id, slug } = village.communities.quiet
  const quiet: Place = { id, slug, name: 'Quiet corners', language: 'sk', invented: true, open: false }
  const zuzana = village.scope('zuzana')
  const settle = (on: string | null, at: string | null = null) =>
    must(settleMeeting(village.house, zuzana, quiet, { on, at, where: null }))
  const kinds = async () =>
    (
      await owner(sql<{ kind: string }>`select kind from platform.fact
        where subject_kind = 'community' and subject_id = ${id} and kind like 'meeting.%' order by id`)
    ).map(({ kind }) => kind)
  await settle(null)
  await owner(sql`delete from platform.fact where subject_kind = 'community' and subject_id = ${id}`)
  await settle('2026-12-20')
  expect(await kinds()).toEqual(['meeting.settled'])
  const set = await told('meeting.settled', 'peter')
  expect([set.names.includes('zuzana'), set.names.includes('peter'), set.urgency]).toEqual([false, true, 'told'])
  expect(set.says?.subject).toBe('Quiet corners meets')
  // The same again tells nobody.
  await settle('2026-12-20')
  expect(await kinds()).toHaveLength(1)
  await settle('2026-11-27', '15:00')
  expect(await kinds()).toEqual(['meeting.settled', 'meeting.settled', 'meeting.settled-soon'])
  expect((await told('meeting.settled', 'peter')).names).toEqual([])
  expect(await told('meeting.settled-soon', 'peter')).toMatchObject({
    urgency: 'asked',
    says: { subject: 'Quiet corners meets at another time or place', text: 'Friday 27 November, 15:00' },
  })
  await settle(null)
  expect((await told('meeting.settled-soon', 'peter')).says).toBeUndefined()
  expect((await told('meeting.unsettled-soon', 'peter')).says?.subject).toContain('open again')
  await settle('2026-12-21')
  expect((await told('meeting.unsettled-soon', 'peter')).says).toBeUndefined()
  expect((await told('meeting.settled', 'marta')).says).toBeUndefined()
})

test('a question that is chosen is told to those who hear it, as long as it is worked on', async () => {
  const id = await question('Who turns the page?')
  await must(move(village.house, village.scope('ines'), id, 'choose'))
  const chosen = await told('challenge.chosen', 'marta')
  expect(chosen.names).toEqual(everybody.filter((name) => name !== 'ines'))
  expect(chosen.says).toMatchObject({ subject: 'We work on a question', quote: { words: 'Who turns the page?' } })
  await must(move(village.house, village.scope('ines'), id, 'park'))
  expect((await told('challenge.chosen', 'marta')).says).toBeUndefined()
  const narrow = await question('Who carries us?', 'facilitators')
  await must(move(village.house, village.scope('ines'), narrow, 'choose'))
  expect((await told('challenge.chosen', 'marta')).names).toEqual(['henk'])
  expect((await told('challenge.chosen', 'marta')).says).toBeUndefined()
})

test('an answer for now is told to those who wait for no word of their own', async () => {
  const id = await question('Who listens?')
  await must(addUnknown(village.house, village.scope('joana'), id, { words: 'Who is left out?', language: 'en' }))
  const found = { known: 'Those who read.', staysOpen: 'Why.', language: 'en' } as const
  await must(answer(village.house, village.scope('ines'), id, found))
  const answered = await told('challenge.answered', 'marta')
  expect(answered.names).toEqual(everybody.filter((name) => name !== 'ines' && name !== 'joana'))
  expect(answered.says?.subject).toBe('A question was answered for now')
  // Chosen and answered in one act: told once.
  expect((await told('challenge.chosen', 'marta')).says).toBeUndefined()
})

test('a published story is told to its community once, and not when it is withdrawn', async () => {
  await village.out()
  const out = await told('story.published', 'marta')
  expect(out.names).toEqual(everybody.filter((name) => name !== 'rita'))
  expect(out.says).toMatchObject({ subject: 'A story of ours can be read' })
  expect((await told('story.published', 'zuzana')).says).toBeUndefined()
  await owner(sql`update library.entry set version = 2 where kind = 'story'`)
  expect((await told('story.published', 'marta')).says).toBeUndefined()
  await owner(sql`update library.entry set version = 1, withdrawn_at = now() where kind = 'story'`)
  expect((await told('story.published', 'marta')).says).toBeUndefined()
})

test('somebody new is told to the facilitators alone, by name on the page only, while they are here', async () => {
  await owner(sql`insert into platform.fact (at, kind, actor_id, subject_kind, subject_id, community_id)
    values (now(), 'community.joined', ${village.people.tomas}, 'person', ${village.people.tomas}, ${place.id})`)
  const joined = await told('community.joined', 'ines')
  expect(joined.names).toEqual(['henk', 'ines'])
  expect(JSON.stringify(joined.says)).not.toContain('Tomás')
  expect((await told('community.joined', 'ines', 'page')).says?.text).toContain('Tomás')
  expect((await told('community.joined', 'rita')).says).toBeUndefined()
  await must(leave(village.house, village.scope('tomas'), place))
  expect((await told('community.joined', 'ines')).says).toBeUndefined()
})
