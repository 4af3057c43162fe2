// Who said something without a name: told to two people together, with a reason, a row for each look, and the author told.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { recipientOf } from '../../people/public.ts'
import { withdraw } from '../actions/amending.ts'
import { takeBack } from '../actions/speaking.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { askWho, decide, lookWho } from './actions.ts'
import { unsealingNotices } from './notices.ts'
import { unsealings } from './store.ts'
import { urls } from './urls.ts'

let village: Conversation
const slug = 'reading-together'
const place = () => ({
  id: village.community,
  slug,
  name: 'Reading together',
  language: 'en' as const,
  invented: true,
  open: false,
})
/** Makes somebody a safeguarding lead by their own yes. */
const leads = (who: VillagerName) =>
  village.house.db.asSystem('demonstration', (tx) =>
    tx.rows(sql`insert into safeguarding.lead (community_id, person_id, named_by, named_at, accepted_at)
      values (${village.community}, ${village.people[who]}, ${village.people.ines}, ${tx.now}, ${tx.now})`),
  )
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const whisper = (who: VillagerName, text: string) => village.say(who, text, { withoutName: true })
const because = { reason: 'She may be in danger at home.', language: 'en' }
const ask = (who: VillagerName, id: number) => askWho(village.house, village.scope(who), place(), id, because)
const decides = (who: VillagerName, request: number, agree: boolean, risk = '') =>
  decide(village.house, village.scope(who), place(), request, { agree, risk })
const look = (who: VillagerName, request: number) => lookWho(village.house, village.scope(who), request)
const known = async (who: VillagerName, id: number | null = null) =>
  (await village.house.db.read(village.scope(who), unsealings(village.community, id)))[0]
const requestOn = async (id: number) => (await known('ines', id))[0]?.id ?? 0
const page = async (who: VillagerName, path: string) => (await (await village.as(who)).get(path)).text()
const status = async (who: VillagerName, path: string) => (await (await village.as(who)).get(path)).status
const looks = () =>
  village.house.db.asSystem('command-line', (tx) =>
    tx.rows<{ person_id: number }>(sql`select person_id from dialogue.unsealing_look order by at, person_id`),
  )

test('without a lead nobody is told; the page says so, and names who looks after the group', async () => {
  const id = await whisper('marta', 'I am afraid of the way home.')
  expect(await ask('ines', id)).toMatchObject({ ok: false, reason: 'noLead' })
  expect(await page('ines', urls.one({ slug, id }))).toContain('no safeguarding lead besides you')
  await leads('henk')
})

test('D10: a facilitator asks, a lead agrees, these two may look, each look is written down, and the author is told', async () => {
  const id = await whisper('marta', 'The heron house frightens me.')
  expect(await ask('ines', id)).toMatchObject({ ok: true })
  // Twice is once.
  expect(await ask('ines', id)).toMatchObject({ ok: true })
  const request = await requestOn(id)
  expect(await look('ines', request)).toMatchObject({ ok: false })
  expect(await look('henk', request)).toMatchObject({ ok: false })
  expect(await decides('ines', request, true)).toMatchObject({ ok: false, reason: 'decided' })
  expect(await decides('henk', request, true)).toMatchObject({ ok: true })
  expect(await decides('henk', request, false)).toMatchObject({ ok: false, reason: 'decided' })
  expect(await look('ines', request)).toMatchObject({ ok: true, value: { name: 'Marta' } })
  expect(await look('henk', request)).toMatchObject({ ok: true, value: { name: 'Marta' } })
  expect((await looks()).map((one) => one.person_id).sort()).toEqual([village.people.ines, village.people.henk].sort())
  const told = await page('marta', urls.one({ slug, id }))
  expect(told).toContain('Duas pessoas sabem que você disse isto')
  expect(told).toContain('She may be in danger at home.')
  // The conversation shows no name to anybody, as before.
  for (const who of ['ines', 'henk', 'rita'] as const)
    expect(await page(who, dialogueUrls.voice({ slug, id }))).not.toContain('>Marta<')
})

test('nobody else knows that it was asked, looks, or is let near it by any door', async () => {
  const id = await whisper('marta', 'Only for two.')
  await ask('ines', id)
  const request = await requestOn(id)
  for (const who of ['rita', 'joana', 'tomas'] as const) {
    expect(await known(who)).toEqual([])
    expect(await ask(who, id)).toMatchObject({ ok: false })
    expect(await decides(who, request, true)).toMatchObject({ ok: false })
    expect(await look(who, request)).toMatchObject({ ok: false })
    for (const path of [urls.one({ slug, id }), urls.all({ slug })]) expect(await status(who, path)).toBe(404)
    const browser = await village.as(who)
    expect((await browser.post(urls.one({ slug, id }), { reason: 'Me too.' })).status).toBe(404)
    expect(await (await browser.post(urls.name({ slug, id: request }))).text()).not.toContain('Marta')
    expect((await browser.post(urls.decision({ slug, id: request }), { agree: 'yes' })).status).toBe(404)
  }
  // Its author is not told while nobody has agreed.
  expect(await status('marta', urls.one({ slug, id }))).toBe(404)
  const peek = (who: VillagerName) =>
    village.house.db.read(village.scope(who), sql`select * from dialogue.unsealing`).then(
      () => 'read',
      () => 'refused',
    )
  for (const who of ['ines', 'henk', 'rita'] as const) expect(await peek(who)).toBe('refused')
})

