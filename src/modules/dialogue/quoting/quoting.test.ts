// Quotes: words as they stand, never to more people, gone when they go, and marked when they change.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../../tests/village/conversation.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import type { Circle } from '../../community/contract.ts'
import { edit, narrow, withdraw } from '../actions/amending.ts'
import { say, takeBack } from '../actions/speaking.ts'
import { openForAll } from '../looking/actions.ts'
import { contributionById } from '../store/contributions.ts'
import { urls } from '../urls.ts'
import { isExcerpt, quotableWords } from './quoting.ts'

let village: Conversation
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

const slug = 'reading-together'
const found = async (who: VillagerName, id: number) =>
  (await village.house.db.read(village.scope(who), contributionById(village.scope(who), id)))[0][0]
const quote = (who: VillagerName, of: number, words: string, circle: Circle = 'community') =>
  say(village.house, village.scope(who), {
    thread: village.thread,
    community: village.community,
    text: 'That stays with me.',
    language: 'en',
    circle,
    replyTo: of,
    quote: { of, words },
  })
const quoted = async (who: VillagerName, of: number, words: string) => {
  const said = await quote(who, of, words)
  if (!said.ok) throw new Error(said.reason)
  return said.value.id
}

test('an excerpt is any piece of the words, in one piece, whatever the line ends', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 30 }), fc.nat(), fc.nat(), (words, from, length) => {
      const piece = words.slice(from % words.length).slice(0, 1 + (length % 40))
      expect(isExcerpt(words, piece.replaceAll(' ', '\n '))).toBe(piece.trim() !== '')
    }),
  )
  expect(isExcerpt('We read in pairs.', 'We never read in pairs.')).toBe(false)
  expect(isExcerpt('We read in pairs.', 'We … pairs.')).toBe(false)
  expect(isExcerpt('We read in pairs.', ' \n')).toBe(false)
})

test('what a form fills in is always something that may be quoted', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 900 }), (words) => {
      const html = `<p>${words}</p>`
      expect(isExcerpt(words, quotableWords(html))).toBe(true)
      expect(quotableWords(html).length).toBeLessThanOrEqual(2_000)
    }),
    { numRuns: 20 },
  )
})

test('a quote keeps its way back, says when the words have changed, and goes with them', async () => {
  const first = await village.say('rita', 'We read in pairs. He began by himself.')
  const answer = await quoted('henk', first, 'He began by himself.')
  expect((await found('marta', answer))?.quote).toEqual({
    id: first,
    author: 'Rita Vale',
    words: 'He began by himself.',
    language: 'en',
    edited: false,
    note: null,
  })
  await edit(village.house, village.scope('rita'), first, { text: 'Otherwise.', language: 'en', version: 1 })
  expect((await found('marta', answer))?.quote).toMatchObject({ edited: true })
  expect(await withdraw(village.house, village.scope('rita'), first)).toMatchObject({ ok: true })
  expect(await found('marta', answer)).toMatchObject({ quote: null, withdrawn: false })
  const left = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`select words from dialogue.quote where words like '%began by himself%'`),
  )
  expect(left).toEqual([])
})

test('taken back, on either side, nothing of the quote is left', async () => {
  const first = await village.say('rita', 'Said too early.')
  const answer = await quoted('henk', first, 'too early')
  expect(await takeBack(village.house, village.scope('rita'), first)).toMatchObject({ ok: true })
  expect((await found('henk', answer))?.quote).toBeNull()
  const second = await village.say('rita', 'Said again.')
  await takeBack(village.house, village.scope('henk'), await quoted('henk', second, 'Said'))
  const left = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`select from dialogue.quote where quoted_id in (${first}, ${second})`),
  )
  expect(left).toEqual([])
})

test('a quote is never heard wider than what it quotes, also when that narrows afterwards', async () => {
  const whispered = await village.say('ines', 'Only among us.', { circle: 'facilitators' })
  expect(await quote('ines', whispered, 'among us')).toMatchObject({ ok: false, reason: 'say.tooWide' })
  expect(await quote('rita', whispered, 'among us', 'community')).toMatchObject({ ok: false })
  const inside = await quote('ines', whispered, 'among us', 'facilitators')
  expect(inside).toMatchObject({ ok: true })
  const open = await village.say('rita', 'For everybody at first.')
  const answer = await quoted('henk', open, 'everybody at first')
  expect((await found('marta', answer))?.quote).not.toBeNull()
  await narrow(village.house, village.scope('rita'), open, 'facilitators')
  expect((await found('marta', answer))?.quote).toBeNull()
  expect((await found('ines', answer))?.quote).toMatchObject({ words: 'everybody at first' })
})

test.each([
  ['words that do not stand there', 'She never said this', 'quote.notTheirs'],
  ['too many', 'x'.repeat(2_001), 'quote.long'],
] as const)('%s are not quoted', async (_, words, reason) => {
  const first = await village.say('rita', 'What I said.')
  expect(await quote('henk', first, words)).toMatchObject({ ok: false, reason })
})

test('nothing of another conversation, nothing withdrawn, and nothing that is not there', async () => {
  const elsewhere = await village.say('ines', 'Elsewhere.', {
    thread: await village.open('ines', 77, `community:${village.community}`),
  })
  const gone = await village.say('rita', 'Soon gone.')
  await withdraw(village.house, village.scope('rita'), gone)
  for (const of of [elsewhere, gone, 999_999]) {
    const said = await say(village.house, village.scope('henk'), {
      thread: village.thread,
      community: village.community,
      text: 'So?',
      language: 'en',
      circle: 'community',
      quote: { of, words: 'Elsewhere.' },
    })
    expect(said).toMatchObject({ ok: false, reason: 'quote.gone' })
  }
})

