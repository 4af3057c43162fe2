// A content note: the reader meets it first, everywhere the words would stand, and neither side goes over the other's.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { edit, withdraw } from '../actions/amending.ts'
import { say } from '../actions/speaking.ts'
import { openForAll } from '../looking/actions.ts'
import { markOfVoice } from '../pages/kept-voice.tsx'
import { contributionById, type Found } from '../store/contributions.ts'
import { foundContributions } from '../store/found.ts'
import { excerptsOf, latestContributions } from '../store/latest.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { putNote } from './actions.ts'
import { noteOf } from './note.ts'
import { notices } from './notices.ts'
import { urls } from './urls.ts'

let village: Conversation
const slug = 'reading-together'
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const found = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), contributionById(village.scope(who), id)))[0][0]
const put = (who: VillagerName, id: number, note: string) => putNote(village.house, village.scope(who), id, note)
const toldOf = (id: number) =>
  village.house.db.asSystem('facts', async (tx) => {
    const fact = { id: 1, at: tx.now, kind: 'contribution.noted', subject: { kind: 'contribution', id } }
    const people = await notices(village.house)[0]?.audience(tx, { ...fact, community: village.community } as never)
    return people ?? []
  })

test('a note is one line, and nothing when it says nothing', () => {
  expect([noteOf('  about\n a loss '), noteOf(' \n '), noteOf(undefined)]).toEqual(['about a loss', null, null])
})

test('D12: the words stand folded behind the note, and news, search and excerpts tell the note alone', async () => {
  const id = await village.say('marta', 'My grandmother died in the heron house.', { note: 'about a death' })
  const page = await (await (await village.as('rita')).get(dialogueUrls.thread({ slug, id: village.thread }))).text()
  expect(page).not.toContain('heron house')
  const inside = await village.open('ines', 88, `community:${village.community}`)
  expect(inside).toBeGreaterThan(0)
  const scope = village.scope('rita')
  const hit = sql<never>`select 'contribution'::text as kind, ${id}::bigint as id, 1::float8 as rank`
  const [hits, latest, excerpts] = await village.house.db.read(
    scope,
    foundContributions(scope, hit),
    latestContributions(scope, [village.community], 10),
    excerptsOf(scope, [id]),
  )
  for (const row of [hits[0], latest.find((one) => one.id === id), excerpts[0]])
    expect(row?.text).toBe('[about a death]')
})

test('on its page it is a disclosure that opens by itself nowhere: alone, answered, quoted, in its history', async () => {
  const id = await village.say('marta', 'It was in the pelican room.', { note: 'about a loss' })
  await edit(village.house, village.scope('marta'), id, {
    text: 'It was the pelican room.',
    language: 'en',
    version: 1,
  })
  const quoting = await say(village.house, village.scope('rita'), {
    thread: village.thread,
    community: village.community,
    text: 'I am sorry.',
    language: 'en',
    circle: 'community',
    replyTo: id,
    quote: { of: id, words: 'the pelican room' },
  })
  if (!quoting.ok) throw new Error(quoting.reason)
  const henk = await village.as('henk')
  const at = { slug, id }
  for (const address of [
    dialogueUrls.reply(at),
    dialogueUrls.history(at),
    dialogueUrls.reply({ slug, id: quoting.value.id }),
  ]) {
    const page = await (await henk.get(address)).text()
    for (const piece of page.split('pelican room').slice(0, -1)) {
      const before = piece.lastIndexOf('<details class="covered">')
      if (address !== dialogueUrls.reply({ slug, id: quoting.value.id })) expect(before).toBeGreaterThan(-1)
    }
    expect(page).not.toContain('covered" open')
  }
  expect((await found('henk', quoting.value.id))?.quote).toMatchObject({ note: 'about a loss' })
})

test('its author changes it and takes it away; the mark of the voice changes each time', async () => {
  const id = await village.say('rita', 'Hard to say.')
  const marks = new Set<string>()
  const mark = async () => {
    const said = (await found('henk', id)) as Found
    const props = { lang: 'en', zone: 'UTC', slug, now: village.clock.at, around: said.audience, acts: true } as const
    marks.add(markOfVoice({ ...props, said, scope: village.scope('henk') }))
  }
  await mark()
  for (const note of ['about an accident', 'about an accident at school', '']) {
    expect(await put('rita', id, note)).toMatchObject({ ok: true })
    if (note) await mark()
  }
  expect(marks.size).toBe(3)
  expect(await found('henk', id)).toMatchObject({ note: null, note_from: null, version: 1 })
})

