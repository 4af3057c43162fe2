// Doors: what a browser is answered, with nothing but HTML: reply on one screen, mistakes, open conversations.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { narrow } from './actions/amending.ts'
import { moveThread } from './actions/threads.ts'
import { importThreads } from './archive.ts'
import { LONGEST } from './forms.ts'
import { arrivingAt, urls } from './urls.ts'

let village: Conversation
let slug: string
beforeAll(async () => {
  village = await openConversation()
  slug = village.communities.reading.slug
})
afterAll(() => village.close())

const browser = (who: VillagerName) => village.as(who)
const words = { language: 'en', audience: 'community' }

test('A reply is one screen: what it answers, the words, who sees it, Send', async () => {
  const id = await village.say('joana', 'Who chooses the page?')
  const rita = await browser('rita')
  const page = await (await rita.get(urls.reply({ slug, id }))).text()
  expect(page).toContain('<h1')
  expect(page).toContain('Reply to Joana Simões')
  expect(page).toContain('Who chooses the page?')
  expect(page).toMatch(/our community \(8\)/)
  expect(page).toMatch(/the facilitators \(2\)/)
  const sent = await rita.post(urls.say({ slug, id: village.thread }), {
    ...words,
    text: 'He does.',
    replyTo: String(id),
  })
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toMatch(/^\/questions\/1\?at=(voice-\d+)#\1$/)
})

test('Nothing typed and too much typed come back with what was typed and a reason', async () => {
  const rita = await browser('rita')
  const empty = await rita.post(urls.say({ slug, id: village.thread }), { ...words, text: ' \n ' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Write at least a word')
  const long = `${'x'.repeat(LONGEST)}y`
  const tooLong = await rita.post(urls.say({ slug, id: village.thread }), { ...words, audience: 'me', text: long })
  expect(tooLong.status).toBe(422)
  const page = await tooLong.text()
  expect(page).toContain(long)
  expect(page).toMatch(/value="me" checked/)
  const fits = await rita.post(urls.say({ slug, id: village.thread }), {
    ...words,
    audience: 'me',
    text: 'x'.repeat(LONGEST),
  })
  expect(fits.status).toBe(303)
})

test('Odd fields are refused kindly: no circle, no language, a voice that is not there', async () => {
  const rita = await browser('rita')
  const odds: Record<string, string | string[]>[] = [
    { audience: 'public' },
    { audience: 'group:3' },
    { language: 'xx' },
    { replyTo: '999999' },
    { audience: ['me', 'community'] },
  ]
  for (const odd of odds) {
    const answer = await rita.post(urls.say({ slug, id: village.thread }), { ...words, text: 'Kept.', ...odd })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Kept.')
  }
  const noThread = await rita.post(urls.say({ slug, id: 999_999 }), { ...words, text: 'Kept.' })
  expect(noThread.status).toBe(422)
  expect(await noThread.text()).toContain('Kept.')
  expect((await rita.get(urls.say({ slug, id: village.thread }))).headers.get('location')).toBe(
    arrivingAt('/questions/1', 'voices'),
  )
})

test('Who does not belong finds nothing, and a visitor is asked to sign in', async () => {
  const id = await village.say('joana', 'Only for us.')
  const zuzana = await browser('zuzana')
  for (const path of [
    urls.voice({ slug, id }),
    urls.reply({ slug, id }),
    urls.history({ slug, id }),
    urls.threads({ slug }),
  ])
    expect((await zuzana.get(path)).status).toBe(404)
  const quiet = village.communities.quiet.slug
  for (const path of [urls.voice({ slug: quiet, id }), urls.history({ slug: quiet, id })])
    expect((await zuzana.get(path)).status).toBe(404)
  for (const url of [urls.undo, urls.withdrawal, urls.readings])
    expect((await zuzana.post(url({ slug: quiet, id }))).status).toBe(404)
  const kept = await zuzana.post(urls.say({ slug: quiet, id: village.thread }), { ...words, text: 'Hello.' })
  expect(kept.status).toBe(422)
  expect(await kept.text()).not.toContain('Only for us.')
  const visitor = village.visitor()
  expect((await visitor.get(urls.voice({ slug, id }))).status).toBe(303)
  expect((await visitor.post(urls.withdrawal({ slug, id }))).status).toBe(303)
})

test('Take it back is a button for ten minutes; pressed later it says so and offers to withdraw', async () => {
  const joana = await browser('joana')
  const soon = await village.say('joana', 'Wrong place.')
  const back = await joana.post(urls.undo({ slug, id: soon }))
  expect([back.status, back.headers.get('location')]).toEqual([303, arrivingAt('/questions/1', 'voices')])
  expect((await joana.get(urls.voice({ slug, id: soon }))).status).toBe(404)
  const late = await village.say('joana', 'Ten minutes ago.')
  village.clock.at = new Date(village.clock.at.getTime() + 11 * 60_000)
  const answer = await joana.post(urls.undo({ slug, id: late }))
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Ten minutes have passed')
  expect(page).toContain(urls.withdrawal({ slug, id: late }))
  expect(page).not.toContain(`formaction="${urls.undo({ slug, id: late })}"`)
  expect((await joana.post(urls.withdrawal({ slug, id: late }))).headers.get('location')).toBe(
    arrivingAt('/questions/1', `voice-${late}`),
  )
})

test('An edit that met another one shows both texts and loses none', async () => {
  const rita = await browser('rita')
  const id = await village.say('rita', 'Before.')
  const first = await rita.post(urls.words({ slug, id }), { text: 'From the phone.', language: 'en', version: '1' })
  expect(first.status).toBe(303)
  const second = await rita.post(urls.words({ slug, id }), { text: 'From the laptop.', language: 'en', version: '1' })
  expect(second.status).toBe(422)
  const page = await second.text()
  expect(page).toContain('From the phone.')
  expect(page).toContain('From the laptop.')
  expect(page).toContain('name="version" value="2"')
  expect(
    (await rita.post(urls.words({ slug, id }), { text: 'From the laptop.', language: 'pt', version: '2' })).status,
  ).toBe(303)
  const history = await (await (await browser('joana')).get(urls.history({ slug, id }))).text()
  for (const words of ['Before.', 'From the phone.', 'From the laptop.']) expect(history).toContain(words)
  expect((await (await browser('joana')).get(urls.words({ slug, id }))).status).toBe(404)
})

test('A page holds fifty voices, and the address of a voice finds its page', async () => {
  const thread = await village.open('ines', 50, `community:${village.community}`)
  const ids: number[] = []
  for (let i = 0; i < 51; i++) ids.push(await village.say('rita', `Voice ${i}.`, { thread }))
  const joana = await browser('joana')
  const where = await joana.get(urls.voice({ slug, id: ids[50] ?? 0 }))
  expect(where.headers.get('location')).toBe(arrivingAt('/questions/50?voices=2', `voice-${ids[50]}`))
  // What Joana does not hear does not move what she hears.
  await narrow(village.house, village.scope('rita'), ids[0] ?? 0, 'me')
  expect((await joana.get(urls.voice({ slug, id: ids[50] ?? 0 }))).headers.get('location')).toBe(
    arrivingAt('/questions/50', `voice-${ids[50]}`),
  )
})

test('When a conversation closes to somebody, their own words still have a page where they can be withdrawn', async () => {
  const { house, community } = village
  const thread = await village.open('ines', 60, `community:${community}`)
  const id = await village.say('rita', 'Mine still.', { thread })
  await house.db.write(village.scope('ines'), (tx) =>
    moveThread(tx, { kind: 'question', id: 60 }, `facilitators:${community}`),
  )
  const rita = await browser('rita')
  const page = await rita.get(urls.voice({ slug, id }))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Mine still.')
  expect((await (await browser('joana')).get(urls.voice({ slug, id }))).status).toBe(404)
})

test('An archive in an open community is read by visitors; its writers are named, nothing can be said from outside', async () => {
  const { house } = village
  const { sql } = await import('kysely')
  const { insertPerson } = await import('../people/public.ts')
  const quiet = village.communities.quiet
  await house.db.asSystem('import', async (tx) => {
    await tx.rows(sql`update community.community set open = true where id = ${quiet.id}`)
    const person = await tx.one(insertPerson({ name: 'Old voice', language: 'en', at: tx.now, kind: 'placeholder' }))
    const authorId = person?.id ?? 0
    const at = new Date('2019-05-01T10:00:00Z')
    await importThreads(tx, {
      community: quiet.id,
      threads: [
        {
          key: 'q1',
          title: 'How quiet is <quiet>?',
          language: 'en',
          authorId,
          at,
          contributions: [
            { key: 'p1', authorId, at, markdown: 'A *question*.' },
            { key: 'p2', authorId, at, markdown: 'An answer.', answers: 'p1' },
          ],
        },
      ],
    })
  })
  const visitor = village.visitor()
  const list = await (await visitor.get(urls.threads({ slug: quiet.slug }))).text()
  expect(list).toContain('How quiet is &lt;quiet')
  const href = /href="(\/c\/[^"]+\/threads\/\d+)"/.exec(list)?.[1] ?? ''
  const page = await (await visitor.get(href)).text()
  expect(page).toContain('<em>question</em>')
  expect(page).toContain('Old voice')
  expect(page).toContain('1 May 2019')
  expect(page).not.toContain('<textarea')
  expect(page).not.toContain('I read this')
  const zuzana = await (await browser('zuzana')).get(href)
  expect(await zuzana.text()).toContain('<textarea')
  const id = Number(/threads\/(\d+)/.exec(href)?.[1])
  const said = await (await browser('zuzana')).post(urls.say({ slug: quiet.slug, id }), {
    ...words,
    text: 'Tu je ticho.',
  })
  expect(said.status).toBe(303)
  expect(await (await visitor.get(href)).text()).not.toContain('Tu je ticho.')
  expect((await visitor.get(urls.thread({ slug: quiet.slug, id: village.thread }))).status).toBe(404)
})
