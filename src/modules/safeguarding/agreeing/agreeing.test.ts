// Guardians and students: who keeps the records, what a link opens, what a no does, and what nobody else ever sees.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Care, openCare } from '../../../../tests/village/care.ts'
import { guardiansIn } from '../../../../tests/village/guardians.ts'
import { must } from '../../../../tests/village/questions.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { say } from '../../dialogue/actions/speaking.ts'
import { countries } from '../numbers.ts'
import * as actions from './actions.ts'
import { agesByDefault, purposes } from './ages.ts'
import { hashOf } from './link.ts'
import { urls } from './urls.ts'

let village: Care
let tomas: number
let guardian: ReturnType<typeof guardiansIn>['guardian']
let linked: ReturnType<typeof guardiansIn>['linked']
const slug = 'reading-together'
const part = { what: 'words', circle: 'community' } as const
const story = { what: 'words', circle: 'public' } as const
beforeAll(async () => {
  village = await openCare()
  ;({ guardian, linked } = guardiansIn(village))
  tomas = village.people.tomas
})
afterAll(() => village.close())

const paper = (
  id: number,
  answers: readonly { what: 'words' | 'photo' | 'voice'; circle: 'community' | 'public' | 'school'; yes: boolean }[],
) =>
  actions.recordAnswers(village.house, village.scope('ines'), village.place, id, { answers, way: 'paper', until: null })
const mine = (answer: { what: 'words'; circle: 'community' | 'public'; yes: boolean }) =>
  actions.sayMyself(village.house, village.scope('tomas'), village.place, answer)
const speak = (who: VillagerName, circle: 'community' | 'me' = 'community') =>
  say(village.house, village.scope(who), {
    thread: village.thread,
    community: village.place.id,
    text: 'I say so.',
    language: 'en',
    circle,
  })
const asks = (yes: boolean) => actions.askGuardians(village.house, village.scope('ines'), village.place, yes)
const forget = async () => {
  await village.owner(sql`delete from safeguarding.guardian`)
  await village.owner(sql`delete from safeguarding.assent`)
  await village.owner(sql`delete from safeguarding.age`)
  await must(asks(false))
}

test('D2: facilitators and the lead keep the records; members, the student and strangers find nothing', async () => {
  const family = urls.family({ slug, person: tomas })
  const { id } = await must(guardian())
  for (const who of ['ines', 'henk', 'joana'] as const) {
    const seen = await village.page(who, family)
    expect([seen.status, seen.text.includes('Célia')]).toEqual([200, true])
    expect((await village.page(who, urls.families({ slug }))).status).toBe(200)
  }
  for (const who of ['rita', 'paulo', 'tomas', 'marta', 'zuzana'] as const) {
    expect((await village.page(who, family)).status).toBe(404)
    expect((await village.page(who, urls.families({ slug }))).status).toBe(404)
    expect(await actions.makeLink(village.house, village.scope(who), village.place, id)).toMatchObject({ ok: false })
    const rows = await village.asApp(who, sql`select id from safeguarding.guardian`)
    expect(rows).toEqual([])
  }
  expect((await village.page('ines', urls.family({ slug, person: village.people.rita }))).status).toBe(404)
  await expect(village.asApp('ines', sql`select link_hash from safeguarding.guardian`)).rejects.toThrow()
})

test('a community that asks: a student speaks after a guardian’s yes, and to themselves always', async () => {
  await forget()
  expect((await speak('tomas')).ok).toBe(true)
  await must(asks(true))
  expect(await speak('tomas')).toMatchObject({ ok: false, reason: 'say.notHeard' })
  expect((await speak('tomas', 'me')).ok).toBe(true)
  expect((await speak('rita')).ok).toBe(true)
  const { id } = await must(guardian())
  await must(paper(id, [{ ...part, yes: true }]))
  expect((await speak('tomas')).ok).toBe(true)
  await must(paper(id, [{ ...part, yes: false }]))
  expect((await speak('tomas')).ok).toBe(false)
})

