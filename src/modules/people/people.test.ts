/** Coming in and going out: passwords, letters, sessions, limits, and what is never told. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBareVillage } from '../../../tests/village/bare.ts'
import type { Village } from '../../../tests/village/village.ts'
import { addressOf } from '../../demonstration/people.ts'
import {
  askForLetter,
  beginSite,
  choosePassword,
  enterDemonstration,
  openLetter,
  saveLanguage,
  saveMe,
  signIn,
  signOut,
  signOutEverywhere,
  welcome,
} from './actions.ts'
import { peopleTasks } from './jobs.ts'
import { inside } from './schemas.ts'
import { passwordHash } from './secret.ts'
import { languageAsked } from './visit.ts'

let village: Village
beforeAll(async () => {
  village = await openBareVillage()
  const hash = await passwordHash('a sentence is best')
  await village.house.db.asSystem('command-line', (tx) =>
    tx.rows(sql`update people.account set password_hash = ${hash}`),
  )
})
afterAll(() => village.close())

const letterTo = async (who: 'rita' | 'joana') => {
  const sent: string[] = []
  const tasks = peopleTasks(village.house, async (letter) => {
    sent.push(letter.text)
  })
  await tasks['people:send-sign-in-letter']?.({ personId: village.people[who], returnTo: '/me' })
  return /letter\/([\w-]+)/.exec(sent[0] ?? '')?.[1] as string
}

describe('by password', () => {
  it('lets in whoever knows it, and shows their page', async () => {
    const browser = village.visitor()
    const answer = await browser.post('/sign-in', {
      email: addressOf('rita'),
      password: 'a sentence is best',
      next: '/me',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me'])
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    expect(await (await browser.get('/me')).text()).toContain('Rita Vale')
  })

  it('keeps what was typed and says how to go on when it is wrong, in the reader’s language', async () => {
    const answer = await village
      .visitor()
      .post('/sign-in', { email: addressOf('rita'), password: 'wrong', next: '/' }, { 'accept-language': 'sk' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Adresa a heslo k sebe nepatria')
    expect(page).toContain(`value="${addressOf('rita')}"`)
  })

  it('says the same of an address nobody has', async () => {
    const known = await signIn(village.house, { email: addressOf('rita'), password: 'no', from: 'a' })
    const unknown = await signIn(village.house, { email: 'nobody@ria.example', password: 'no', from: 'a' })
    expect(known).toEqual(unknown)
  })

  it('stops guessing after ten tries at one address, and leaves the others alone', async () => {
    for (let i = 0; i < 10; i++) await signIn(village.house, { email: addressOf('paulo'), password: 'no', from: 'b' })
    expect(
      await signIn(village.house, { email: addressOf('paulo'), password: 'a sentence is best', from: 'b' }),
    ).toMatchObject({ reason: 'signIn.tooMany' })
    expect(
      await signIn(village.house, { email: addressOf('ana'), password: 'a sentence is best', from: 'b' }),
    ).toMatchObject({ ok: true })
    village.clock.at = new Date(village.clock.at.getTime() + 16 * 60_000)
    expect(
      await signIn(village.house, { email: addressOf('paulo'), password: 'a sentence is best', from: 'b' }),
    ).toMatchObject({ ok: true })
  })

  it('a new one ends every other session', async () => {
    const old = await village.as('henk')
    expect(
      await choosePassword(village.house, village.scope('henk'), { now: 'not it', next: 'another sentence' }),
    ).toMatchObject({ reason: 'password.wrong' })
    expect(
      await choosePassword(village.house, village.scope('henk'), {
        now: 'a sentence is best',
        next: 'another sentence',
      }),
    ).toMatchObject({ ok: true })
    expect((await old.get('/me')).status).toBe(303)
  })
})

describe('by letter', () => {
  it('works once', async () => {
    const token = await letterTo('rita')
    const browser = village.visitor()
    expect((await browser.get(`/sign-in/letter/${token}`)).status).toBe(200)
    const opened = await browser.post(`/sign-in/letter/${token}`)
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/me'])
    const again = await village.visitor().post(`/sign-in/letter/${token}`)
    expect([again.status, (await again.text()).includes('used already')]).toEqual([410, true])
  })

  it('two presses at once open one session', async () => {
    const token = await letterTo('rita')
    const answers = await Promise.all([openLetter(village.house, token), openLetter(village.house, token)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('is too old after an hour', async () => {
    const token = await letterTo('joana')
    village.clock.at = new Date(village.clock.at.getTime() + 61 * 60_000)
    expect(await openLetter(village.house, token)).toMatchObject({ reason: 'letter.used' })
  })

  it('is not asked for endlessly, and never tells whether an address is known', async () => {
    const ask = (email: string) => askForLetter(village.house, { email, returnTo: null, from: 'c' })
    expect(await ask('nobody@ria.example')).toEqual(await ask(addressOf('joana')))
    for (let i = 0; i < 4; i++) await ask(addressOf('joana'))
    expect(await ask(addressOf('joana'))).toMatchObject({ reason: 'signIn.tooMany' })
  })

  it('proves the address: what somebody else set up before it is gone', async () => {
    const { house } = village
    const arrived = await house.db.asSystem('invitation', (tx) =>
      welcome(tx, { name: 'Not Eva', email: 'eva.m@ria.example', language: 'sk' }),
    )
    if (!arrived.ok) throw new Error('not welcome')
    const stolen = arrived.value.token
    const sent: string[] = []
    await peopleTasks(house, async (letter) => void sent.push(letter.text))['people:send-sign-in-letter']?.({
      personId: arrived.value.personId,
    })
    await openLetter(house, /letter\/([\w-]+)/.exec(sent[0] ?? '')?.[1] as string)
    const [rows] = await house.db.asSystem('command-line', async (tx) => [
      await tx.rows(sql`select 1 from people.session where token_hash = sha256(${stolen}::bytea)`),
    ])
    expect(rows).toHaveLength(0)
  })
})

describe('going out', () => {
  it('ends this session, or all of them', async () => {
    const [one, other] = [await village.as('ana'), await village.as('ana')]
    await one.post('/sign-out')
    expect((await one.get('/me')).status).toBe(303)
    expect((await other.get('/me')).status).toBe(200)
    const third = await village.as('ana')
    await third.post('/sign-out/everywhere')
    expect((await other.get('/me')).status).toBe(303)
    await signOut(village.house, village.scope('ana'), 'no such token')
    await signOutEverywhere(village.house, village.scope('ana'))
  })
})

describe('who one is', () => {
  it('changes name and language, and reads in it at once', async () => {
    const browser = await village.as('joana')
    expect((await browser.post('/me', { name: '', language: 'de' })).status).toBe(422)
    expect((await browser.post('/me', { name: 'Joana S.', language: 'de' })).status).toBe(303)
    const page = await (await browser.get('/me')).text()
    expect(page).toContain('lang="de"')
    expect(page).toContain('Joana S.')
    await saveMe(village.house, village.scope('joana'), { name: 'Joana Simões', language: 'en' })
    await saveLanguage(village.house, village.scope('joana'), 'en')
  })

  it('keeps names among those who share a community', async () => {
    const names = async (who: 'rita' | 'eva') => {
      const [rows] = await village.house.db.read(
        village.scope(who),
        sql<{ name: string }>`select name from people.named`,
      )
      return rows.map((row) => row.name)
    }
    expect(await names('rita')).toContain('Marta')
    expect(await names('eva')).not.toContain('Marta')
  })

  it('lets the web’s role read no proofs', async () => {
    await expect(village.house.db.read(village.scope('rita'), sql`select * from people.account`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(village.house.db.read(village.scope('rita'), sql`select * from people.session`)).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('doors', () => {
  it('refuses a form from another site', async () => {
    const browser = await village.as('rita')
    const answer = await browser.post('/me', { name: 'Stolen', language: 'en' }, { origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
  })

  it('never leads off the site after signing in', () => {
    for (const address of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '',
      undefined,
    ])
      expect(inside.parse(address)).toBe('/')
    expect(inside.parse('/c/reading-together?page=2')).toBe('/c/reading-together?page=2')
  })

  it('D21: sets the policy that lets nothing in from outside', async () => {
    const policy = (await village.visitor().get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('D21: asks nobody when they were born, of which sex, where they live or what they have: there is no place for it', async () => {
    const places = await village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql<{ place: string }>`
        select table_schema || '.' || table_name || '.' || column_name as place from information_schema.columns
        where table_schema not in ('pg_catalog', 'information_schema', 'pgboss')`),
    )
    expect(places.length).toBeGreaterThan(500)
    const asked =
      /birth|born|gender|[._]sex$|diagnos|disab|phone|street|postcode|[._]city|nationality|religion|ethnic|latitude/
    expect(places.filter(({ place }) => asked.test(place))).toEqual([])
  })

  it('lets search engines read the library alone, and shows a ring as its icon', async () => {
    const visitor = village.visitor()
    expect(await (await visitor.get('/robots.txt')).text()).toContain('Allow: /library')
    expect((await visitor.get('/icon.svg')).headers.get('content-type')).toBe('image/svg+xml')
  })

  it('closes the demonstration’s doors elsewhere', async () => {
    expect((await village.visitor().post('/sign-in/demonstration', { email: addressOf('rita') })).status).toBe(404)
    expect(await enterDemonstration(village.house, 'nobody@ria.example')).toMatchObject({ ok: false })
  })

  it('begins a site only once', async () => {
    expect((await village.visitor().get('/begin')).status).toBe(404)
    const input = {
      siteName: 'Again',
      language: 'en' as const,
      school: 'S',
      name: 'N',
      email: 'n@ria.example',
      password: 'a sentence is best',
    }
    expect(await beginSite(village.house, input)).toMatchObject({ reason: 'begin.already' })
  })

  it('understands what a browser asks for', () => {
    expect(languageAsked('fr-FR,sk;q=0.8,en;q=0.9')).toBe('en')
    expect(languageAsked('pt-PT')).toBe('pt')
    expect(languageAsked('fr')).toBeUndefined()
    expect(languageAsked(undefined)).toBeUndefined()
  })
})
