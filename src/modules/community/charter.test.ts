/** Who we are and how we treat each other: filled line by line, settled, agreed to; words from anywhere do no harm. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBareVillage } from '../../../tests/village/bare.ts'
import type { Village } from '../../../tests/village/village.ts'
import { addLine, changeLine, sayIn, settleVersion } from './actions/charter.ts'
import { linesOf, versionsOf } from './store/charter.ts'
import { urls } from './urls.ts'

let village: Village
beforeAll(async () => {
  village = await openBareVillage()
})
afterAll(() => village.close())

const slug = 'reading-together'
const place = () => ({
  id: village.communities.reading.id,
  slug,
  name: 'Reading together',
  language: 'en' as const,
  invented: false,
  open: false,
})
describe('who we are, and how we treat each other', () => {
  const lines = async () =>
    (await village.house.db.read(village.scope('rita'), linesOf(village.scope('rita'), place().id)))[0]

  it('begins with starting lines made of the values, to keep, change or strike', async () => {
    const starting = await lines()
    expect(starting.filter((line) => line.part === 'agreement')).toHaveLength(8)
    expect(starting.every((line) => line.state === 'suggested')).toBe(true)
    const rita = await village.as('rita')
    const [first, second, third] = starting.filter((line) => line.part === 'agreement')
    if (!first || !second || !third) throw new Error('no starting lines')
    await rita.post(urls.line({ slug, line: first.id }), {
      part: 'agreement',
      words: first.words,
      seen: first.words,
      act: 'keep',
    })
    await rita.post(urls.line({ slug, line: second.id }), {
      part: 'agreement',
      words: 'We mean well.',
      seen: second.words,
      act: 'keep',
    })
    await rita.post(urls.line({ slug, line: third.id }), {
      part: 'agreement',
      words: third.words,
      seen: third.words,
      act: 'strike',
    })
    const after = (await lines()).filter((line) => line.part === 'agreement')
    expect(after.slice(0, 3).map((line) => line.state)).toEqual(['kept', 'kept', 'struck'])
    expect(after[1]?.words).toBe('We mean well.')
  })

  it('refuses a change over somebody else’s, and keeps both', async () => {
    const line = (await lines()).find((one) => one.words === 'We mean well.')
    if (!line) throw new Error('line missing')
    const change = (who: 'marta' | 'joana', words: string) =>
      changeLine(village.house, village.scope(who), place(), { line: line.id, words, seen: line.words, state: 'kept' })
    const both = await Promise.all([change('marta', 'One way'), change('joana', 'Another way')])
    expect(both.filter((one) => !one.ok)).toHaveLength(1)
    const late = await (await village.as('rita')).post(urls.line({ slug, line: line.id }), {
      part: 'agreement',
      words: 'My words',
      seen: line.words,
      act: 'keep',
    })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('My words')
  })

  it('settles a version with what changed and why, once; then people say they are in', async () => {
    const settle = () =>
      settleVersion(village.house, village.scope('rita'), place(), {
        document: 'agreement',
        changed: 'First lines',
        why: 'To begin',
      })
    const both = await Promise.all([settle(), settle()])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await settle()).toMatchObject({ reason: 'version.nothing' })
    const [versions] = await village.house.db.read(village.scope('rita'), versionsOf(village.scope('rita'), place().id))
    expect(versions.map((version) => [version.number, version.changed, version.why])).toEqual([
      [1, 'First lines', 'To begin'],
    ])
    expect(await sayIn(village.house, village.scope('marta'), place())).toMatchObject({ ok: true })
    const page = await (await (await village.as('rita')).get(urls.agreement({ slug }))).text()
    expect(page).toContain('aria-label="Marta"')
    expect(page).toContain('stops nothing')
  })

  it('adds a line, and says when there are no words in it', async () => {
    const rita = await village.as('rita')
    expect((await rita.post(urls.lines({ slug }), { part: 'domain', words: ' ' })).status).toBe(422)
    expect(
      await addLine(village.house, village.scope('rita'), place(), {
        part: 'domain',
        words: 'Reading aloud without fear',
      }),
    ).toMatchObject({ ok: true })
    expect(await (await rita.get(urls.charter({ slug }))).text()).toContain('Reading aloud without fear')
    expect((await rita.post(urls.versions({ slug }), { document: 'charter', changed: '', why: '' })).status).toBe(422)
    expect((await rita.post(urls.in({ slug }))).status).toBe(303)
  })
})

describe('words from anywhere', () => {
  it('are stored faithfully and shown harmlessly', async () => {
    const nasty = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      'Ω≈ç√∫˜µ≤≥÷',
      '田中さんにあげて下さい',
      '\u202Etest',
      "'; drop table people.person;--",
      '{{7*7}}',
      '\u0000nul',
      '\ud800 half',
      'İi̇ı',
    ]
    const rita = await village.as('rita')
    for (const words of nasty) {
      const added = await rita.post(urls.lines({ slug }), { part: 'practice', words })
      expect(added.status, words).toBe(303)
    }
    const page = await (await rita.get(urls.charter({ slug }))).text()
    expect(page).not.toContain('<script>alert(1)')
    expect(page).not.toContain('<img src=x')
    expect(page).toContain('田中さんにあげて下さい')
    expect(page).toContain('nul')
  })
})
