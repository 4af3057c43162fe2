// A conversation that lives: everybody is told what they would see by loading again, in whichever process they listen.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ear, listen, openProcess, openTwo, type Process } from '../../../../tests/village/listening.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { record } from '../../../platform/facts/record.ts'
import type { MemberScope } from '../../people/contract.ts'
import { edit, narrow, withdraw } from '../actions/amending.ts'
import { say, takeBack } from '../actions/speaking.ts'
import { openThread } from '../actions/threads.ts'
import { putNote } from '../covering/actions.ts'
import { openForAll } from '../looking/actions.ts'
import { resolve } from '../resolving/actions.ts'
import { urls } from '../urls.ts'

const slug = 'reading-together'
let village: Awaited<ReturnType<typeof openTwo>>
const open: Ear[] = []
beforeAll(async () => {
  village = await openTwo()
})
afterAll(async () => {
  for (const ear of open) await ear.hangUp()
  await village.close()
})

const roomFor = async (audience: string, who: VillagerName = 'ines') => {
  const scope = village.scope(who)
  const { id: community } = village.communities.reading
  return village.house.db.write(scope, (tx) =>
    openThread(tx, scope, { community, subject: null, audience, language: 'en', title: 'Rain' }),
  )
}
const closedRoom = () => roomFor(`community:${village.communities.reading.id}`)

type More = Partial<Pick<Parameters<typeof say>[2], 'circle' | 'replyTo' | 'withoutName' | 'manner'>>
const says = async (who: VillagerName, thread: number, text: string, more: More = {}) => {
  const community = village.communities.reading.id
  const said = await say(village.house, village.scope(who), {
    thread,
    community,
    text,
    language: 'en',
    circle: 'community',
    ...more,
  })
  if (!said.ok) throw new Error(said.reason)
  return said.value.id
}

const hear = async (where: Process, who: VillagerName | undefined, place: string, once = false) => {
  const session = who && (await village.session(who))
  const ear = await listen(where, session, [place], { once })
  open.push(ear)
  return ear
}
/** The page as this person gets it by loading again. */
const pageOf = async (who: VillagerName | undefined, thread: number, query = '') => {
  const browser = who ? await village.as(who) : village.visitor()
  return (await browser.get(urls.thread({ slug, id: thread }) + query)).text()
}
const part = (id: number) => (told: Ear['told'][number]) => told.parts.some((one) => one.id === `voice-${id}`)
const htmlOf = (ear: Ear, id: number) =>
  ear.told.findLast(part(id))?.parts.find((one) => one.id === `voice-${id}`)?.html ?? 'nothing'
const scopeOf = (who: VillagerName): MemberScope => village.scope(who)

test('each is told the very bytes that their page has: member, facilitator, author, student, in two processes', async () => {
  const thread = await closedRoom()
  const place = `thread:${thread}:1`
  const first = await says('rita', thread, 'The rain was loud today.')
  const people = ['rita', 'joana', 'paulo', 'ines', 'tomas'] as const
  const ears = await Promise.all(
    people.map(async (who, i) => [who, await hear(i % 2 ? village.one : village.other, who, place)] as const),
  )
  for (const [who, ear] of ears) {
    await ear.hears(part(first))
    expect(await pageOf(who, thread)).toContain(htmlOf(ear, first))
  }
  const answer = await says('joana', thread, 'We *all* heard it.', { replyTo: first })
  const later = await says('rita', thread, 'And then the sun came.')
  for (const [who, ear] of ears) {
    await ear.hears(part(answer))
    await ear.hears(part(later))
    const page = await pageOf(who, thread)
    expect(page).toContain(htmlOf(ear, answer))
    expect(page).toContain(htmlOf(ear, later))
    expect(ear.told.findLast(part(answer))?.parts[0]?.under).toBe(`voice-${first}`)
  }
  const marks = new Map(ears.map(([who, ear]) => [who, htmlOf(ear, later)]))
  expect(marks.get('rita')).not.toBe(marks.get('joana'))
  // Nobody was told anything twice.
  for (const [, ear] of ears) expect(ear.told.filter(part(later))).toHaveLength(1)
})