test('a facilitator puts one and its author is told; members may not; neither goes over the other', async () => {
  const id = await village.say('rita', 'What happened on the bus.')
  expect(await put('joana', id, 'about a fight')).toMatchObject({ ok: false, reason: 'note.notYours' })
  expect(await put('ines', id, 'about a fight')).toMatchObject({ ok: true })
  expect(await found('marta', id)).toMatchObject({ note: 'about a fight', note_from: 'facilitators' })
  expect(await toldOf(id)).toEqual([village.people.rita])
  expect(await put('rita', id, '')).toMatchObject({ ok: false, reason: 'note.facilitators' })
  expect(await put('henk', id, '')).toMatchObject({ ok: true })
  expect(await put('rita', id, 'mine')).toMatchObject({ ok: true })
  expect(await toldOf(id)).toEqual([])
  expect(await put('ines', id, 'ours')).toMatchObject({ ok: false, reason: 'note.author' })
  const byHand = village.house.db.write(village.scope('joana'), (tx) =>
    tx.rows(sql`update dialogue.contribution set note = 'forged', note_from = 'author' where id = ${id}`),
  )
  await expect(byHand).rejects.toThrow()
})

test('without a name too: the facilitator does not learn whose it is, its author is told', async () => {
  const id = await village.say('marta', 'Nobody knows.', { withoutName: true })
  expect(await put('ines', id, 'about fear')).toMatchObject({ ok: true })
  expect((await found('ines', id))?.author_id).toBe(0)
  expect(await toldOf(id)).toEqual([village.people.marta])
})

test('at once: two notes leave one; withdrawn, it is gone with the words; twice, it is there once', async () => {
  const id = await village.say('rita', 'Both at once.')
  const both = await Promise.all([put('rita', id, 'mine'), put('ines', id, 'ours')])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  await withdraw(village.house, village.scope('rita'), id)
  expect(await found('henk', id)).toMatchObject({ note: null, withdrawn: true })
  expect(await put('ines', id, 'late')).toMatchObject({ ok: false, reason: 'change.withdrawn' })
})

test('a student’s note waits for a look like words; an adult opens only what they saw', async () => {
  const id = await village.say('tomas', 'It hurts.', { note: 'about my knee' })
  const first = (await found('ines', id)) as Found
  expect(first).toMatchObject({ waits: true, note: 'about my knee' })
  expect(await put('tomas', id, 'about my head')).toMatchObject({ ok: true })
  expect(await openForAll(village.house, village.scope('ines'), id, first.version)).toMatchObject({
    reason: 'look.meanwhile',
  })
  expect(await openForAll(village.house, village.scope('ines'), id, first.version + 1)).toMatchObject({ ok: true })
  expect(await found('rita', id)).toMatchObject({ note: 'about my head' })
  expect(await put('tomas', id, 'Nuno is stupid')).toMatchObject({ ok: true })
  expect(await found('rita', id)).toBeUndefined()
  const other = await village.say('tomas', 'Opened.')
  await openForAll(village.house, village.scope('ines'), other, 1)
  await put('henk', other, 'about a fall')
  expect(await found('rita', other)).toMatchObject({ note: 'about a fall', waits: false })
})

test('the page: who may, what was typed comes back, the form sends a note along with the words', async () => {
  const id = await village.say('rita', 'A page.')
  const [rita, joana, ines, zuzana] = await Promise.all([
    village.as('rita'),
    village.as('joana'),
    village.as('ines'),
    village.as('zuzana'),
  ])
  const note = urls.note({ slug, id })
  expect([(await rita.get(note)).status, (await ines.get(note)).status]).toEqual([200, 200])
  expect([(await joana.get(note)).status, (await zuzana.get(note)).status]).toEqual([404, 404])
  const long = await rita.post(note, { note: 'x'.repeat(121) })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('x'.repeat(121))
  expect((await joana.post(note, { note: 'no' })).status).toBe(422)
  const named = await rita.post(note, { note: 'about Tomás and the stairs' })
  expect(named.status).toBe(422)
  expect(await named.text()).toContain('value="agreed"')
  expect((await rita.post(note, { note: 'about rain' })).status).toBe(303)
  expect(await found('joana', id)).toMatchObject({ note: 'about rain' })
  const sent = { text: 'Words.', language: 'en', audience: 'community' }
  const wrong = await rita.post(dialogueUrls.say({ slug, id: village.thread }), { ...sent, note: 'y'.repeat(121) })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('y'.repeat(121))
  expect(
    (await rita.post(dialogueUrls.say({ slug, id: village.thread }), { ...sent, note: 'about snow' })).status,
  ).toBe(303)
})