test('a lead who wrote the words sees nothing of it, decides nothing, and whoever asks is not told why', async () => {
  const id = await whisper('henk', 'I am the lead, and I said this.')
  expect(await ask('ines', id)).toMatchObject({ ok: true })
  const request = await requestOn(id)
  expect((await known('henk')).some((one) => one.id === request)).toBe(false)
  expect(await decides('henk', request, false)).toMatchObject({ ok: false, reason: 'decided' })
  expect((await known('ines', id))[0]?.agreed).toBeNull()
  expect(await ask('henk', id)).toMatchObject({ ok: false, reason: 'gone' })
})

test('a no ends it, and the name stays sealed; asked anew with another reason, it is decided anew', async () => {
  const id = await whisper('marta', 'No is an answer.')
  await ask('ines', id)
  const request = await requestOn(id)
  expect(await decides('henk', request, false)).toMatchObject({ ok: true })
  expect(await look('ines', request)).toMatchObject({ ok: false })
  expect(await status('marta', urls.one({ slug, id }))).toBe(404)
  expect(await ask('ines', id)).toMatchObject({ ok: true })
  expect(await requestOn(id)).not.toBe(request)
})

test('where a lead records a danger, the author is not told; the tick alone is not enough', async () => {
  const id = await whisper('marta', 'He reads my phone.')
  await ask('ines', id)
  const request = await requestOn(id)
  const henk = await village.as('henk')
  const bare = await henk.post(urls.decision({ slug, id: request }), { agree: 'yes', silent: 'yes', risk: '' })
  expect(bare.status).toBe(422)
  expect(await bare.text()).toContain('Zeg waarom bericht gevaarlijk zou zijn')
  const full = { agree: 'yes', silent: 'yes', risk: 'Somebody else reads her letters.' }
  expect((await henk.post(urls.decision({ slug, id: request }), full)).status).toBe(303)
  expect(await status('marta', urls.one({ slug, id }))).toBe(404)
  expect(await page('henk', urls.all({ slug }))).toContain('Somebody else reads her letters.')
  const name = await (await henk.post(urls.name({ slug, id: request }))).text()
  expect(name).toContain('Marta')
})

test('letters say that something waits, never whose words they are, and reach the author only when they are told', async () => {
  const id = await whisper('marta', 'By letter.')
  await ask('ines', id)
  const request = await requestOn(id)
  const { house, people } = village
  const toldOf = (kind: string) =>
    house.db.asSystem('facts', async (tx) => {
      const source = unsealingNotices(house).find(({ facts }) => facts.includes(kind))
      const fact = {
        id: 1,
        at: tx.now,
        kind,
        subject: { kind: 'unsealing', id: request },
        community: village.community,
      }
      return (await source?.audience(tx, { ...fact, actor: null } as never)) ?? []
    })
  const letter = async (who: VillagerName, kind: string) => {
    const to = await house.db.asSystem('job', (tx) => recipientOf(tx, people[who]))
    const source = unsealingNotices(house).find(({ facts }) => facts.includes(kind))
    const fact = { kind, subject: { kind: 'unsealing', id: request }, community: village.community }
    return to && source?.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, fact)
  }
  expect(await toldOf('unsealing.asked')).toEqual([people.henk])
  expect(JSON.stringify(await letter('henk', 'unsealing.asked'))).not.toMatch(/Marta|By letter|danger/)
  expect(await letter('rita', 'unsealing.asked')).toBeUndefined()
  await decides('henk', request, true)
  expect(await toldOf('unsealing.agreed')).toEqual([people.ines, people.marta])
  expect((await letter('ines', 'unsealing.agreed'))?.subject).toBe('A lead has decided')
  expect((await letter('marta', 'unsealing.agreed'))?.subject).toBe('Two people know that you said something')
  expect(await letter('henk', 'unsealing.agreed')).toBeUndefined()
})

test('withdrawn, it cannot be asked any more; taken back, nothing of it is left; a facilitator who steps back looks no more', async () => {
  const { house, scope } = village
  const gone = await whisper('marta', 'Going.')
  await withdraw(house, scope('marta'), gone)
  expect(await ask('ines', gone)).toMatchObject({ ok: false, reason: 'gone' })
  const id = await whisper('marta', 'Gone soon.')
  await ask('ines', id)
  const request = await requestOn(id)
  await decides('henk', request, true)
  await house.db.asSystem('demonstration', (tx) =>
    tx.rows(sql`update community.membership set role = 'member' where person_id = ${village.people.ines}`),
  )
  expect(await known('ines', id)).toEqual([])
  await takeBack(house, scope('marta'), id)
  expect(await look('henk', request)).toMatchObject({ ok: false })
})
