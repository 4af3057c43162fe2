// Raising a question: what a browser is answered, who hears it, and the gate for one child.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQuestions, type Questions } from '../../../tests/village/questions.ts'
import { addUnknown } from './actions/carry.ts'
import { raise, reword, takeBack } from './actions/raise.ts'
import { urls } from './urls.ts'

let village: Questions
let slug: string
beforeAll(async () => {
  village = await openQuestions()
  slug = village.place.slug
})
afterAll(() => village.close())

const filled = { child: 'no', question: 'How can we read aloud together?', language: 'en', circle: 'community' }
const wording = { aboutChild: 'no', question: 'Who begins?', language: 'en', circle: 'community', help: [] } as const
const kept = (id: number) =>
  village.house.db.asSystem('command-line', (tx) =>
    tx.one(
      sql<{
        audience: string
        question: string
        state: string
      }>`select audience, question, state from challenge.challenge where id = ${id}`,
    ),
  )
const page = async (who: Parameters<Questions['as']>[0], id: number) =>
  (await village.as(who)).get(urls.challenge({ slug, id }))

test('A teacher brings a question in, finds it on its page and in the list', async () => {
  const rita = await village.as('rita')
  const form = await (await rita.get(urls.raise({ slug }))).text()
  expect(form.indexOf('Is this about one child?')).toBeLessThan(form.indexOf('What do you ask yourself?'))
  const sent = await rita.post(urls.raise({ slug }), { ...filled, help: ['ideas', 'together'] })
  expect(sent.status).toBe(303)
  const where = sent.headers.get('location') ?? ''
  const shown = await (await rita.get(where)).text()
  expect(shown).toContain('How can we read aloud together?</h1>')
  expect(shown).toContain('Everybody in Reading together. Nobody else.')
  expect(shown).toContain('Rita Vale hopes for: Ideas and Trying something together.')
  expect(shown).toContain('Not heard here yet: specialists')
  const list = await (await (await village.as('marta')).get(urls.challenges({ slug }))).text()
  expect(list).toContain('How can we read aloud together?')
  expect((await (await village.as('zuzana')).get(where)).status).toBe(404)
  expect((await village.visitor().get(where)).status).toBe(303)
})

test('A statement comes back as it was typed, with help to make it a question', async () => {
  const rita = await village.as('rita')
  const sent = await rita.post(urls.raise({ slug }), {
    ...filled,
    question: 'Reading aloud is <hard>.',
    circle: 'facilitators',
  })
  expect(sent.status).toBe(422)
  const html = await sent.text()
  expect(html).toContain('Reading aloud is &lt;hard>.')
  expect(html).toContain('Begin with How, What or When')
  expect(html).toMatch(/value="facilitators" checked/)
  const pt = await village.as('marta')
  const none = await pt.post(urls.raise({ slug }), {})
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('Escolha uma das três respostas.')
  const odd = await rita.post(urls.raise({ slug }), {
    ...filled,
    child: 'maybe',
    circle: 'public',
    question: `${'x'.repeat(400)}?`,
  })
  expect(odd.status).toBe(422)
})

test('Not yet: it stays a private draft with a note for the family, until answered otherwise', async () => {
  const rita = await village.as('rita')
  const sent = await rita.post(urls.raise({ slug }), { ...filled, child: 'not-yet', question: 'How can T. feel safe?' })
  const id = Number(/(\d+)$/.exec(sent.headers.get('location') ?? '')?.[1])
  const own = await (await page('rita', id)).text()
  expect(own).toContain('This stays with you alone for now')
  expect(own).toContain('A note for the family')
  expect(own).toContain('The timetable: When in the day')
  expect((await page('ines', id)).status).toBe(404)
  const edit = { ...filled, question: 'How can T. feel safe?' }
  await rita.post(urls.reword({ slug, id }), { ...edit, child: 'not-yet', circle: 'community' })
  expect((await kept(id))?.audience).toBe(`me:${village.people.rita}`)
  // Past every line of code: the database holds the gate too.
  const past = village.house.db.write(village.scope('rita'), (tx) =>
    tx.rows(sql`update challenge.challenge set audience = ${`community:${village.place.id}`} where id = ${id}`),
  )
  await expect(past).rejects.toThrow(/child_unasked/)
  const widened = await rita.post(urls.reword({ slug, id }), { ...edit, child: 'agreed', circle: 'community' })
  expect(widened.status).toBe(303)
  expect((await page('ines', id)).status).toBe(200)
})