test('D20: from the age of the country on a student answers alone; the age is a setting that is read', async () => {
  await forget()
  await must(asks(true))
  await must(actions.noteAge(village.house, village.scope('ines'), village.place, tomas, '14-15'))
  expect((await speak('tomas')).ok).toBe(true)
  const set = (age: number) =>
    village.owner(sql`insert into platform.setting (key, value) values ('ages', ${JSON.stringify({ pt: { participation: age } })}::jsonb)
      on conflict (key) do update set value = excluded.value`)
  await set(16)
  expect((await speak('tomas')).ok).toBe(false)
  await set(13)
  expect((await speak('tomas')).ok).toBe(true)
})

test('dissent wins: the student’s own no stands beside every yes, and is changed on any day', async () => {
  await forget()
  const { id } = await must(guardian())
  await must(paper(id, [{ ...part, yes: true }]))
  const own = await village.as('tomas')
  const answer = (yes: 'yes' | 'no') => own.post(urls.mine({ slug }), { ...part, answer: yes })
  expect((await answer('no')).status).toBe(303)
  expect((await speak('tomas')).ok).toBe(false)
  const page = await (await own.get(urls.mine({ slug }))).text()
  expect(page).toContain('You said no.')
  expect(page).toContain('At home they said yes.')
  expect(page).not.toContain('Célia')
  expect((await answer('yes')).status).toBe(303)
  expect((await speak('tomas')).ok).toBe(true)
  expect((await (await village.as('rita')).get(urls.mine({ slug }))).status).toBe(404)
  expect((await (await village.as('rita')).post(urls.mine({ slug }), { ...part, answer: 'no' })).status).toBe(404)
})

test('D9: what was said is added to and never changed, by no statement of the web’s role', async () => {
  await forget()
  const { id, token } = await linked()
  await must(
    paper(id, [
      { ...story, yes: true },
      { what: 'photo', circle: 'school', yes: true },
    ]),
  )
  await must(mine({ ...story, yes: true }))
  for (const table of ['consent', 'assent'])
    for (const change of ['update safeguarding.$ set yes = false', 'delete from safeguarding.$'])
      await expect(village.asApp('ines', sql`${sql.raw(change.replace('$', table))}`)).rejects.toThrow()
  await expect(village.owner(sql`update safeguarding.consent set yes = false`)).rejects.toThrow('never changed')
  // A link's answer cannot be written down as somebody's paper, nor another's assent.
  await expect(
    village.asApp(
      'ines',
      sql`insert into safeguarding.assent (community_id, person_id, what, circle, yes, at)
      values (${village.place.id}, ${tomas}, 'words', 'public', true, now())`,
    ),
  ).rejects.toThrow()
  const kinds = await village.owner<{ kind: string; actor_id: number | null }>(
    sql`select kind, actor_id from platform.fact where subject_kind = 'guardian' and subject_id = ${id} order by id`,
  )
  expect(kinds.map((one) => one.kind)).toEqual(['guardian.noted', 'guardian.linked', 'guardian.recorded'])
  expect(JSON.stringify(kinds)).not.toContain('Célia')
  expect(await village.owner(sql`select 1 from safeguarding.guardian where link_hash = ${hashOf(token)}`)).toHaveLength(
    1,
  )
})

