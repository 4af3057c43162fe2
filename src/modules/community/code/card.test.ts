/** Cards: one press, a shared device, a sheet to print, a way to an address of one's own; and all that does not work. */
import jsQR from 'jsqr'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBareVillage } from '../../../../tests/village/bare.ts'
import { comingIn } from '../../../../tests/village/coming-in.ts'
import type { Browser, Village } from '../../../../tests/village/village.ts'
import { inFours } from '../../people/card/letters.ts'
import { cardUrls } from '../../people/card/urls.ts'
import { urls } from '../urls.ts'
import { giveCards, letIn } from './actions.ts'
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

describe('a card', () => {
  const enter = (browser: Browser, secret: string) => browser.post(cardUrls.card({ secret }))

  it('opens the door by one press, on a device that forgets after 20 silent minutes', async () => {
    await way.comeAs('Vento')
    await letIn(village.house, village.scope('ines'), way.place(), await way.idOf('Vento'))
    const secret = await way.cardFor('Vento')
    const tablet = village.visitor()
    const page = await textOf(tablet.get(cardUrls.card({ secret })))
    expect(page).toContain('It’s me, come in')
    expect(await ownPages(tablet)).toBe(303)
    const entered = await enter(tablet, secret)
    expect([entered.status, entered.headers.get('location')]).toEqual([303, `/c/${slug}`])
    expect(entered.headers.get('set-cookie')).not.toMatch(/max-age/i)
    expect(await textOf(tablet.get(urls.people({ slug })))).toContain('I’m done, sign out')
    // Nothing that lasts is made where the next child sits down.
    for (const path of [urls.begin(), '/me/programs'])
      expect((await tablet.get(path)).headers.get('location')).toBe(cardUrls.ownDevice())
    expect((await tablet.get(cardUrls.ownDevice())).status).toBe(200)
    for (let i = 0; i < 3; i++) {
      way.later(15)
      expect(await ownPages(tablet)).toBe(200)
    }
    way.later(21)
    const ended = await tablet.get(urls.people({ slug }))
    expect([ended.status, ended.headers.get('location')]).toEqual([303, cardUrls.ended()])
    expect(await textOf(tablet.get(cardUrls.ended()))).toContain('20 quiet minutes')
    expect((await enter(tablet, secret)).status).toBe(303)
    await tablet.post('/sign-out')
    expect(await ownPages(tablet)).toBe(303)
  })

  it('is typed where nothing scans; ended, forged and odd ones get one sentence', async () => {
    await way.comeAs('Areia')
    await letIn(village.house, village.scope('ines'), way.place(), await way.idOf('Areia'))
    const old = await way.cardFor('Areia')
    const typed = village.visitor()
    expect((await typed.post(cardUrls.type(), { signs: inFours(old).toLowerCase() })).status).toBe(303)
    const fresh = await way.cardFor('Areia')
    // What was opened with the old card ended with it.
    expect(await ownPages(typed)).toBe(303)
    const said = new Set<string>()
    for (const secret of [old, '34679CDF34679CDF', 'x', '<b>']) {
      const answer = await enter(village.visitor(), secret)
      expect(answer.status).toBe(422)
      said.add(/This card does not open the door[^<]*/.exec(await answer.text())?.[0] ?? 'nothing')
    }
    expect(said.size).toBe(1)
    expect((await enter(village.visitor(), fresh)).status).toBe(303)
  })

  it('keeps no secret: only its hash is in the database', async () => {
    const secret = await way.cardFor('Areia')
    const rows = await village.house.db.asSystem('command-line', (tx) =>
      tx.rows(sql<{
        row: string
      }>`select row_to_json(c)::text || coalesce((select string_agg(result::text, '') from platform.once), '')
        as row from people.card c`),
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
    await expect(village.house.db.read(village.scope('ines'), sql`select * from people.card`)).rejects.toThrow(/denied/)
  })

  it('is given only to those who came here by a code: no facilitator makes a key to somebody’s account', async () => {
    for (const [person, facilitator] of [
      [village.people.rita, 'ines'],
      [await way.idOf('Areia'), 'zuzana'],
      [village.people.tomas, 'ines'],
    ] as const) {
      const input = { people: [person], leadsTo: '/' }
      expect(await giveCards(village.house, village.scope(facilitator), way.place(), input)).toMatchObject({
        ok: false,
      })
    }
    const [[given]] = await village.house.db.read(
      village.scope('rita'),
      sql<{ n: number }>`select count(*) as n from community.card_holders(${way.place().id})`,
    )
    expect(given?.n).toBe(0)
  })

  it('stands on a sheet whose square a camera reads', async () => {
    const ines = await village.as('ines')
    expect(await textOf(ines.get(codeUrls.cards({ slug })))).toContain('Areia')
    const page = await textOf(ines.post(codeUrls.printCards({ slug }), { people: String(await way.idOf('Areia')) }))
    const side = Number(/viewBox="-4 -4 (\d+)/.exec(page)?.[1]) - 8
    const dark = [...(/class="qr-ink" d="([^"]+)"/.exec(page)?.[1]?.matchAll(/M(\d+) (\d+)h1/g) ?? [])]
    const scale = 4
    const width = (side + 8) * scale
    const image = new Uint8ClampedArray(width * width * 4).fill(255)
    for (const [, x, y] of dark)
      for (let i = 0; i < scale * scale; i++) {
        const at = ((Number(y) + 4) * scale + Math.floor(i / scale)) * width + (Number(x) + 4) * scale + (i % scale)
        image.fill(0, at * 4, at * 4 + 3)
      }
    const read = jsQR(image, width, width)?.data ?? ''
    expect(read).toMatch(/^http:\/\/village\.example\/card\/[34679CDFGHJKMNPQRTVWXY]{16}$/)
    expect((await village.visitor().post(new URL(read).pathname)).status).toBe(303)
  })

  it('gives way to an address of one’s own, and everything stays', async () => {
    const { peopleTasks } = await import('../../people/jobs.ts')
    const sent: { to: string; text: string }[] = []
    const tasks = peopleTasks(village.house, async (letter) => {
      sent.push({ to: letter.to, text: letter.text })
    })
    const areia = village.visitor()
    await enter(areia, await way.cardFor('Areia'))
    expect((await areia.post(cardUrls.address(), { email: 'no address' })).status).toBe(422)
    expect((await areia.post(cardUrls.address(), { email: 'areia@ria.example' })).status).toBe(303)
    const personId = await way.idOf('Areia')
    await tasks['people:send-address-letter']?.({ personId, email: 'areia@ria.example' })
    await tasks['people:send-address-letter']?.({ personId, email: 'rita@ria.example' })
    const [mine, ritas] = sent.map((one) => /me\/address\/([\w-]+)/.exec(one.text)?.[1] ?? '')
    // The owner of a mistyped address gets nobody's account.
    const rita = await village.as('rita')
    expect((await rita.post(cardUrls.proveAddress({ token: ritas ?? '' }))).status).toBe(410)
    expect((await areia.post(cardUrls.proveAddress({ token: ritas ?? '' }))).status).toBe(410)
    expect((await areia.post(cardUrls.proveAddress({ token: mine ?? '' }))).status).toBe(303)
    expect((await areia.post(cardUrls.proveAddress({ token: mine ?? '' }))).status).toBe(410)
    expect(await ownPages(areia)).toBe(200)
    expect((await way.cardFor('Areia')).length).toBeLessThan(16)
    await areia.post(cardUrls.endCard())
    expect(await textOf(areia.get(cardUrls.address()))).not.toContain('End my card')
  })

  it('an address is added only just after coming in, for a shared device may be somebody else’s by now', async () => {
    const vento = village.visitor()
    await enter(vento, await way.cardFor('Vento'))
    way.later(6)
    const answer = await vento.post(cardUrls.address(), { email: 'vento@ria.example' })
    expect([answer.status, (await answer.text()).includes('Scan your card once more')]).toEqual([422, true])
  })
})
