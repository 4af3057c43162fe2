/** Pages that live: what others say waits in one line, nobody is disturbed while writing, and a broken line loses nothing. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { at, openBrowser, openWindow, press, violations } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A new question in Reading together; its path. */
const askedBy = async (page: Page, question: string): Promise<string> => {
  await page.goto(at('/c/reading-together/questions/new'))
  await page.locator('input[name=child][value=no], input[name=aboutChild][value=no]').first().check()
  await page.locator('textarea[name=question], input[name=question]').fill(question)
  await press(page, 'Bring it in')
  await page.waitForURL(/\/questions\/\d+$/)
  return new URL(page.url()).pathname
}
const field = (page: Page) => page.locator('form[action$="/voices"] textarea[name=text]')
const says = async (page: Page, words: string) => {
  await field(page).fill(words)
  await press(page, /^(Send|Enviar)$/, 'form[action$="/voices"]')
}
const line = (page: Page) => page.locator('.live-line > *')
const voices = (page: Page) => page.locator('live-place .voices [data-mark]').allTextContents()
/** Until the page hears: only then is nothing missed that it would have to fetch by itself. */
const hears = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes('/live') && answer.status() === 200, { timeout: 15_000 })
const open = async (page: Page, address: string) => {
  const heard = hears(page)
  await page.goto(address)
  await heard
}

it('Rita speaks while Joana writes: one quiet line, no word lost, no place lost', async () => {
  const rita = await (await openWindow(browser, { as: 'rita' })).newPage()
  const phone = await openWindow(browser, { as: 'joana', locale: 'pt-PT', viewport: { width: 360, height: 740 } })
  const joana = await phone.newPage()
  const plain = await (await openWindow(browser, { as: 'ana', javaScriptEnabled: false })).newPage()
  const question = await askedBy(rita, 'What do we hear when somebody reads aloud?')
  await says(rita, 'First I hear the room.')
  await open(joana, at(question))

  await field(joana).pressSequentially('Eu ouço')
  const stood = await joana.evaluate(() => window.scrollY)
  await says(rita, 'Then I hear the chairs.')
  await line(joana).waitFor()
  await says(rita, 'Then I hear nothing.')
  await expect.poll(() => line(joana).textContent()).toMatch(/^2 /)
  await expect.poll(() => joana.locator('#announcer').textContent()).not.toBe('')
  expect(await field(joana).inputValue()).toBe('Eu ouço')
  expect(await field(joana).evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await joana.evaluate(() => window.scrollY)).toBe(stood)
  expect((await voices(joana)).join()).not.toContain('chairs')
  expect(await violations(joana)).toEqual([])

  // Shown when she wants it, with the first of them in focus; what she wrote stays where it was.
  await line(joana).press('Enter')
  expect((await voices(joana)).map((one) => /I hear ([a-z ]+)\./.exec(one)?.[1])).toEqual([
    'the room',
    'the chairs',
    'nothing',
  ])
  expect(await joana.evaluate(() => document.activeElement?.textContent)).toContain('chairs')
  expect(await field(joana).inputValue()).toBe('Eu ouço')
  expect(await line(joana).count()).toBe(0)

  // What is withdrawn goes without anybody asking; whoever loads the page, with JavaScript or without, sees the same.
  const last = rita.locator('live-place .voices [data-mark]').last()
  await last.locator('summary', { hasText: 'More' }).click()
  await last.getByRole('button', { name: 'Take it back' }).click()
  await expect.poll(async () => (await voices(joana)).join()).not.toContain('nothing')
  await plain.goto(at(question))
  expect(await voices(plain)).toHaveLength(2)
  await says(plain, 'I hear a page turn.')
  await line(joana).waitFor()
  await joana.reload()
  expect(await voices(joana)).toHaveLength(3)
  await Promise.all([rita, joana, plain].map((page) => page.context().close()))
}, 60_000)