test('a student’s words that wait are quoted by nobody; opened, they may be; changed, they are hidden again', async () => {
  const waiting = await village.say('tomas', 'I read on my roof.')
  expect(await quote('ines', waiting, 'on my roof')).toMatchObject({ ok: false, reason: 'say.waits' })
  expect(await quote('rita', waiting, 'on my roof')).toMatchObject({ ok: false })
  await openForAll(village.house, village.scope('ines'), waiting, 1)
  const answer = await quoted('rita', waiting, 'on my roof')
  expect((await found('henk', answer))?.quote).toMatchObject({ words: 'on my roof' })
  await edit(village.house, village.scope('tomas'), waiting, { text: 'Not there.', language: 'en', version: 1 })
  expect((await found('rita', answer))?.quote).toBeNull()
})

test('without a name it quotes, and is quoted, as “a member”', async () => {
  const unnamed = await village.say('marta', 'Nobody knows it was me.', { withoutName: true })
  const answer = await quoted('rita', unnamed, 'it was me')
  expect((await found('henk', answer))?.quote).toMatchObject({ author: null })
  const both = await say(village.house, village.scope('marta'), {
    thread: village.thread,
    community: village.community,
    text: 'And on.',
    language: 'en',
    circle: 'community',
    withoutName: true,
    quote: { of: unnamed, words: 'Nobody' },
  })
  expect(both).toMatchObject({ ok: true })
})

test('the second wall alone: hidden ends hide the quote, and nobody writes one by hand into another’s words', async () => {
  const whispered = await village.say('ines', 'Behind the wall.', { circle: 'facilitators' })
  const inside = await quote('ines', whispered, 'the wall', 'facilitators')
  if (!inside.ok) throw new Error(inside.reason)
  const seen = async (who: VillagerName) =>
    (
      await village.house.db.read(village.scope(who), sql<{ id: number }>`select quoted_id as id from dialogue.quote`)
    )[0]
  expect((await seen('ines')).map(({ id }) => id)).toContain(whispered)
  for (const who of ['rita', 'tomas', 'zuzana'] as const)
    expect((await seen(who)).map(({ id }) => id)).not.toContain(whispered)
  const open = await village.say('rita', 'Open words.')
  const byHand = (who: VillagerName, into: number, of: number) =>
    village.house.db.write(village.scope(who), (tx) =>
      tx.rows(sql`insert into dialogue.quote values (${into}, ${of}, 1, 'Forged')`),
    )
  await expect(byHand('henk', open, inside.value.id)).rejects.toThrow()
  await expect(byHand('rita', open, whispered)).rejects.toThrow()
  const narrowOne = await village.say('rita', 'For me.', { circle: 'me' })
  await expect(byHand('rita', open, narrowOne)).rejects.toThrow(/never heard wider/)
})

test('the function that finds a quote passes no wall, whatever first wall it is told', async () => {
  const whisper = await village.say('ines', 'Between us.', { circle: 'facilitators' })
  const answer = await quote('ines', whisper, 'Between us.', 'facilitators')
  if (!answer.ok) throw new Error(answer.reason)
  const forged = async (who: VillagerName) =>
    (
      await village.house.db.read(
        village.scope(who),
        sql<{ quote: unknown }>`select dialogue.quote_in(${answer.value.id}, ${village.people.ines},
          ${[...village.scope('ines').reach]}) as quote`,
      )
    )[0][0]?.quote
  expect(await forged('ines')).toMatchObject({ words: 'Between us.' })
  expect(await forged('marta')).toBeNull()
})

test('the form: “Quote this” fills it in, a mistake keeps all that was typed, sent twice it stands once', async () => {
  const first = await village.say('rita', 'Chairs in a circle. Nobody behind anybody.')
  const henk = await village.as('henk')
  const reply = await (await henk.get(urls.reply({ slug, id: first }))).text()
  expect(reply).toContain(`${urls.reply({ slug, id: first })}?quote=yes`)
  const form = await (await henk.get(urls.reply({ slug, id: first }, { quote: 'yes' }))).text()
  expect(form).toContain('Chairs in a circle. Nobody behind anybody.</textarea>')
  const sent = {
    once: village.house.secret(18),
    text: 'I will try it.',
    language: 'en',
    audience: 'community',
    replyTo: String(first),
    quote: String(first),
    quoteWords: 'Nobody behind me.',
    manner: 'tried',
  }
  const wrong = await henk.post(urls.say({ slug, id: village.thread }), sent)
  expect(wrong.status).toBe(422)
  const again = await wrong.text()
  expect(again).toContain('Nobody behind me.</textarea>')
  expect(again).toContain('I will try it.</textarea>')
  expect(again).toContain('voice-quoteWords-error')
  const good = { ...sent, once: village.house.secret(18), quoteWords: 'Nobody behind\r\nanybody.' }
  for (const _ of [1, 2]) expect((await henk.post(urls.say({ slug, id: village.thread }), good)).status).toBe(303)
  const kept = await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql<{ manner: string }>`
      select c.manner from dialogue.quote q join dialogue.contribution c on c.id = q.contribution_id
      where q.quoted_id = ${first}`),
  )
  expect(kept).toEqual([{ manner: 'tried' }])
  for (const odd of ['0', '-1', 'x', '99999999999999999999'])
    expect(
      (await henk.post(urls.say({ slug, id: village.thread }), { ...good, once: village.house.secret(18), quote: odd }))
        .status,
    ).toBe(303)
})