test('what is said to fewer, to oneself or without a name reaches whom it may, and nobody hears that there was something', async () => {
  const thread = await closedRoom()
  const place = `thread:${thread}:1`
  const begun = await says('ines', thread, 'A beginning.')
  const [rita, ines, other] = await Promise.all([
    hear(village.one, 'rita', place),
    hear(village.other, 'ines', place),
    hear(village.one, 'joana', place),
  ])
  await rita.hears(part(begun))
  const narrowOne = await says('rita', thread, 'For the facilitators.', { circle: 'facilitators' })
  const note = await says('joana', thread, 'A note to myself.', { circle: 'me' })
  const nameless = await says('joana', thread, 'I do not like it.', { withoutName: true })
  for (const ear of [rita, ines, other]) await ear.hears(part(nameless))
  expect(rita.told.some(part(narrowOne))).toBe(true)
  expect(ines.told.some(part(narrowOne))).toBe(true)
  expect(other.told.some(part(note))).toBe(true)
  expect(JSON.stringify(other.told)).not.toContain(`voice-${narrowOne}"`)
  expect(JSON.stringify([rita.told, ines.told])).not.toContain(`voice-${note}"`)
  expect(JSON.stringify(rita.told)).not.toContain('Joana')
  expect(await pageOf('joana', thread)).toContain(htmlOf(other, nameless))
  expect(await pageOf('rita', thread)).toContain(htmlOf(rita, nameless))
  // Taken back, it is as if it had not been: only whoever had it is told that it is gone.
  await takeBack(village.house, scopeOf('rita'), narrowOne)
  await ines.hears(({ gone }) => gone.includes(`voice-${narrowOne}`))
  await rita.hears(({ gone }) => gone.includes(`voice-${narrowOne}`))
  expect(other.told.every(({ gone }) => gone.length === 0)).toBe(true)
})

test('a student’s words: the adults and the student at once, everybody after one look; then edited, narrowed, withdrawn', async () => {
  const thread = await closedRoom()
  const place = `thread:${thread}:1`
  await says('ines', thread, 'How was it?')
  const [ines, tomas, rita] = await Promise.all([
    hear(village.one, 'ines', place),
    hear(village.one, 'tomas', place),
    hear(village.other, 'rita', place),
  ])
  const id = await says('tomas', thread, 'I was tierd.')
  await ines.hears(part(id))
  await tomas.hears(part(id))
  expect(await pageOf('ines', thread)).toContain(htmlOf(ines, id))
  expect(await pageOf('tomas', thread)).toContain(htmlOf(tomas, id))
  expect(await openForAll(village.house, scopeOf('ines'), id, 1)).toMatchObject({ ok: true })
  await rita.hears(part(id))
  expect(rita.told.filter(part(id))).toHaveLength(1)
  expect(await pageOf('rita', thread)).toContain(htmlOf(rita, id))
  const words = await says('rita', thread, 'So was I.')
  const changed = { text: 'So was I, too.', language: 'en', version: 1 } as const
  expect(await edit(village.house, scopeOf('rita'), words, changed)).toMatchObject({ ok: true })
  await ines.hears((told) => told.parts.some(({ html }) => html?.includes('So was I, too.')))
  expect(await pageOf('ines', thread)).toContain(htmlOf(ines, words))
  await narrow(village.house, scopeOf('rita'), words, 'facilitators')
  await tomas.hears(({ gone }) => gone.includes(`voice-${words}`))
  await withdraw(village.house, scopeOf('rita'), words)
  await ines.hears((told) => told.parts.some(({ html }) => html?.includes('voice gone')))
  expect(await pageOf('ines', thread)).toContain(htmlOf(ines, words))
})

test('a note put before words, and what answered a wondering, come to open pages as a reload shows them', async () => {
  const thread = await closedRoom()
  const place = `thread:${thread}:1`
  const wondering = await says('rita', thread, 'I wonder whether the heron comes back.', { manner: 'wonder' })
  const answer = await says('ines', thread, 'It did, on Monday.')
  const ears = await Promise.all(
    (['joana', 'ines'] as const).map(
      async (who, i) => [who, await hear(i ? village.one : village.other, who, place)] as const,
    ),
  )
  for (const [, ear] of ears) await ear.hears(part(answer))
  await putNote(village.house, scopeOf('ines'), wondering, 'about a bird')
  for (const [who, ear] of ears) {
    await ear.hears((told) => told.parts.some(({ html }) => html?.includes('about a bird')))
    expect(htmlOf(ear, wondering)).toContain('class="covered"')
    expect(await pageOf(who, thread)).toContain(htmlOf(ear, wondering))
  }
  await resolve(village.house, scopeOf('rita'), wondering, answer)
  for (const [who, ear] of ears) {
    await ear.hears((told) => told.parts.some(({ html }) => html?.includes('Answered by')))
    expect(await pageOf(who, thread)).toContain(htmlOf(ear, wondering))
  }
})

