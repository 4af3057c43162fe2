/** What a meeting decides: the next step, what moved, and in a first one the lines of Who we are. */
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MeetingVillage, openTogether } from '../../../../tests/village/together.ts'
import { raise } from '../../challenge/actions/raise.ts'
import { addLineIn } from '../../community/public.ts'
import { urls } from '../urls.ts'
import { myNextSteps } from './store/step.ts'

let village: MeetingVillage
let here: { slug: string; id: number }
beforeAll(async () => {
  village = await openTogether()
})
afterAll(() => village.close())
beforeEach(async () => {
  await village.plan()
  here = village.where()
})

const system = <Row>(query: RawBuilder<Row>) => village.house.db.asSystem('job', (tx) => tx.rows(query))

describe('what is decided', () => {
  it('has an owner and a day, waits on theirs, and the next meeting begins with it', async () => {
    const ines = await village.begin('rita', 'marta')
    const due = { 'due-day': '30', 'due-month': '11', 'due-year': '2026' }
    const step = { form: 'step', words: 'Ask the class.', owner: String(village.people.rita), ...due }
    for (const [odd, says] of [
      [{ ...step, words: ' ' }, 'Write what will be done.'],
      [{ ...step, 'due-day': '31' }, 'There is no such day.'],
      [{ ...step, 'due-day': '1' }, 'That day is over.'],
      [{ ...step, owner: String(village.people.peter) }, 'Choose somebody who belongs'],
    ] as const) {
      const answer = await ines.post(urls.nextSteps(here), odd)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(says)])
    }
    await ines.post(urls.nextSteps(here), step)
    const scope = village.scope('rita')
    const [mine] = await village.house.db.read(scope, myNextSteps(scope))
    expect(mine).toMatchObject([{ words: 'Ask the class.', due: '2026-11-30', meeting_id: here.id }])
    const before = mine[0]?.id ?? 0
    village.clock.at = new Date('2026-11-25T10:00:00Z')
    await village.plan()
    here = village.where()
    await village.begin('rita')
    await village.goOn('ines', 0)
    expect(await village.pageOf('rita')).toContain('Ask the class.')
    const told = urls.told({ ...here, step: before })
    const unchosen = await ines.post(told, { told: 'They want pairs.' })
    expect([unchosen.status, await unchosen.text()]).toEqual([422, expect.stringContaining('They want pairs.')])
    expect((await ines.post(told, { outcome: 'partly', told: 'They want pairs.' })).status).toBe(303)
    expect(await village.pageOf('rita')).toContain('They want pairs.')
    expect((await village.house.db.read(scope, myNextSteps(scope)))[0]).toEqual([])
  })

  it('says which open question moved, or why none did', async () => {
    const asked = {
      question: 'Who turns the page?',
      language: 'en',
      circle: 'community',
      aboutChild: 'no',
      help: [],
    } as const
    const raised = await raise(village.house, village.scope('rita'), village.place, asked)
    const matter = raised.ok ? `challenge ${raised.value.id}` : ''
    const ines = await village.begin('rita')
    await ines.post(urls.moved(here), { form: 'moved', matter, words: 'Now we know who asks.' })
    await ines.post(urls.moved(here), { form: 'moved', matter, words: 'He asks his brother.' })
    expect((await village.read()).moved).toMatchObject([
      { subject_words: 'Who turns the page?', words: 'He asks his brother.' },
    ])
    await ines.post(urls.moved(here), { form: 'moved', matter: '', words: 'We had no time.' })
    expect((await village.read()).on.nothing_moved).toBe('We had no time.')
    // Our rhythm shows what moved once the minutes stand, and nothing of it before, nor to anybody outside.
    const rhythm = async (who: 'joana' | 'zuzana') => {
      const answer = await (await village.as(who)).get(`/c/${village.place.slug}/rhythm`)
      return [answer.status, (await answer.text()).includes('He asks his brother.')]
    }
    expect(await rhythm('joana')).toEqual([200, false])
    await system(sql`update meeting.meeting set state = 'published', published_at = now() where id = ${here.id}`)
    expect(await rhythm('joana')).toEqual([200, true])
    expect(await rhythm('zuzana')).toEqual([404, false])
    const gone = await ines.post(urls.moved(here), { form: 'moved', matter: 'challenge 999999', words: 'x' })
    expect(gone.status).toBe(422)
  })
})

describe('the first meeting', () => {
  it('fills Who we are and How we treat each other', async () => {
    await village.plan('first')
    here = village.where()
    const ines = await village.begin('rita', 'marta')
    await ines.post(urls.entries(here), {
      part: 'care',
      present: await village.seatOf('marta'),
      words: 'That every child joins in.',
    })
    const entry = String((await village.read()).entries[0]?.id)
    await village.goOn('ines', 0)
    expect(await village.pageOf('rita')).toContain('What do we care about?')
    for (let i = 0; i < 2; i++) expect((await ines.post(urls.lines(here), { entry })).status).toBe(303)
    expect(await village.pageOf('rita')).toContain('Kept in Who we are')
    await ines.post(urls.lines(here), { form: 'line', words: 'Nobody has to speak.' })
    const charter = await (await ines.get(`/c/${village.place.slug}/who-we-are`)).text()
    const kept = sql<{
      n: number
    }>`select count(*) as n from community.charter_line where words = 'That every child joins in.'`
    expect([charter.includes('That every child joins in.'), await system(kept)]).toEqual([true, [{ n: 1 }]])
    expect(await (await ines.get(`/c/${village.place.slug}/how-we-treat-each-other`)).text()).toContain(
      'Nobody has to speak.',
    )
    expect((await ines.post(urls.lines(here), { form: 'line', words: ' ' })).status).toBe(422)
    const rita = village.scope('rita')
    const line = { part: 'agreement', words: 'We listen to the end.' } as const
    const both = [1, 2].map(() => village.house.db.write(rita, (tx) => addLineIn(tx, rita, village.place, line)))
    expect(new Set(await Promise.all(both)).size).toBe(2)
  })
})
