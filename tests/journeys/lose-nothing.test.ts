/** Nothing that somebody types is lost: not with the window, the network, the session or the place, and nobody else sees it. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressOf, demonstrationPassword } from '../../src/demonstration/people.ts'
import { at, openBrowser, openWindow, press } from './browser.ts'
import { home } from './looking.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = `${home}/needs-and-offers/new`
const all = `${home}/needs-and-offers`

const open = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(at(path))
  return page
}

/** What lies on the device, of both kinds. */
const onDevice = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found = (await indexedDB.databases()).some(({ name }) => name === 'ciranda')
    if (!found) return '[]'
    const store = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open('ciranda')
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(asked.error)
    })
    const kinds = [...store.objectStoreNames]
    const of = (kind: string) =>
      new Promise<unknown[]>((done) => {
        const asked = store.transaction(kind).objectStore(kind).getAll()
        asked.onsuccess = () => done(asked.result)
      })
    const lies = (await Promise.all(kinds.map(of))).flat()
    store.close()
    return JSON.stringify(lies)
  })

const typed = (page: Page) => page.locator('#text')
const line = (page: Page) => page.locator('.begun-line').first()
const bar = (page: Page) => page.locator('kept-words')
const reaches = (page: Page, words: string) => expect.poll(() => onDevice(page), { timeout: 10_000 }).toContain(words)

/** How many times the list of needs shows these words. */
const times = async (page: Page, words: string): Promise<number> => {
  await page.goto(at(all))
  return ((await page.locator('main').textContent()) ?? '').split(words).length - 1
}

it('a window that is killed loses nothing; the words follow to another device, and go when they are sent', async () => {
  const context = await openWindow(browser, { as: 'rita' })
  const words = 'Somebody who reads aloud on Fridays'
  const first = await open(context, say)
  await typed(first).fill(words)
  await reaches(first, words)
  await first.close({ runBeforeUnload: false })
  const page = await open(context, say)
  await expect.poll(() => typed(page).inputValue()).toBe(words)
  expect(await line(page).textContent()).toMatch(/^Kept from \d\d:\d\d\. Start afresh$/)
  await line(page).getByRole('button').click()
  expect(await typed(page).inputValue()).toBe('')
  await line(page).getByRole('button', { name: 'Bring the words back' }).click()
  expect(await typed(page).inputValue()).toBe(words)
  // Calmly the server has it, too.
  const phone = await openWindow(browser, { as: 'rita', viewport: { width: 360, height: 740 } })
  const there = await open(phone, say)
  await expect
    .poll(async () => (await there.goto(at('/me/begun'))) && (await there.locator('main').textContent()), {
      timeout: 20_000,
    })
    .toContain(words)
  await there.goto(at(say))
  await typed(there).focus()
  await expect.poll(() => typed(there).inputValue()).toBe(words)
  await press(there, 'Send', 'main')
  await expect.poll(() => times(there, words)).toBe(1)
  await expect.poll(() => onDevice(there)).not.toContain(words)
  await there.goto(at('/me/begun'))
  expect(await there.locator('main').textContent()).not.toContain(words)
  await Promise.all([context.close(), phone.close()])
})

it('without network a form waits, outlives its window, and is sent once when the network is back', async () => {
  const context = await openWindow(browser, { as: 'ines' })
  const words = 'A quiet corner with a lamp'
  const page = await open(context, say)
  await context.setOffline(true)
  await expect.poll(() => bar(page).textContent()).toContain('offline')
  await typed(page).fill(words)
  await page.locator('main').getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => line(page).textContent()).toContain('sent by themselves')
  await expect.poll(() => bar(page).textContent()).toContain('Waits for the network')
  // Another page would need the network; the window stays where the words are.
  await page.locator('.rail a').first().click()
  await expect.poll(() => bar(page).textContent()).toContain('needs the network')
  expect(new URL(page.url()).pathname).toBe(say)
  await reaches(page, words)
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const later = await open(context, '/today')
  await expect.poll(() => bar(later).textContent(), { timeout: 10_000 }).toContain('Sent:')
  expect(await times(later, words)).toBe(1)
  await expect.poll(() => onDevice(later)).toBe('[]')
  await context.close()
})

it('a form whose answer was lost on the way is not sent twice', async () => {
  const context = await openWindow(browser, { as: 'joana' })
  const words = 'Two hours on Tuesdays'
  const page = await open(context, say)
  await typed(page).fill(words)
  // It arrives, and the answer does not.
  await page.route(at(say), async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
    await page.unroute(at(say))
  })
  await page.locator('main').getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => bar(page).textContent(), { timeout: 20_000 }).toContain('Sent:')
  expect(await times(page, words)).toBe(1)
  await context.close()
})

it('what the site refuses later comes back as words in their form', async () => {
  const context = await openWindow(browser, { as: 'marta' })
  const words = 'Uma pessoa que saiba braille '
  const page = await open(context, say)
  await context.setOffline(true)
  await typed(page).fill(words.repeat(400))
  await page.locator('main form button').last().click()
  await expect.poll(() => bar(page).textContent()).toContain('À espera de rede')
  await context.setOffline(false)
  await expect.poll(() => bar(page).textContent(), { timeout: 20_000 }).toContain('Não enviado')
  await bar(page).getByRole('link').click()
  await expect.poll(() => typed(page).inputValue()).toContain(words)
  await context.close()
})