it('a pause that begins while somebody writes: the field stays with its words and its place, and a sentence says why', async () => {
  const rita = await (await openWindow(browser, { as: 'rita' })).newPage()
  const ines = await (await openWindow(browser, { as: 'ines' })).newPage()
  const phone = await openWindow(browser, { as: 'joana', viewport: { width: 360, height: 740 } })
  const joana = await phone.newPage()
  const question = await askedBy(rita, 'What happens when everybody speaks at once?')
  await says(rita, 'Nobody is heard.')
  await open(joana, at(question))
  await field(joana).pressSequentially('I would rather')
  const place = () => field(joana).evaluate((one) => Math.round(one.getBoundingClientRect().top))
  const stood = await place()

  await ines.goto(at(question))
  await ines.getByRole('link', { name: 'Slow down or pause' }).click()
  await ines.locator('#pace-why').fill('We take a breath.')
  await press(ines, 'Pause for 24 hours')
  const pace = joana.locator('[id^=pace-]')
  await expect.poll(() => pace.textContent()).toContain('We take a breath.')
  expect(await field(joana).inputValue()).toBe('I would rather')
  expect(await field(joana).evaluate((one) => one === document.activeElement)).toBe(true)
  expect(Math.abs((await place()) - stood)).toBeLessThanOrEqual(2)
  await expect.poll(() => joana.locator('#announcer').textContent()).toContain('rests until')
  expect(await violations(joana)).toEqual([])
  await field(joana).pressSequentially(' listen.')
  await press(joana, 'Send', 'form[action$="/voices"]')
  await expect.poll(() => joana.locator('main').textContent()).toContain('rests')
  expect(await field(joana).inputValue()).toBe('I would rather listen.')

  await ines.goto(at(question))
  await ines.getByRole('link', { name: 'Slow down or pause' }).click()
  await press(ines, 'Go on now')
  await open(rita, at(question))
  await Promise.all([rita, ines, joana].map((page) => page.context().close()))
}, 60_000)

it('the windows of one browser hear over one line; a window that is left hears no more', async () => {
  const context = await openWindow(browser, { as: 'rita' })
  const asked: string[] = []
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/live') asked.push(request.url())
  })
  const first = await context.newPage()
  const question = await askedBy(first, 'Who carries the books home?')
  const second = await context.newPage()
  await second.goto(at(question))
  const ana = await (await openWindow(browser, { as: 'ana' })).newPage()
  await ana.goto(at(question))
  await says(ana, 'My neighbour does.')
  await Promise.all([first, second].map((page) => line(page).waitFor()))
  // Both asked through one of them: every line names each place once.
  const namesOf = (url: string) => new URL(url).searchParams.getAll('place').map((one) => one.split('~')[0])
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.every((url) => new Set(namesOf(url)).size === namesOf(url).length)).toBe(true)
  const open = await first.evaluate(() => navigator.locks.query())
  expect([...(open.held ?? [])].filter(({ name }) => name === 'ciranda-live')).toHaveLength(1)
  await context.close()
  await ana.context().close()
}, 60_000)

/** A way to the site that can be cut, and that can hold a stream back as some proxies do. */
const wayTo = async (target: URL) => {
  let cut = false
  let buffers = false
  const lines = new Set<Socket>()
  const server = createServer((near) => {
    if (cut) return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    let live = false
    near.on('data', (bytes) => {
      live ||= bytes.includes('GET /live') && !bytes.includes('once=1')
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (!(buffers && live)) near.write(bytes)
    })
    for (const socket of [near, far]) {
      lines.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        lines.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    return undefined
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    cut: () => {
      cut = true
      for (const socket of lines) socket.destroy()
    },
    mend: () => {
      cut = false
    },
    holdBack: () => {
      buffers = true
      for (const socket of lines) socket.destroy()
    },
    close: () => {
      for (const socket of lines) socket.destroy()
      server.close()
    },
  }
}

it('a line that is cut, and one that is held back, lose nothing and bring nothing twice', async () => {
  const way = await wayTo(new URL(inject('siteUrl')))
  const rita = await (await openWindow(browser, { as: 'rita' })).newPage()
  const question = await askedBy(rita, 'Where does the rain go?')
  const joana = await (await openWindow(browser, { as: 'joana' })).newPage()
  await open(joana, way.url + question)
  await says(rita, 'Into the drain.')
  await line(joana).waitFor()

  way.cut()
  await says(rita, 'Into the river.')
  await says(rita, 'Into the sea.')
  const back = hears(joana)
  way.mend()
  await back
  await expect.poll(() => line(joana).textContent()).toMatch(/^3 /)
  await line(joana).click()
  const all = ['drain', 'river', 'sea']
  const words = async () => (await voices(joana)).map((one) => /Into the ([a-z]+)\./.exec(one)?.[1])
  expect(await words()).toEqual(all)

  way.holdBack()
  await says(rita, 'Into the sky.')
  await expect.poll(() => line(joana).count(), { timeout: 45_000, interval: 200 }).toBe(1)
  await line(joana).click()
  expect(await words()).toEqual([...all, 'sky'])
  await Promise.all([rita, joana].map((page) => page.context().close()))
  way.close()
}, 90_000)
