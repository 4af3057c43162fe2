// The link of a letter: one person, one question, seven days, once; to everybody else and afterwards it tells nothing.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, openAsking, QUESTION } from '../../../../tests/village/asking.ts'
import type { Browser } from '../../../../tests/village/village.ts'
import { moveThread } from '../actions/threads.ts'
import { contributionsOf } from '../store/contributions.ts'
import { endAnswerLinks, pass, takeAskBack } from './actions.ts'
import { urls } from './urls.ts'

let village: Asking
let here: Awaited<ReturnType<Asking['begin']>>

beforeAll(async () => {
  village = await openAsking()
})
afterAll(() => village.close())
beforeEach(async () => {
  here = await village.begin()
  await village.house.db.asSystem('command-line', (tx) => tx.rows(sql`delete from platform.tries`))
})

/** Rita asks Marta, and Marta gets her letter. */
const letter = async (question = QUESTION): Promise<{ id: number; link: string }> => {
  const id = await village.asked('rita', ['marta'], { thread: here.thread, question })
  const notice = await village.told('marta', 'ask.made', id)
  return { id, link: notice?.button.href ?? '' }
}
const onceIn = (page: string) => /name="once" value="([\w-]+)"/.exec(page)?.[1] ?? ''
const undoIn = (page: string) => /name="undo" value="([\w-]+)"/.exec(page)?.[1] ?? ''
const fields = { text: 'Alto, para o cão.', language: 'pt', audience: 'community', act: 'answered' }
const open = async (browser: Browser, link: string) => {
  const answer = await browser.get(link)
  return { answer, page: await answer.text() }
}
const send = async (browser: Browser, link: string, more: Record<string, string> = {}) => {
  const answer = await browser.post(link, { ...fields, ...more })
  return { answer, page: await answer.text() }
}
const said = async () => {
  const scope = village.scope('rita')
  return (await village.house.db.read(scope, contributionsOf(scope, here.subject, 1)))[0]
}
const SECRET = [QUESTION, 'Rita', 'Marta', 'Alto, para o', 'Reading together']
/** A page that tells nothing of the question, of who asks or who is asked, and sends nobody anywhere but to sign in. */
const tellsNothing = ({ answer, page }: { answer: Response; page: string }) => {
  expect(answer.status).toBe(410)
  for (const piece of SECRET) expect(page).not.toContain(piece)
  expect(page).not.toContain('name="act"')
}

test('from the letter to the answer without signing in: the question, who hears it, no session and no cookie', async () => {
  const { id, link } = await letter()
  const phone = village.visitor()
  const { answer, page } = await open(phone, link)
  expect(answer.status).toBe(200)
  for (const words of ['Rita Vale', QUESTION, 'Marta', 'a nossa comunidade (8)', 'lang="pt"'])
    expect(page).toContain(words)
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(page.length).toBeLessThan(25_000)
  const sent = await send(phone, link, { once: onceIn(page) })
  expect(sent.answer.status).toBe(200)
  expect(sent.answer.headers.getSetCookie()).toEqual([])
  expect(sent.page).toContain('Rita Vale e a nossa comunidade (8)')
  expect(await said()).toMatchObject([{ author: 'Marta', asked_by: 'Rita Vale', ask_id: id, language: 'pt' }])
  // Nothing else of the site opens with it.
  for (const path of ['/c/reading-together/threads', urls.ask({ slug: 'reading-together', id })])
    expect((await phone.get(path)).status).toBe(303)
})

test('opening it, as scanners of mail do, never uses it up', async () => {
  const { link } = await letter()
  for (let i = 0; i < 5; i++) expect((await open(village.visitor(), link)).answer.status).toBe(200)
  expect((await send(village.visitor(), link)).answer.status).toBe(200)
})

test('only the hash of a link is kept, and no query of a page can read it', async () => {
  const { link } = await letter()
  const token = link.split('/').at(-1) ?? ''
  const rows = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ text: string }>`select l::text as text from dialogue.answer_link l`),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)
  await expect(
    village.house.db.read(village.scope('marta'), sql`select token_hash from dialogue.answer_link`),
  ).rejects.toThrow(/permission denied/)
  const [others] = await village.house.db.read(village.scope('ines'), sql`select ask_id from dialogue.answer_link`)
  expect(others).toEqual([])
})

