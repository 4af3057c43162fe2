/** Codes and waiting: typed, chosen, let in, declined, and all that does not work. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBareVillage } from '../../../../tests/village/bare.ts'
import { comingIn } from '../../../../tests/village/coming-in.ts'
import type { Browser, Village } from '../../../../tests/village/village.ts'
import { drawSigns, inFours, signsTyped } from '../../people/card/letters.ts'
import { recipientOf } from '../../people/public.ts'
import { notices } from '../notices.ts'
import { urls } from '../urls.ts'
import { letIn, makeCode, readCode } from './actions.ts'
import { comesAs, lacksAdult } from './code.ts'
import { codeUrls } from './urls.ts'

let village: Village
let way: ReturnType<typeof comingIn>
beforeAll(async () => {
  village = await openBareVillage()
  way = comingIn(village)
})
afterAll(() => village.close())

const slug = 'reading-together'
const textOf = async (answer: Response | Promise<Response>) => (await answer).text()
const ownPages = async (browser: Browser) => (await browser.get(urls.people({ slug }))).status

describe('signs', () => {
  it('never look alike, spell no word, and are read however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        if (bytes.filter((byte) => byte < 242).length < 16) return
        const signs = drawSigns(bytes, 16)
        expect(signs).toMatch(/^[^01ILOAEUSZB258]{16}$/)
        expect(signsTyped(` ${inFours(signs).toLowerCase().replaceAll('-', ' – ')} `, 16)).toBe(signs)
      }),
    )
    expect(() => drawSigns(new Uint8Array([255, 255]), 1)).toThrow()
    for (const odd of ['', 'AAAAAAAA', '3467-9CD', '34679CDF3', '<b>', '🐌'.repeat(8)])
      expect(signsTyped(odd, 8)).toBeUndefined()
  })

  it('say from where somebody comes; nobody is a student by saying so', () => {
    expect(comesAs('student', ['teacher'])).toEqual(['student'])
    expect(comesAs(null, ['teacher', 'teacher'])).toEqual(['teacher'])
    expect(comesAs(null, [])).toEqual(['family'])
    expect([lacksAdult(false, 0), lacksAdult(true, 1), lacksAdult(true, 2)]).toEqual([false, true, false])
  })
})

describe('a code', () => {
  it('asks for a second adult and a lead when the first student is invited, and not before', async () => {
    const zuzana = await village.as('zuzana')
    const invite = urls.invite({ slug: 'quiet-corners' })
    for (const whom of ['nobody yet', 'family']) {
      if (whom === 'family') await zuzana.post(codeUrls.makeCode({ slug: 'quiet-corners' }), { whom })
      expect(await textOf(zuzana.get(invite))).not.toContain('zodpovedá za ochranu detí')
    }
    await zuzana.post(codeUrls.makeCode({ slug: 'quiet-corners' }), { whom: 'student' })
    const page = await textOf(zuzana.get(invite))
    expect(page).toContain('zodpovedá za ochranu detí')
    expect(page).toContain('notice human')
  })

  it('is forgiven its spaces and dashes, and leads to name and picture', async () => {
    const code = await way.newCode()
    const visitor = village.visitor()
    const typed = await visitor.post(codeUrls.type(), { code: ` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}` })
    expect([typed.status, typed.headers.get('location')]).toEqual([303, codeUrls.come({ code })])
    const page = await textOf(visitor.get(codeUrls.come({ code })))
    for (const words of ['Join Reading together', 'What shall we call you', 'snail', 'rocket'])
      expect(page).toContain(words)
    expect(page).not.toContain('Rita')
  })

  it('forged, expired, ended, used up: one sentence, the same for all', async () => {
    const ended = await way.newCode()
    const ines = await village.as('ines')
    const [row] = await way.codes()
    expect(await textOf(ines.get(urls.invite({ slug })))).toContain(inFours(ended))
    await ines.post(codeUrls.endCode({ slug, id: row?.id ?? 0 }))
    const used = await way.newCode()
    await village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql`update community.join_code set uses_left = 0 where code = ${used}`),
    )
    const old = await way.newCode()
    way.later(15 * 24 * 60)
    const said = new Set<string>()
    for (const code of [ended, used, old, '34679CDF', 'nonsense', '<script>']) {
      const answer = await village.visitor().post(codeUrls.type(), { code })
      expect(answer.status).toBe(422)
      said.add(/This code does not open anything now[^<]*/.exec(await answer.text())?.[0] ?? `nothing for ${code}`)
      expect((await village.visitor().post(codeUrls.come({ code }), { name: 'X', avatar: 'sun' })).status).toBe(422)
    }
    expect(said.size).toBe(1)
  })

  it('guessing stops after 300 wrong ones from one address; right ones cost nothing', async () => {
    const code = await way.newCode()
    const from = 'a school'
    for (let i = 0; i < 40; i++) expect((await readCode(village.house, code, from)).ok).toBe(true)
    await village.house.db.asSystem('command-line', async (tx) => {
      const { tokenHash } = await import('../../people/secret.ts')
      await tx.rows(sql`insert into platform.tries (key, since, count)
        values (${tokenHash(`wrong codes ${from}`).toString('base64url')}, ${village.clock.at}, 299)`)
    })
    expect(await readCode(village.house, '34679CDF', from)).toMatchObject({ reason: 'wrong' })
    expect(await readCode(village.house, code, from)).toMatchObject({ reason: 'tooMany' })
    expect((await readCode(village.house, code, 'elsewhere')).ok).toBe(true)
    way.later(16)
    expect((await readCode(village.house, code, from)).ok).toBe(true)
  })

  it('is the facilitators’ alone to make, and whoever waits is theirs alone to let in', async () => {
    const rita = await village.as('rita')
    for (const answer of [
      await rita.post(codeUrls.makeCode({ slug }), { whom: 'student' }),
      await rita.post(codeUrls.letIn({ slug, person: 1 })),
      await rita.post(codeUrls.printCards({ slug }), { people: '1' }),
      await rita.get(codeUrls.cards({ slug })),
    ])
      expect(answer.status).toBe(404)
    expect(await makeCode(village.house, village.scope('rita'), way.place(), 'student')).toMatchObject({ ok: false })
    expect(await letIn(village.house, village.scope('rita'), way.place(), 1)).toMatchObject({ ok: false })
  })
})