test('A second click raises nothing; another form does', async () => {
  const rita = await village.as('rita')
  const once = village.house.secret(18)
  const first = await rita.post(urls.raise({ slug }), { ...filled, once })
  const second = await rita.post(urls.raise({ slug }), { ...filled, once })
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  const { house, place } = village
  const [one, other] = await Promise.all(
    [1, 2].map(() => raise(house, village.scope('rita'), place, wording, 'same-token-for-two-clicks')),
  )
  expect(one).toEqual(other)
})

test('Only the asker words a question anew; others can read what it said before and why it changed', async () => {
  const id = await village.raise('rita', 'How do we start?')
  const { house } = village
  expect((await (await village.as('ines')).get(urls.reword({ slug, id }))).status).toBe(404)
  expect(await reword(house, village.scope('ines'), id, wording)).toMatchObject({
    ok: false,
    reason: 'wording.askerOnly',
  })
  expect(await reword(house, village.scope('zuzana'), id, wording)).toMatchObject({ ok: false, reason: 'gone' })
  const rita = await village.as('rita')
  const without = await rita.post(urls.reword({ slug, id }), { ...filled, question: 'Who starts?' })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Others have read the earlier words.')
  await rita.post(urls.reword({ slug, id }), { ...filled, question: 'Who starts?', changed: 'It is about people.' })
  const shown = await (await page('marta', id)).text()
  expect(shown).toContain('Who starts?</h1>')
  expect(shown).toContain('How do we start?')
  expect(shown).toContain('It is about people.')
})

test('Narrower goes at once, with all that hangs on it; wider only while nobody else has written', async () => {
  const { house } = village
  const id = await village.raise('rita', 'May I ask the facilitators?', { circle: 'facilitators' })
  expect((await page('joana', id)).status).toBe(404)
  await addUnknown(house, village.scope('ines'), id, { words: 'What did you see?', language: 'en' })
  expect(await (await page('rita', id)).text()).toContain('What did you see?')
  const wide = await (await village.as('rita')).post(urls.reword({ slug, id }), {
    ...filled,
    question: 'May I ask the facilitators?',
  })
  expect(wide.status).toBe(422)
  expect(await wide.text()).toContain('no word travels further')
  const open = await village.raise('rita', 'Who is in the yard?')
  await addUnknown(house, village.scope('marta'), open, { words: 'Is it loud?', language: 'en' })
  const narrow = await reword(house, village.scope('rita'), open, {
    ...wording,
    question: 'Who is in the yard?',
    circle: 'facilitators',
  })
  expect(narrow.ok).toBe(true)
  expect((await page('joana', open)).status).toBe(404)
  expect(await (await page('ines', open)).text()).toContain('Is it loud?')
})

test('The asker takes a question back while it is theirs alone', async () => {
  const { house } = village
  const id = await village.raise('rita', 'Is this silly?')
  expect(await takeBack(house, village.scope('ines'), id)).toMatchObject({ ok: false, reason: 'wording.askerOnly' })
  const busy = await village.raise('rita', 'Is this busy?')
  await addUnknown(house, village.scope('marta'), busy, { words: 'Perhaps.', language: 'en' })
  const refused = await (await village.as('rita')).post(urls.takeBack({ slug, id: busy }))
  expect(refused.status).toBe(422)
  expect((await (await village.as('rita')).post(urls.takeBack({ slug, id }))).status).toBe(303)
  expect(await kept(id)).toBeUndefined()
  expect((await page('rita', id)).status).toBe(404)
})

test('A question on which somebody spoke without a name is not taken back', async () => {
  const { house } = village
  const id = await village.raise('rita', 'Who is tired?')
  const marta = village.scope('marta')
  await house.db.write(marta, (tx) =>
    tx.rows(sql`
      select s.id from dialogue.thread t, dialogue.say_without_name(t.id, null, t.audience, 'en', 'I am.', '<p>I am.</p>',
        ${tx.now}) s
      where t.subject_kind = 'challenge' and t.subject_id = ${id}`),
  )
  expect(await takeBack(house, village.scope('rita'), id)).toMatchObject({ ok: false, reason: 'takeBack.othersWrote' })
})