test('visitors of a public conversation are told alike; of a closed one nothing, not even that it is there', async () => {
  const { id: community } = village.communities.reading
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`update community.community set open = true where id = ${community}`),
  )
  const thread = await roomFor('public')
  const closed = await closedRoom()
  await says('rita', closed, 'Inside.')
  const ears = [
    await hear(village.one, undefined, `thread:${thread}:1`),
    await hear(village.other, undefined, `thread:${thread}:1`),
  ]
  expect((await hear(village.one, undefined, `thread:${closed}:1`)).status).toBe(204)
  expect((await hear(village.one, undefined, 'thread:999999:1')).status).toBe(204)
  const inside = await says('rita', thread, 'For us alone.')
  const id = await village.house.db.asSystem('import', async (tx) => {
    const row = await tx.one(sql<{ id: number }>`
      insert into dialogue.contribution (thread_id, place_at, author_id, audience, language, text, html, said_at)
      values (${thread}, ${tx.now}, ${village.people.ines}, 'public', 'en', 'For all.', '<p>For all.</p>', ${tx.now})
      returning id`)
    const subject = { kind: 'contribution', id: row?.id ?? 0 }
    await record(tx, { kind: 'contribution.said', actor: village.people.ines, subject, community })
    return row?.id ?? 0
  })
  for (const ear of ears) {
    await ear.hears(part(id))
    expect(ear.told.some(part(inside))).toBe(false)
    expect(await pageOf(undefined, thread)).toContain(htmlOf(ear, id))
  }
})

test('a browser that slept, or whose server was killed, is told exactly what it has not; a polling one the same at once', async () => {
  const thread = await closedRoom()
  const [kept, changed, back] = [
    await says('rita', thread, 'One.'),
    await says('rita', thread, 'Two.'),
    await says('rita', thread, 'Three.'),
  ]
  const third = openProcess(village)
  const ear = await hear(third, 'joana', `thread:${thread}:1`)
  await ear.hears(part(back))
  const has = ear.told.flatMap(({ parts }) => parts.map(({ id, mark }) => `${id}.${mark}`)).join(',')
  await third.close()
  expect(ear.ended()).toBe(true)
  await takeBack(village.house, scopeOf('rita'), back)
  await edit(village.house, scopeOf('rita'), changed, { text: 'Two, again.', language: 'en', version: 1 })
  const fresh = await says('ines', thread, 'While you slept.')
  for (const once of [false, true]) {
    const again = await hear(village.one, 'joana', `thread:${thread}:1~${has}`, once)
    const told = await again.hears(({ event }) => event === 'news')
    expect(told.parts.map(({ id }) => id)).toEqual([`voice-${changed}`, `voice-${fresh}`])
    expect(told.gone).toEqual([`voice-${back}`])
    expect(JSON.stringify(told)).not.toContain(`voice-${kept}"`)
    for (let i = 0; once && i < 50 && !again.ended(); i++) await new Promise((done) => setTimeout(done, 20))
    expect(again.ended()).toBe(once)
  }
})

test('what is too much for a line is not sent: the page is to be loaded again; what stands on the next page is a way there', async () => {
  const thread = await closedRoom()
  const ids: number[] = []
  for (let i = 0; i < 51; i++) ids.push(await says('rita', thread, `Number ${i}.`))
  const ear = await hear(village.one, 'joana', `thread:${thread}:1`)
  expect((await ear.hears(({ event }) => event === 'news')).again).toBe(true)
  const next = await says('rita', thread, 'On the second page.')
  const told = await ear.hears(part(next))
  expect(told.parts[0]).toMatchObject({ href: urls.voice({ slug, id: next }) })
  expect(told.parts[0]?.html).toBeUndefined()
  const second = await hear(village.other, 'joana', `thread:${thread}:2`)
  await second.hears(part(next))
  expect(await pageOf('joana', thread, '?voices=2')).toContain(htmlOf(second, next))
})

test('a session that ended and a seat that was taken away are asked for again before anything is said', async () => {
  const thread = await closedRoom()
  const place = `thread:${thread}:1`
  await says('ines', thread, 'Hello.')
  const session = await village.session('paulo')
  const paulo = await listen(village.one, session, [place])
  const ana = await hear(village.other, 'ana', place)
  open.push(paulo)
  await paulo.hears(({ event }) => event === 'hello')
  await village.house.db.asSystem('sign-in', (tx) =>
    tx.rows(sql`delete from people.session where person_id = ${village.people.paulo}`),
  )
  await village.house.db.asSystem('command-line', async (tx) => {
    await tx.rows(sql`delete from community.membership where person_id = ${village.people.ana}`)
  })
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`update community.community set open = false where id = ${village.communities.reading.id}`),
  )
  const id = await says('rita', thread, 'Not for those who left.')
  const rita = await hear(village.one, 'rita', place)
  await rita.hears(part(id))
  for (let i = 0; i < 50 && !(paulo.ended() && ana.ended()); i++) await new Promise((done) => setTimeout(done, 50))
  expect([paulo.ended(), ana.ended()]).toEqual([true, true])
  expect([...paulo.told, ...ana.told].some(part(id))).toBe(false)
})