test('once used it is useless to whoever it is forwarded to, and what they typed is given back', async () => {
  const { link } = await letter()
  await send(village.visitor(), link)
  tellsNothing(await open(village.visitor(), link))
  const again = await send(village.visitor(), link, { text: 'My own words' })
  expect([again.answer.status, again.page.includes('My own words')]).toEqual([410, true])
  tellsNothing({ ...again, page: again.page.replace('My own words', '') })
  expect(await said()).toHaveLength(1)
})

test.each(['x', 'a'.repeat(43), '%2e%2e%2f', 'a'.repeat(5000), 'A'.repeat(42), '%00', 'ção'])(
  'a forged or broken link tells nothing: %#',
  async (token) => {
    const opened = await open(village.visitor(), `/answer/${token}`)
    const sent = await send(village.visitor(), `/answer/${token}`, { text: 'Not lost' })
    for (const { answer, page } of [opened, sent]) {
      expect([404, 410]).toContain(answer.status)
      for (const piece of SECRET) expect(page).not.toContain(piece)
    }
  },
)

test('after seven days, taken back, answered elsewhere, passed or ended it opens nothing', async () => {
  const old = await letter('One?')
  await village.later(7 * 24 * 3600 * 1000, async () => {
    tellsNothing(await open(village.visitor(), old.link))
    expect((await send(village.visitor(), old.link)).answer.status).toBe(410)
  })
  await takeAskBack(village.house, village.scope('rita'), old.id)
  tellsNothing(await open(village.visitor(), old.link))
  const elsewhere = await letter('Two?')
  await village.answerAs('marta', elsewhere.id)
  tellsNothing(await open(village.visitor(), elsewhere.link))
  const passed = await letter('Three?')
  await pass(village.house, village.scope('marta'), passed.id, 'passed')
  tellsNothing(await open(village.visitor(), passed.link))
  const ended = await letter('Four?')
  await endAnswerLinks(village.house, village.scope('marta'), ended.id)
  tellsNothing(await open(village.visitor(), ended.link))
  expect((await send(village.visitor(), ended.link)).answer.status).toBe(410)
  // The question itself still waits for Marta.
  expect((await village.seen('marta', ended.id))?.state).toBe('open')
})

test('the same form sent twice, and two taps at once, answer once and say so both times', async () => {
  const { link } = await letter()
  const phone = village.visitor()
  const once = onceIn((await open(phone, link)).page)
  const both = await Promise.all([send(phone, link, { once }), send(phone, link, { once })])
  const third = await send(phone, link, { once })
  expect([...both, third].map(({ answer }) => answer.status)).toEqual([200, 200, 200])
  expect(new Set([...both, third].map(({ page }) => undoIn(page))).size).toBe(1)
  expect(await said()).toHaveLength(1)
})

test('two people with the same letter at once: one answers, the other is told and keeps the words', async () => {
  const { link } = await letter()
  const both = await Promise.all([
    send(village.visitor(), link),
    send(village.visitor(), link, { text: 'Other words' }),
  ])
  expect(both.map(({ answer }) => answer.status).sort()).toEqual([200, 410])
  expect(both.find(({ answer }) => answer.status === 410)?.page).toMatch(/Alto, para o|Other words/)
  expect(await said()).toHaveLength(1)
})

test('what is missing is told on the page, and nothing typed is lost', async () => {
  const { link } = await letter()
  const empty = await send(village.visitor(), link, { text: '  ' })
  expect([empty.answer.status, empty.page.includes(QUESTION)]).toEqual([422, true])
  const wide = await send(village.visitor(), link, { audience: 'me' })
  expect([wide.answer.status, wide.page.includes('Alto, para o')]).toEqual([422, true])
  const odds: Record<string, string>[] = [{ audience: 'public' }, { language: 'xx' }]
  for (const odd of odds) {
    const { answer, page } = await send(village.visitor(), link, odd)
    expect([answer.status, page.includes('Alto, para o')]).toEqual([422, true])
  }
  expect(await said()).toEqual([])
})