describe('waiting', () => {
  it('keeps what was typed, and two may not be called the same', async () => {
    const code = await way.newCode()
    await way.comeAs('Lua', code)
    for (const [fields, words] of [
      [{ name: 'lua', avatar: 'moon' }, 'Somebody here is called that already'],
      [{ name: 'Rita Vale', avatar: 'moon' }, 'Somebody here is called that already'],
      [{ name: '', avatar: 'moon' }, 'Choose a name first'],
      [{ name: 'Kept name' }, 'Choose one of the pictures'],
    ] as const) {
      const answer = await village.visitor().post(codeUrls.come({ code }), fields as Record<string, string>)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(words)
      if (fields.name) expect(page).toContain(`value="${fields.name}"`)
    }
    const twice = await Promise.all(
      [0, 1].map(() => village.visitor().post(codeUrls.come({ code }), { name: 'Eco', avatar: 'bird' })),
    )
    expect(twice.map((one) => one.status).sort()).toEqual([303, 422])
  })

  it('two clicks on one form make one person', async () => {
    const code = await way.newCode()
    const fields = { name: 'Duas', avatar: 'bird', once: 'one-form-of-one-page' }
    const answers = await Promise.all([0, 1].map(() => village.visitor().post(codeUrls.come({ code }), fields)))
    expect(answers.map((one) => one.status)).toEqual([303, 303])
    const [left] = await way.codes()
    expect(left?.uses_left).toBe(29)
  })

  it('is told to the facilitators at once, in a letter without the name, until somebody has opened', async () => {
    await way.comeAs('Névoa')
    const person = await way.idOf('Névoa')
    const { house, people } = village
    const fact = { kind: 'newcomer.waiting', subject: { kind: 'person', id: person }, community: way.place().id }
    const source = notices(house).find(({ facts }) => facts.includes(fact.kind))
    const told = await house.db.asSystem('facts', async (tx) => {
      const whom = await source?.audience(tx, { ...fact, id: 1, at: tx.now } as never)
      return whom ?? []
    })
    expect(told).toEqual([people.ines, people.henk])
    const letter = async (who: 'ines' | 'rita', on: 'letter' | 'page') => {
      const to = await house.db.asSystem('job', (tx) => recipientOf(tx, people[who]))
      return to && source?.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on }, fact)
    }
    expect((await letter('ines', 'letter'))?.subject).toBe('Somebody waits to come into Reading together')
    expect(JSON.stringify(await letter('ines', 'letter'))).not.toContain('Névoa')
    expect((await letter('ines', 'page'))?.text).toContain('Névoa')
    expect(await letter('rita', 'page')).toBeUndefined()
    await letIn(house, village.scope('ines'), way.place(), person)
    expect(await letter('ines', 'letter')).toBeUndefined()
  })

  it('sees nothing of the community, and nobody but facilitators sees who waits', async () => {
    const gota = await way.comeAs('Gota')
    const page = await textOf(gota.get(codeUrls.waiting()))
    for (const words of ['Hello, Gota', 'Nearly there', 'Look again', 'sign out']) expect(page).toContain(words)
    for (const path of [urls.people({ slug }), urls.charter({ slug }), urls.agreement({ slug })])
      expect((await gota.get(path)).status).toBe(404)
    expect(await textOf((await village.as('ines')).get(urls.people({ slug })))).toContain('Gota')
    expect(await textOf((await village.as('rita')).get(urls.people({ slug })))).not.toContain('Gota')
    const person = await way.idOf('Gota')
    const [names] = await village.house.db.read(
      village.scope('eva'),
      sql<{ name: string }>`select name from people.named where id = ${person}`,
    )
    expect(names).toEqual([])
    const [codes] = await village.house.db.read(village.scope('rita'), sql`select * from community.join_code`)
    expect(codes).toEqual([])
  })

  it('ends by one press; of two facilitators at once one does, and the other hears so', async () => {
    const folha = await way.comeAs('Folha')
    const person = await way.idOf('Folha')
    const [ines, henk] = [await village.as('ines'), await village.as('henk')]
    const both = await Promise.all([ines, henk].map((one) => one.post(codeUrls.letIn({ slug, person }))))
    const told = both.map((one) => one.headers.get('location') ?? '')
    expect(told.filter((to) => to.includes('decided'))).toHaveLength(1)
    expect(await textOf(ines.get(`${urls.people({ slug })}?waiting=decided`))).toContain('a moment ago')
    expect((await folha.get(codeUrls.waiting())).headers.get('location')).toBe(`/c/${slug}`)
    const page = await textOf(folha.get(urls.people({ slug })))
    for (const words of ['Folha', 'student', 'class="avatar"']) expect(page).toContain(words)
    // What protects their words is not taken off by themselves.
    const grown = await folha.post(urls.perspectives({ slug }), { perspectives: 'teacher' })
    expect([grown.status, (await grown.text()).includes('it protects your words')]).toEqual([422, true])
    // Adults elsewhere do not find them.
    expect(await textOf((await village.as('eva')).get(urls.people({ slug: 'quiet-corners' })))).not.toContain('Folha')
  })

  it('a declined person hears it kindly, and may ask again', async () => {
    const nuvem = await way.comeAs('Nuvem')
    const person = await way.idOf('Nuvem')
    await (await village.as('ines')).post(codeUrls.decline({ slug, person }))
    expect(await textOf(nuvem.get(codeUrls.waiting()))).toContain('This time the door stayed closed')
    expect(await ownPages(nuvem)).toBe(404)
    const again = await nuvem.post(codeUrls.come({ code: await way.newCode() }))
    expect(again.status).toBe(303)
    expect(await letIn(village.house, village.scope('ines'), way.place(), person)).toMatchObject({ ok: true })
    expect(await ownPages(nuvem)).toBe(200)
  })

  it('nobody sits down whom no facilitator let in, whatever a query says', async () => {
    await way.comeAs('Onda')
    const person = await way.idOf('Onda')
    await expect(
      village.house.db.write(village.scope('ines'), (tx) =>
        tx.rows(sql`insert into community.membership (community_id, person_id, role, perspectives, joined_at)
          values (${way.place().id}, ${person}, 'member', '{teacher}', now())`),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
