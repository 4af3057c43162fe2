// A guardian's link: what it opens, what it never shows, and how it ends.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Care, openCare } from '../../../../tests/village/care.ts'
import { guardiansIn } from '../../../../tests/village/guardians.ts'
import { must } from '../../../../tests/village/questions.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { say } from '../../dialogue/actions/speaking.ts'
import { openForAll } from '../../dialogue/looking/actions.ts'
import * as actions from './actions.ts'
import { urls } from './urls.ts'

let village: Care
let linked: ReturnType<typeof guardiansIn>['linked']
const part = { what: 'words', circle: 'community' } as const
beforeAll(async () => {
  village = await openCare()
  linked = guardiansIn(village).linked
})
afterAll(() => village.close())

const speak = (who: VillagerName) =>
  say(village.house, village.scope(who), {
    thread: village.thread,
    community: village.place.id,
    text: 'I say so.',
    language: 'en',
    circle: 'community',
  })
const asks = (yes: boolean) => actions.askGuardians(village.house, village.scope('ines'), village.place, yes)
const forget = async () => {
  await village.owner(sql`delete from safeguarding.guardian`)
  await village.owner(sql`delete from safeguarding.assent`)
  await village.owner(sql`delete from safeguarding.age`)
  await must(asks(false))
}

test('a guardian’s link: no password, one child, in their language; opening it answers nothing', async () => {
  await forget()
  const { id, token } = await linked()
  const visitor = village.visitor()
  const address = urls.link({ token })
  const page = await visitor.get(address)
  expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer'])
  expect(await page.text()).toContain('O que permite para Tomás')
  expect(await village.owner(sql`select id from safeguarding.consent`)).toEqual([])
  const said = await visitor.post(address, { ...part, answer: 'yes' }, { origin: 'null' })
  expect(said.status).toBe(303)
  expect(await village.owner(sql`select guardian_id, way, yes, until from safeguarding.consent`)).toEqual([
    { guardian_id: id, way: 'link', yes: true, until: null },
  ])
  expect(await (await visitor.get(address)).text()).toContain('Disse que sim.')
  const voice = { what: 'voice', circle: 'school' }
  await visitor.post(address, { ...voice, answer: 'yes' })
  expect(await (await visitor.get(address)).text()).toContain('até 31 de julho de 2027')
  const odd = await visitor.post(address, { what: 'heart', circle: 'public', answer: 'maybe' })
  expect(odd.status).toBeLessThan(500)
})

test('D22: a guardian’s view and copy hold what the group hears, and nothing private, unnamed, withheld or of others', async () => {
  await forget()
  const { token } = await linked()
  const words = async (text: string, circle: 'community' | 'me' | 'facilitators', withoutName = false) => {
    const scope = village.scope('tomas')
    const saying = {
      thread: village.thread,
      community: village.place.id,
      text,
      language: 'en' as const,
      circle,
      withoutName,
    }
    const { id } = await must(say(village.house, scope, saying))
    return id
  }
  const open = (id: number) => must(openForAll(village.house, village.scope('ines'), id, 1))
  const heard = await words('The group hears the robin.', 'community')
  await open(heard)
  await words('Only I hear the magpie.', 'me')
  await words('The facilitators hear the wren.', 'facilitators')
  await words('Nobody looked at the heron yet.', 'community')
  await open(await words('Without my name, the kestrel.', 'community', true))
  const reported = await words('A case hides the cuckoo.', 'community')
  await open(reported)
  await village.owner(sql`insert into safeguarding.hiding (subject_kind, subject_id, community_id, hidden_for)
    values ('contribution', ${reported}, ${village.place.id}, 'everybody')`)
  await village.says('rita', 'Rita answers about the goldfinch.')
  for (const address of [urls.link({ token }), urls.copy({ token })]) {
    const text = await (await village.visitor().get(address)).text()
    expect(text).toContain('the robin')
    for (const bird of ['magpie', 'wren', 'heron', 'kestrel', 'cuckoo', 'goldfinch']) expect(text).not.toContain(bird)
  }
})

test('restricted responsibility: no view, no link, and no weight; lifted it counts again', async () => {
  await forget()
  await must(asks(true))
  const { id, token } = await linked('Rui')
  await must(actions.answerByLink(village.house, token, { ...part, yes: true }))
  expect((await speak('tomas')).ok).toBe(true)
  const restrict = (yes: boolean) => actions.restrict(village.house, village.scope('ines'), village.place, id, yes)
  await must(restrict(true))
  expect((await speak('tomas')).ok).toBe(false)
  const page = await village.visitor().get(urls.link({ token }))
  expect(page.status).toBe(410)
  expect(await page.text()).not.toContain('Tomás')
  expect((await village.visitor().post(urls.link({ token }), { ...part, answer: 'yes' })).status).toBe(410)
  expect(await actions.makeLink(village.house, village.scope('ines'), village.place, id)).toMatchObject({
    reason: 'families.restricted',
  })
  await must(restrict(false))
  expect((await speak('tomas')).ok).toBe(true)
  // The old link stays closed.
  expect((await village.visitor().get(urls.link({ token }))).status).toBe(410)
})

test('a link ends when another is made or it is ended; forged, mistyped and somebody else’s open nothing', async () => {
  await forget()
  const first = await linked()
  const { secret } = await must(actions.makeLink(village.house, village.scope('ines'), village.place, first.id))
  const status = async (token: string) => (await village.visitor().get(urls.link({ token }))).status
  expect([await status(first.token), await status(secret)]).toEqual([410, 200])
  await must(actions.endLink(village.house, village.scope('ines'), village.place, first.id))
  await must(actions.endLink(village.house, village.scope('ines'), village.place, first.id))
  expect([await status(secret), await status('x'), await status('a'.repeat(43)), await status('%00')]).toEqual([
    410, 410, 410, 410,
  ])
  expect(await actions.answerByLink(village.house, secret, { ...part, yes: true })).toMatchObject({ ok: false })
  expect(
    await actions.makeLink(village.house, village.scope('zuzana'), village.communities.quiet, first.id),
  ).toMatchObject({ ok: false })
})

test('whoever asks for links on and on is told to wait, and a child’s page stays closed to them', async () => {
  const visitor = village.visitor()
  const statuses = new Set<number>()
  for (let i = 0; i < 110; i++) statuses.add((await visitor.get(urls.link({ token: `${i}` }))).status)
  expect([...statuses]).toEqual([410, 429])
})
