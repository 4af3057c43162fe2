/** Letters through a real mail server: what arrives, when, how often, and what happens when it does not. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LetterVillage, openLetters } from '../../../tests/village/letters.ts'
import type { VillagerName } from '../../demonstration/people.ts'
import { beginLetter, sendLetter, takeUpForsaken } from './sending.ts'
import { urls } from './urls.ts'

let village: LetterVillage
beforeAll(async () => {
  village = await openLetters()
})
afterAll(() => village.close())
beforeEach(() => {
  village.clock.at = new Date('2026-11-24T10:00:00Z')
})
afterEach(() => village.clear())

const proved = (who: VillagerName) =>
  village.system(sql`update people.account set verified_at = now() where person_id = ${village.people[who]}`)

describe('a question to a person', () => {
  it('goes out after the ten minutes of taking back: plain words, the same with a look, one button, ended by one press', async () => {
    await proved('marta')
    await village.happens('marta', 'ask.made', { quote: { words: 'Lê à irmã & ao cão?', lang: 'pt' } })
    await village.round('marta')
    expect(village.server.letters).toEqual([])
    village.later(11)
    await village.round('marta')
    const [letter] = village.server.letters
    expect(letter?.subject).toBe('Rita asks you something')
    expect(letter?.to && 'text' in letter.to && letter.to.text).toBe(await village.addressOf('marta'))
    expect(letter?.text).toMatch(
      /How does he read at home\?[\s\S]*Lê à irmã & ao cão\?[\s\S]*http:\/\/village\.example\/answer\//,
    )
    const html = String(letter?.html)
    expect(html).toMatch(/<html lang="pt"/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('Lê à irmã &amp; ao cão?')
    expect(html).not.toMatch(/<(img|script|link)\b/)
    expect(letter?.headers.get('auto-submitted')).toBe('auto-generated')
    const list = letter?.headers.get('list') as { unsubscribe?: { url?: string } } | undefined
    expect(list?.unsubscribe?.url).toMatch(/^http:\/\/village\.example\/letters\/stop\//)
    expect(letter?.headerLines.some(({ line }) => line === 'List-Unsubscribe-Post: List-Unsubscribe=One-Click')).toBe(
      true,
    )
  })

  it('is told once, however often and by however many it is tried', async () => {
    await village.happens('rita', 'ask.made')
    village.later(11)
    const begun = await Promise.all([1, 2, 3].map(() => beginLetter(village.sending, village.people.rita)))
    const [letter] = begun.filter((one) => one !== undefined)
    await Promise.all([1, 2, 3].map(() => sendLetter(village.sending, letter ?? 0)))
    await village.round('rita')
    expect([village.server.letters.length, await village.states()]).toEqual([1, ['sent']])
  })

  it('waits for the morning at night, on a weekend, and for the end of holidays', async () => {
    village.clock.at = new Date('2026-11-27T21:00:00Z')
    await village.happens('rita', 'ask.made')
    for (const at of ['2026-11-27T23:00:00Z', '2026-11-28T12:00:00Z', '2026-11-30T07:59:00Z']) {
      village.clock.at = new Date(at)
      await village.round('rita')
      expect([at, village.server.letters.length]).toEqual([at, 0])
    }
    village.clock.at = new Date('2026-11-30T08:01:00Z')
    await village.round('rita')
    expect(village.server.letters).toHaveLength(1)
  })

  it('is not sent when it holds no more', async () => {
    village.saying.set(await village.happens('rita', 'ask.made'), undefined)
    village.later(11)
    await village.round('rita')
    expect([village.server.letters, await village.states()]).toEqual([[], ['empty']])
  })

  it('shows no words of members to an address that nobody proved', async () => {
    await village.system(sql`update people.account set verified_at = null where person_id = ${village.people.joana}`)
    await village.happens('joana', 'ask.made', { quote: { words: 'A secret of the room', lang: 'en' } })
    village.later(11)
    await village.round('joana')
    expect(village.server.letters[0]?.text).toContain('How does he read')
    expect(village.server.letters[0]?.text).not.toContain('A secret of the room')
  })
})

it('D27: what happened comes together on Monday: seven things, and the rest on the page', async () => {
  for (let i = 0; i < 9; i++)
    await village.happens('rita', 'thing.done', { subject: `Thing ${i}`, button: { label: 'Read', href: `/t/${i}` } })
  village.later(60 * 24 * 5)
  await village.round('rita')
  expect(village.server.letters).toHaveLength(0)
  village.clock.at = new Date('2026-11-30T17:05:00Z')
  await village.round('rita')
  const [letter, more] = village.server.letters
  expect([letter?.subject, more]).toEqual(['What happened in Village', undefined])
  expect(letter?.text).toContain('2 more things')
  expect(String(letter?.html).match(/Thing \d/g)?.length).toBe(7)
})

describe('a mail server', () => {
  it('that is away for a day loses nothing and doubles nothing', async () => {
    await village.happens('rita', 'ask.made')
    village.later(11)
    village.server.busy = true
    for (let hour = 0; hour < 24; hour++) {
      await village.round('rita')
      village.later(60)
    }
    expect(village.server.letters).toEqual([])
    village.server.busy = false
    for (let hour = 0; hour < 24; hour++) {
      await village.round('rita')
      village.later(60)
    }
    expect([village.server.letters.length, await village.states()]).toEqual([1, ['sent']])
  })

  it('that does not know an address is asked no more; the person and the site learn of it', async () => {
    const email = await village.addressOf('rita')
    village.server.unknown.add(email)
    await village.happens('rita', 'ask.made')
    village.later(11)
    await village.round('rita')
    expect(await village.states()).toEqual(['refused'])
    village.server.unknown.clear()
    await village.happens('rita', 'ask.made')
    village.later(11)
    await village.round('rita')
    expect(village.server.letters).toEqual([])
    const rita = await village.as('rita')
    expect(await (await rita.get(urls.letters())).text()).toContain('Your address does not work')
    await rita.post(urls.addressAgain())
    await village.happens('rita', 'ask.made')
    village.later(11)
    await village.round('rita')
    expect(village.server.letters).toHaveLength(1)
  })

  it('whose sender died while the words were on the wire: not sent again, told in the next regular letter', async () => {
    await village.happens('rita', 'ask.made')
    village.later(11)
    const begun = await beginLetter(village.sending, village.people.rita)
    const dying = {
      ...village.sending,
      post: async ({ handing }: { handing?: () => Promise<void> }) => {
        await handing?.()
        throw new Error('killed')
      },
    }
    await expect(sendLetter(dying, begun ?? 0)).rejects.toThrow('killed')
    village.later(10)
    await takeUpForsaken(village.sending.house)
    expect(await village.states()).toEqual(['unknown'])
    await village.round('rita')
    expect(village.server.letters).toEqual([])
    village.clock.at = new Date('2026-11-30T17:05:00Z')
    await village.round('rita')
    expect(village.server.letters).toHaveLength(1)
  })
})