test('the records by hand: a form that came back keeps what was typed; papers say who wrote them down and until when', async () => {
  await forget()
  const ines = await village.as('ines')
  const family = urls.family({ slug, person: tomas })
  const empty = await ines.post(urls.guardians({ slug, person: tomas }), { name: ' ', language: 'nl' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toMatch(/value="nl" lang="nl" selected/)
  expect((await ines.post(urls.guardians({ slug, person: tomas }), { name: 'Célia', language: 'pt' })).status).toBe(303)
  const [row] = await village.owner<{ id: number }>(sql`select id from safeguarding.guardian`)
  const where = { slug, person: tomas, id: row?.id ?? 0 }
  expect((await ines.post(urls.paper(where), { way: 'paper' })).status).toBe(422)
  const past = { way: 'school', 'photo-school': 'yes', 'until-day': '1', 'until-month': '2', 'until-year': '2020' }
  expect(await (await ines.post(urls.paper(where), past)).text()).toContain('This day is over already.')
  const odd = { ...past, 'until-month': '14' }
  expect(await (await ines.post(urls.paper(where), odd)).text()).toContain('not a day of the calendar')
  expect((await ines.post(urls.paper(where), { ...past, 'until-year': '2027' })).status).toBe(303)
  const page = await (await ines.get(family)).text()
  expect(page).toContain('At school, recorded by Inês Duarte')
  expect(page).toContain('Yes, until 1 February 2027')
  expect((await ines.post(urls.age({ slug, person: tomas }), { band: '13' })).status).toBe(303)
  expect((await ines.post(urls.age({ slug, person: tomas }), { band: '99' })).status).toBe(422)
  const letter = await ines.post(urls.letter(where))
  expect(letter.status).toBe(200)
  expect(await letter.text()).toContain('Tomás faz parte de “Reading together”')
  expect((await ines.post(urls.restriction(where), { restricted: 'yes' })).status).toBe(303)
  expect((await ines.post(urls.letter(where))).status).toBe(422)
  expect((await ines.post(urls.linkEnd(where))).status).toBe(303)
  expect((await ines.post(urls.asking({ slug }), { asks: 'yes' })).status).toBe(303)
  expect((await (await village.as('rita')).post(urls.asking({ slug }), { asks: 'no' })).status).toBe(404)
})

test('two guardians answer at once, and the same paper sent twice is one', async () => {
  await forget()
  const [one, two] = await Promise.all([linked('Célia'), linked('Rui')])
  const answer = (token: string, yes: boolean) => actions.answerByLink(village.house, token, { ...part, yes })
  await Promise.all([answer(one.token, true), answer(two.token, false)])
  expect((await speak('tomas')).ok).toBe(false)
  const once = 'the-same-paper-sent-twice'
  const input = { answers: [{ ...story, yes: true }], way: 'paper' as const, until: null }
  const send = () => actions.recordAnswers(village.house, village.scope('ines'), village.place, one.id, input, { once })
  await Promise.all([send(), send()])
  expect(await village.owner(sql`select id from safeguarding.consent where way = 'paper'`)).toHaveLength(1)
})

test('D20: whoever looks after the site sets the ages, within bounds; nobody else', async () => {
  await forget()
  const typed = Object.fromEntries(
    countries.flatMap((country) => purposes.map((purpose) => [`${country}-${purpose}`, '16'] as const)),
  )
  expect((await (await village.as('ines')).post(urls.ages(), typed)).status).toBe(404)
  await village.owner(sql`update people.person set site_role = 'administrator' where id = ${village.people.paulo}`)
  const paulo = await village.as('paulo')
  const odd = await paulo.post(urls.ages(), { ...typed, 'pt-image': '7' })
  expect(odd.status).toBe(422)
  expect(await odd.text()).toContain('An age lies between 13 and 18.')
  expect((await paulo.post(urls.ages(), typed)).status).toBe(303)
  expect(await (await paulo.get(urls.ages())).text()).toMatch(
    /name="nl-publication"[^>]*value="16"|value="16"[^>]*name="nl-publication"/,
  )
  expect(await actions.setAges(village.house, village.scope('ines'), agesByDefault)).toMatchObject({ ok: false })
})

test('whoever leaves the community takes all of it along', async () => {
  await forget()
  const { token } = await linked()
  await must(mine({ ...part, yes: true }))
  await village.owner(
    sql`delete from community.membership where person_id = ${tomas} and community_id = ${village.place.id}`,
  )
  for (const table of ['guardian', 'consent', 'assent', 'age'])
    expect(await village.owner(sql`select 1 from safeguarding.${sql.raw(table)}`)).toEqual([])
  expect((await village.visitor().get(urls.link({ token }))).status).toBe(410)
})