it('two windows with one form never write over each other', async () => {
  const context = await openWindow(browser, { as: 'henk' })
  const [one, other] = [await open(context, say), await open(context, say)]
  await typed(one).fill('in the first window')
  await reaches(one, 'in the first window')
  await typed(other).fill('in the second window')
  await reaches(other, 'in the second window')
  await typed(one).fill('in the first window, longer')
  await reaches(one, 'first window, longer')
  expect(await onDevice(one)).toContain('in the second window')
  await context.close()
})

it('signed out elsewhere, the form leads through the door, and the words are still there', async () => {
  const context = await openWindow(browser, { as: 'joana' })
  const elsewhere = await openWindow(browser, { as: 'joana' })
  const page = await open(context, '/communities/new')
  const field = page.locator('main textarea, main input[type=text]').first()
  await field.fill('Was hilft beim Ankommen?')
  await reaches(page, 'Ankommen')
  await press(await open(elsewhere, '/me'), 'Sign out on all devices')
  await page.locator('main form button').last().click()
  await page.waitForURL('**/sign-in**')
  await page.locator('form:has(#password) input[name=email]').fill(addressOf('joana'))
  await page.locator('#password').fill(demonstrationPassword)
  await page.locator('form:has(#password) button').last().click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  await page.goto(at('/communities/new'))
  await expect.poll(() => field.inputValue()).toBe('Was hilft beim Ankommen?')
  await Promise.all([context.close(), elsewhere.close()])
})

it('two people after each other on one device: signing out leaves nothing, and the other never sees it', async () => {
  const context = await openWindow(browser, { as: 'rita' })
  const page = await open(context, say)
  await typed(page).fill('only Rita should read this')
  await reaches(page, 'only Rita')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(at('/me'))
  await press(page, 'Sign out')
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await onDevice(page)).toBe('[]')
  await context.request.post(at('/sign-in/demonstration'), {
    form: { email: addressOf('ines') },
    headers: { origin: at('') },
    maxRedirects: 0,
  })
  await page.goto(at(say))
  await typed(page).focus()
  await page.waitForTimeout(700)
  expect(await typed(page).inputValue()).toBe('')
  await context.close()
})

it('on a shared device nothing lies on the device, a warning stands before leaving offline, and the server keeps the words', async () => {
  const ines = await openWindow(browser, { as: 'ines' })
  const cards = await open(ines, `${home}/cards`)
  await press(cards, /^(New card|Make)/, 'main')
  const signs = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec((await cards.locator('main').textContent()) ?? '')?.[0] ?? ''
  const room = await openWindow(browser)
  const page = await open(room, '/card')
  await page.locator('main input[name=signs]').fill(signs)
  await page.locator('main form button').last().click()
  await page.waitForURL((address) => address.pathname !== '/card')
  await page.goto(at(say))
  await typed(page).fill('I can draw letters')
  await expect
    .poll(async () => (await (await room.request.get(at('/me/begun'))).text()).includes('I can draw letters'), {
      timeout: 20_000,
    })
    .toBe(true)
  expect(await onDevice(page)).toBe('[]')
  await room.setOffline(true)
  await expect.poll(() => bar(page).textContent()).toContain('Este aparelho não guarda nada')
  await typed(page).fill('I can draw letters and numbers')
  await page.waitForTimeout(600)
  const asked = page.waitForEvent('dialog')
  const closing = page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await closing
  await room.setOffline(false)
  await page.waitForTimeout(1500)
  await page.locator('.shared-device button').click()
  await page.waitForURL((address) => address.pathname === '/')
  expect(await onDevice(page)).toBe('[]')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await Promise.all([ines.close(), room.close()])
})

it('a device that may keep nothing says nothing until something would be lost', async () => {
  const context = await openWindow(browser, { as: 'rita' })
  await context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('no', 'SecurityError')
      },
    })
  })
  const page = await open(context, say)
  await typed(page).fill('kept by the server alone')
  await expect
    .poll(
      async () => (await (await context.request.get(at('/me/begun'))).text()).includes('kept by the server alone'),
      { timeout: 20_000 },
    )
    .toBe(true)
  let asked = 0
  page.on('dialog', (dialog) => {
    asked++
    void dialog.accept()
  })
  await page.reload()
  expect(asked).toBe(0)
  await context.close()
})

it('a full device: what is sent without network waits in the window, and goes once when the network is back', async () => {
  const context = await openWindow(browser, { as: 'rita' })
  await context.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    // As a browser does on a full disk: the writing is taken, and the transaction fails.
    IDBObjectStore.prototype.put = function (...given) {
      const asked = put.apply(this, given)
      this.transaction.abort()
      return asked
    }
  })
  const words = 'A box for everything that is full'
  const page = await open(context, say)
  await context.setOffline(true)
  await typed(page).fill(words)
  await page.locator('main').getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => bar(page).textContent()).toContain('Waits for the network')
  expect(await onDevice(page)).not.toContain(words)
  await context.setOffline(false)
  await expect.poll(() => bar(page).textContent(), { timeout: 15_000 }).toContain('Sent:')
  expect(await times(page, words)).toBe(1)
  await context.close()
})