test('ten minutes to undo, for whoever sent it and nobody else; the words come back and the link works again', async () => {
  const { id, link } = await letter()
  const undo = `${link}/undo`
  const sent = await send(village.visitor(), link)
  const forged = await village.visitor().post(undo, { undo: link.split('/').at(-1) ?? '', text: '' })
  expect(forged.status).toBe(410)
  expect(await said()).toHaveLength(1)
  const undone = await village.visitor().post(undo, { undo: undoIn(sent.page), text: fields.text })
  const page = await undone.text()
  expect([undone.status, page.includes('Alto, para o'), page.includes(QUESTION)]).toEqual([200, true, true])
  expect(await said()).toEqual([])
  expect((await village.seen('marta', id))?.state).toBe('open')
  const passed = await send(village.visitor(), link, { act: 'passed', text: 'Half a thought' })
  expect(passed.page).toContain('Half a thought')
  await village.later(10 * 60_000, async () => {
    const late = await village.visitor().post(undo, { undo: undoIn(passed.page), text: 'Half a thought' })
    expect([late.status, (await late.text()).includes('Half a thought')]).toEqual([410, true])
  })
  expect((await village.seen('marta', id))?.state).toBe('passed')
})

test('a form sent again after it was undone sends nothing', async () => {
  const { link } = await letter()
  const once = 'sent-again-after-undo-1'
  const sent = await send(village.visitor(), link, { once })
  await village.visitor().post(`${link}/undo`, { undo: undoIn(sent.page), text: '' })
  const again = await send(village.visitor(), link, { once })
  expect(again.page).toContain('name="act"')
  expect(await said()).toEqual([])
})

test('somebody else who is signed in sees nothing of it until they say that the letter is theirs', async () => {
  const { link } = await letter()
  const paulo = await village.as('paulo')
  const { page } = await open(paulo, link)
  for (const piece of [QUESTION, 'Rita Vale', 'Marta', 'name="act"']) expect(page).not.toContain(piece)
  expect(page).toContain('Paulo Reis')
  const goOn = await open(paulo, `${link}?mine=yes`)
  expect(goOn.page).toContain('Marta')
  expect(goOn.page).not.toContain('Paulo Reis')
  await send(paulo, link)
  // It is Marta's answer, whoever's device it was.
  expect(await said()).toMatchObject([{ author: 'Marta' }])
})

test('the asked person who is signed in opens it like anybody, and is led on when it is over', async () => {
  const { link } = await letter()
  const marta = await village.as('marta')
  expect((await open(marta, link)).page).toContain(QUESTION)
  await send(marta, link)
  expect((await open(marta, link)).page).not.toContain('/sign-in')
})

test('after leaving the community, or when the conversation became narrower, nothing is heard and nothing lost', async () => {
  const narrowed = await letter()
  await village.house.db.write(village.scope('ines'), (tx) =>
    moveThread(tx, here.subject, `facilitators:${village.community}`),
  )
  tellsNothing(await open(village.visitor(), narrowed.link))
  const lost = await send(village.visitor(), narrowed.link)
  expect([lost.answer.status, lost.page.includes('Alto, para o')]).toEqual([410, true])
  expect(lost.page).not.toContain(QUESTION)
  here = await village.begin()
  const left = await letter()
  const membership = (work: ReturnType<typeof sql>) => village.house.db.asSystem('command-line', (tx) => tx.rows(work))
  const { people, community } = village
  await membership(sql`delete from community.membership where person_id = ${people.marta}`)
  tellsNothing(await open(village.visitor(), left.link))
  const gone = await send(village.visitor(), left.link)
  expect([gone.answer.status, gone.page.includes('Alto, para o')]).toEqual([410, true])
  await membership(sql`insert into community.membership (community_id, person_id, perspectives, joined_at)
    values (${community}, ${people.marta}, '{family}', ${village.clock.at})`)
  expect(await said()).toEqual([])
})

test('a community that has closed hears no answer, and gives the words back', async () => {
  const { id, link } = await letter()
  const stage = (name: string) =>
    village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql`update community.community set stage = ${name} where id = ${village.community}`),
    )
  await stage('closed')
  const sent = await send(village.visitor(), link)
  expect([sent.answer.status, sent.page.includes('Alto, para o'), sent.page.includes(QUESTION)]).toEqual([
    410,
    true,
    false,
  ])
  await stage('potential')
  expect(await said()).toEqual([])
  expect((await village.seen('marta', id))?.state).toBe('open')
})

test('who tries too often waits, and keeps what was typed', async () => {
  const { link } = await letter()
  for (let i = 0; i < 100; i++) await village.visitor().get(`/answer/${'x'.repeat(43)}`)
  expect((await open(village.visitor(), `/answer/${'x'.repeat(43)}`)).answer.status).toBe(429)
  const { answer, page } = await send(village.visitor(), link)
  expect([answer.status, page.includes('Alto, para o')]).toEqual([429, true])
  // A true link is still opened.
  expect((await open(village.visitor(), link)).answer.status).toBe(200)
})
