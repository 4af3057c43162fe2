/** D24: what students wrote ends a year after its school year, in every module; so do newcomers at the door, and closed cases. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openLivedIn } from '../../../tests/strength/lived-in.ts'
import { comingIn } from '../../../tests/village/coming-in.ts'
import type { Village } from '../../../tests/village/village.ts'
import { ownDataParts } from '../../own-data.ts'
import { schoolYearEnds } from '../safeguarding/public.ts'
import { endStudentsWords, forgetNewcomers, forgetOld } from './jobs.ts'
import { studentsWordsBefore } from './retention.ts'

test.each([
  ['2028-07-30', 12, '2026-08-01'],
  ['2028-07-31', 12, '2027-08-01'],
  ['2028-08-01', 12, '2027-08-01'],
  ['2029-07-30', 12, '2027-08-01'],
  ['2026-11-24', 1, '2026-08-01'],
])('on %s, after %i months, what was written before %s is over', (day, months, before) => {
  const now = new Date(`${day}T02:44:00Z`)
  expect(studentsWordsBefore(now, months, schoolYearEnds).toISOString()).toBe(`${before}T00:00:00.000Z`)
})

let village: Village
beforeAll(async () => {
  village = await openLivedIn()
})
afterAll(() => village.close())

const system = <Row>(query: ReturnType<typeof sql<Row>>) =>
  village.house.db.asSystem('command-line', (tx) => tx.rows(query))
const at = async (day: string, work: () => Promise<unknown>) => {
  const today = village.clock.at
  village.clock.at = new Date(`${day}T02:44:00Z`)
  await work().finally(() => {
    village.clock.at = today
  })
}

/** Not one student's alone: what a group made together, and what was published with everybody's yes. */
const together = [
  'community.charter_line',
  'community.charter_version',
  'community.stage_proposal',
  'dialogue.summary',
  'dialogue.round',
  'library.story',
  'library.entry_text',
  'meeting.meeting',
  'meeting.moved',
]
/** Every word of a person's that their own copy would hold. */
const wordsOf = (person: number) =>
  village.house.db.asSystem('job', async (tx) => {
    const words: string[] = []
    // A name goes with the account.
    for (const part of ownDataParts)
      for (const table of part.name === 'people' ? [] : await part.copy(tx, person))
        if (!together.includes(table.table))
          for (const row of table.rows)
            for (const column of table.words ?? [])
              if (row[column] && row[column] !== '(withdrawn)')
                words.push(`${table.table}.${column}: ${String(row[column])}`)
    return words
  })

describe('D24: what students wrote', () => {
  it('ends in every module, also what was said without a name, and also theirs who left; adults’ words stay', async () => {
    const { people, communities } = village
    const { tomas, rita } = people
    const where = communities.reading.id
    const all = `community:${where}`
    const when = village.clock.at
    const [question] = await system(sql<{ id: number }>`
      insert into challenge.challenge (community_id, author_id, audience, question, language, about_child, raised_at, changed_at)
      values (${where}, ${tomas}, ${all}, 'Who picks the team?', 'en', 'no', ${when}, ${when}) returning id`)
    const put = (table: string, column: string, words: string) =>
      system(sql`
        insert into ${sql.table(`challenge.${table}`)} (challenge_id, community_id, author_id, audience, language, at, ${sql.ref(column)})
        values (${question?.id}, ${where}, ${tomas}, ${all}, 'en', ${when}, ${words})`)
    await put('unknown', 'words', 'Does anybody ask?')
    await put('difference', 'words', 'I see it otherwise')
    await put('outcome', 'known', 'We draw lots')
    await system(sql`
      insert into exchange.need (community_id, author_id, audience, kind, words, language, said_at, stands_since, state)
      values (${where}, ${tomas}, ${all}, 'need', 'A ball', 'en', ${when}, ${when}, 'open')`)
    await system(sql`
      insert into safeguarding.help (community_id, author_id, words, language, asked_at)
      values (${where}, ${tomas}, 'Please talk to me', 'en', ${when})`)
    const hers = await wordsOf(rita)
    await at('2028-07-30', () => endStudentsWords(village.house, ownDataParts))
    expect(await wordsOf(tomas)).toContain('exchange.need.words: A ball')
    // He leaves, and it is not forgotten that he wrote as a student.
    await system(sql`delete from community.membership where community_id = ${where} and person_id = ${tomas}`)
    const before = await wordsOf(tomas)
    expect(new Set(before.map((one) => one.split('.')[0]))).toEqual(new Set(['challenge', 'dialogue']))
    await at('2028-08-02', () => endStudentsWords(village.house, ownDataParts))
    expect(await wordsOf(tomas)).toEqual([])
    expect(await wordsOf(rita)).toEqual(hers)
    expect(await system(sql`select from safeguarding.help where author_id = ${tomas}`)).toEqual([])
    const indexed = sql`
      select from platform.search_index i join dialogue.contribution c on i.kind = 'contribution' and i.id = c.id
      where c.author_id = ${tomas}`
    expect(await system(indexed)).toEqual([])
    await at('2028-08-03', () => endStudentsWords(village.house, ownDataParts))
  })
})

describe('D24: who typed a code and was not let in', () => {
  it('is forgotten after 30 days; who still waits, or belongs somewhere, is not', async () => {
    const way = comingIn(village)
    await way.comeAs('Nuvem')
    await way.comeAs('Trovão')
    const [cloud, thunder] = [await way.idOf('Nuvem'), await way.idOf('Trovão')]
    await system(sql`
      update community.newcomer set let_in = false, decided_at = asked_at, decided_by = ${village.people.ines}
      where person_id = ${thunder}`)
    await system(sql`
      insert into community.newcomer (community_id, person_id, perspectives, new_here, asked_at)
      values (${village.communities.reading.id}, ${village.people.rita}, '{teacher}', false, ${village.clock.at})`)
    await at('2026-12-20', () => forgetNewcomers(village.house, ownDataParts))
    expect(await way.idOf('Nuvem')).toBe(cloud)
    await at('2026-12-25', () => forgetNewcomers(village.house, ownDataParts))
    expect([await way.idOf('Nuvem'), await way.idOf('Trovão')]).toEqual([0, 0])
    const rita = sql<{ name: string }>`select name from people.person where id = ${village.people.rita}`
    expect(await system(rita)).toHaveLength(1)
    expect(await system(sql`select from community.newcomer where person_id = ${village.people.rita}`)).toEqual([])
  })
})

describe('D24: safeguarding cases', () => {
  it('end by the years that the site chose after its country’s law, closed ones alone; without a choice none', async () => {
    const kept = async () => (await system(sql`select from safeguarding.safety_case`)).length
    const put = (closed: string | null) => sql`
      insert into safeguarding.safety_case
        (community_id, subject_kind, subject_id, title, words, language, about, opened_at, closed_at)
      values (${village.communities.reading.id}, 'contribution', 1, '', 'words', 'en', '{}', '2010-01-01', ${closed})`
    const others = await kept()
    await system(put('2016-11-01'))
    await system(put(null))
    await forgetOld(village.house)
    expect(await kept()).toBe(others + 2)
    const periods = { mailDays: 7, draftDays: 90, noticeMonths: 18, endMonths: 24, auditMonths: 24, caseYears: 10 }
    await system(sql`insert into platform.setting (key, value) values ('retention', ${JSON.stringify(periods)}::jsonb)`)
    await forgetOld(village.house)
    expect(await kept()).toBe(others + 1)
  })
})
