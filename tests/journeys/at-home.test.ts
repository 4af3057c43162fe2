/** At home: in one's own language without a foreign word, with larger letters, and with the keyboard alone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, openBrowser, openWindow, press } from './browser.ts'
import { words as homeEn } from './english.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it.each(['pt', 'sk'])('no English of ours is left on a page in %s', async (lang) => {
  const context = await openWindow(browser, { as: 'ana' })
  const page = await context.newPage()
  await page.goto(at('/c/reading-together'))
  const choose = page.locator(`.foot button[value=${lang}]`)
  if ((await choose.count()) > 0) await Promise.all([page.waitForNavigation(), choose.click()])
  const left: string[] = []
  for (const path of [
    '/today',
    '/c/reading-together',
    '/c/reading-together/questions',
    '/c/reading-together/questions/3',
    '/c/reading-together/people',
    '/c/reading-together/who-we-are',
    '/library',
    '/library/trust',
    '/search?q=a',
    '/me',
    '/reading',
    '/help',
    '/communities/new',
  ]) {
    await page.goto(at(path))
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    const said = await ourWords(page)
    for (const word of said) if (homeEn.has(word)) left.push(`${path}: ${word}`)
  }
  expect(left).toEqual([])
  await context.close()
})

/** The texts of a page that no member wrote: each element's own text, outside of what has another language. */
const ourWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.parentElement
      if (!element || element.closest('[lang]:not(html), [dir=auto], option, script')) continue
      const text = (node.textContent ?? '').trim()
      if (text) found.push(text)
    }
    return found
  })

it('the language, the letters and the space stay as chosen on this device', async () => {
  const context = await openWindow(browser)
  const page = await context.newPage()
  await page.goto(at('/reading'))
  await page.locator('input[name=size][value=larger]').check()
  await page.locator('input[name=spacing][value=wide]').check()
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Use this' }).click()])
  await page.goto(at('/library'))
  expect(await page.locator('html').getAttribute('data-size')).toBe('larger')
  expect(await page.locator('html').getAttribute('data-spacing')).toBe('wide')
  await context.close()
})

it('Tomás says something with the keyboard alone', async () => {
  const context = await openWindow(browser, { as: 'tomas', locale: 'pt-PT' })
  const page = await context.newPage()
  await page.goto(at('/c/reading-together/questions/3'))
  const reach = async (wanted: string) => {
    for (let step = 0; step < 200; step++) {
      await page.keyboard.press('Tab')
      const here = await page.evaluate(() => {
        const one = document.activeElement
        if (!one) return { name: '', covered: false }
        const box = one.getBoundingClientRect()
        const above = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20))
        const covered =
          above !== null && !one.contains(above) && !above.contains(one) && above.closest('.bar, .top') !== null
        return {
          name: `${one.tagName.toLowerCase()} ${one.getAttribute('name') ?? ''} ${one.textContent?.trim() ?? ''}`,
          covered,
        }
      })
      expect(here.covered, `${here.name} is covered`).toBe(false)
      if (here.name.includes(wanted)) return
    }
    throw new Error(`The keyboard never reached ${wanted}`)
  }
  await reach('textarea')
  await page.keyboard.type('e eu gosto de polvos')
  await reach('Enviar')
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.keyboard.press('Enter'),
  ])
  await page.waitForLoadState('load')
  await page.getByText('e eu gosto de polvos').first().waitFor()
  await context.close()
})

it('what one reads about oneself can be changed: a name, and the password is asked for kindly', async () => {
  const context = await openWindow(browser, { as: 'paulo' })
  const page = await context.newPage()
  await page.goto(at('/me'))
  await page.locator('#name').fill('')
  await press(page, 'Guardar')
  expect(await page.getByRole('alert').textContent()).toContain('Escreva o nome')
  await context.close()
})
