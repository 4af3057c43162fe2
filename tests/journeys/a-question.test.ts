/** The main job: a question goes from Notice to Look back, and becomes a practice story that anybody can find. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, openBrowser, openWindow, press } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const open = async (page: Page, words: string) => {
  const summary = page.locator('summary', { hasText: words }).first()
  if (!(await summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open))) await summary.click()
}

const text = (page: Page) => page.locator('main').textContent()

describe.each([true, false])('with JavaScript %s', (javaScriptEnabled) => {
  it('Zuzana, Peter and Eva carry a question to a published story', async () => {
    const [zuzana, peter, eva] = await Promise.all(
      (['zuzana', 'peter', 'eva'] as const).map(async (as) => {
        const page = await (await openWindow(browser, { as, javaScriptEnabled })).newPage()
        await page.goto(at('/me'))
        await page.locator('#language').selectOption('en')
        await page.locator('form[action="/me"] button').click()
        await page.waitForURL('**/me?saved=yes')
        return page
      }),
    )
    if (!zuzana || !peter || !eva) throw new Error('somebody is missing')

    // Notice: it must be a question; what was typed stays.
    await zuzana.goto(at('/c/quiet-corners/questions/new'))
    await zuzana.locator('input[name=aboutChild][value=no], input[name=child][value=no]').first().check()
    const asked = `How can the yard have a quiet place, with scripts ${javaScriptEnabled}`
    await zuzana.locator('textarea[name=question], input[name=question]').fill(asked)
    await press(zuzana, 'Bring it in')
    expect(await zuzana.getByRole('alert').textContent()).toContain('not a question yet')
    await zuzana.locator('textarea[name=question], input[name=question]').fill(`${asked}?`)
    await press(zuzana, 'Bring it in')
    await zuzana.waitForURL(/\/questions\/\d+$/)
    const question = zuzana.url()
    await press(zuzana, 'Choose this question')
    await press(zuzana, 'Begin exploring')
    await open(zuzana, 'Add something we don’t know')
    await zuzana.getByLabel('What don’t we know yet?').fill('Where do children go today?')
    await press(zuzana, 'Add it')

    // Voices: said, undone, said again, edited.
    await eva.goto(question)
    await eva.locator('textarea[name=text]').last().fill('Behind the bicycle shed, *she* says.')
    await press(eva, 'Send')
    expect(await text(eva)).toContain('Behind the bicycle shed')
    await open(eva, 'More')
    await press(eva, 'Take it back')
    await eva.goto(question)
    expect(await text(eva)).not.toContain('Behind the bicycle shed')
    await eva.locator('textarea[name=text]').last().fill('Behind the bicycle shed.')
    await press(eva, 'Send')
    await peter.goto(question)
    expect(await text(peter)).toContain('Behind the bicycle shed.')
    await press(peter, 'I read this')
    expect(await text(peter)).toContain('You told Eva Malá that you read this.')

    // What we don't know closes through evidence; a difference stays.
    await peter.getByRole('link', { name: /We know now/ }).click()
    await peter.getByLabel('What did somebody see, hear or find?').fill('Eva told us: behind the shed.')
    await press(peter, 'Close it with this')
    await open(peter, 'Say how you see it differently')
    await peter.locator('#difference').fill('The shed is out of sight of the adults.')
    await press(peter, 'Add it', '#differences')

    // Try.
    await peter.goto(`${question}/try-outs/new`)
    await peter.getByLabel('What do we try?').fill('Two benches by the linden')
    await peter.getByLabel('What do we expect?').fill('Somebody sits there each break.')
    await peter.getByLabel('We stop if…').fill('Somebody is pushed off.')
    const last = new Date(Date.now() + 14 * 86_400_000)
    await peter.locator('input[name=ends-day]').fill(String(last.getUTCDate()))
    await peter.locator('input[name=ends-month]').fill(String(last.getUTCMonth() + 1))
    await peter.locator('input[name=ends-year]').fill(String(last.getUTCFullYear()))
    await press(peter, 'Propose it')
    await peter.goto(question)
    await peter.getByRole('link', { name: 'See the plan' }).click()
    await peter.waitForURL(/\/try-outs\/\d+/)
    const tryout = peter.url().replace(/[?#].*$/, '')
    await zuzana.goto(tryout)
    await press(zuzana, 'It is safe to try')
    await zuzana.goto(tryout)
    await press(zuzana, 'Start it today')
    await eva.goto(tryout)
    await eva.getByRole('link', { name: 'Tell what you saw' }).click()
    await eva.getByLabel('What did you see?').fill('The small ones sit there first.')
    await press(eva, 'Tell it')
    expect(await text(eva)).toContain('The small ones sit there first.')

    // Look back: answered for now, the difference kept.
    await zuzana.goto(question)
    await zuzana.getByRole('link', { name: 'Answer it for now' }).click()
    await zuzana.getByLabel('What we know now').fill('A seat is an invitation.')
    await press(zuzana, 'Keep this answer')
    await zuzana.goto(question)
    const answered = await text(zuzana)
    for (const words of ['A seat is an invitation.', 'out of sight of the adults', 'Answered for now'])
      expect(answered).toContain(words)

    // The story, through its gate.
    await press(zuzana, 'Make a practice story of it')
    await zuzana.waitForURL(/\/stories\/\d+/)
    const story = (/^(.*\/stories\/\d+)/.exec(zuzana.url())?.[1] ?? '') as string
    await zuzana.goto(`${story}/edit`)
    const title = `Benches by the linden ${javaScriptEnabled}`
    await zuzana.getByLabel('Title', { exact: true }).fill(title)
    await zuzana.getByLabel('In one or two sentences').fill('A quiet place begins with a seat.')
    for (const name of ['mattered', 'did', 'unsure', 'whose'])
      await zuzana.locator(`textarea[name=${name}]`).fill(`What we say of ${name}.`)
    await press(zuzana, 'Save')
    await zuzana.goto(story)
    await press(zuzana, 'It is ready')
    await zuzana.goto(`${story}/check`)
    await zuzana.getByLabel('I have read it: no child is recognisable').check()
    await press(zuzana, 'Save the check')
    await zuzana.goto(story)
    await press(zuzana, 'Ask our circle')
    for (const page of [zuzana, peter, eva]) {
      await page.goto(story)
      await page.getByLabel('Yes', { exact: true }).check()
      await press(page, 'Send my answer')
    }
    await zuzana.goto(story)
    await press(zuzana, /^Publish/)
    const visitor = await (await openWindow(browser, { javaScriptEnabled })).newPage()
    await visitor.goto(at(`/search?q=${encodeURIComponent(title)}`))
    await visitor.getByRole('link', { name: title }).click()
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await text(visitor)).toContain('Two benches by the linden')
    const published = visitor.url()

    // Taken down: gone at once, and said so.
    await zuzana.goto(story)
    await open(zuzana, 'Take it down').catch(() => undefined)
    await press(zuzana, 'Take it down')
    const gone = await visitor.goto(published)
    expect(gone?.status()).toBe(410)
    expect(await text(visitor)).toContain('Copies others made may remain')
    for (const page of [zuzana, peter, eva, visitor]) await page.context().close()
  })
})
