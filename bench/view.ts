/** One view of a page in a real browser on a slow line: what came over it, by kind, and when the page stood. */
import type { Browser, BrowserContext, CDPSession } from 'playwright-core'

/** What a view took, in bytes as they came over the line; `bytes` are all of it, the kinds are without the heads of answers. */
export interface View {
  readonly requests: number
  readonly bytes: number
  readonly html: number
  readonly css: number
  readonly js: number
  readonly fonts: number
  readonly other: number
  /** When the largest thing was painted, and how much moved afterwards (Web Vitals: LCP and CLS). */
  readonly largest: number
  readonly moved: number
}

const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }
const SLOWER = 4

const kindOf = (type: string, address: string): 'html' | 'css' | 'js' | 'fonts' | 'other' =>
  type === 'Document'
    ? 'html'
    : type === 'Stylesheet'
      ? 'css'
      : type === 'Script'
        ? 'js'
        : type === 'Font' || address.endsWith('.woff2')
          ? 'fonts'
          : 'other'

interface Counted {
  requests: number
  bytes: number
  sums: Record<'html' | 'css' | 'js' | 'fonts' | 'other', number>
}

const count = (line: CDPSession): Counted => {
  const counted: Counted = { requests: 0, bytes: 0, sums: { html: 0, css: 0, js: 0, fonts: 0, other: 0 } }
  const kinds = new Map<string, { kind: ReturnType<typeof kindOf>; head: number }>()
  line.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache || !response.url.startsWith('http')) return
    kinds.set(requestId, { kind: kindOf(type, response.url), head: response.encodedDataLength })
  })
  line.on('Network.requestServedFromCache', ({ requestId }) => kinds.delete(requestId))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const came = kinds.get(requestId)
    if (came === undefined || encodedDataLength === 0) return
    counted.requests++
    counted.bytes += encodedDataLength
    counted.sums[came.kind] += encodedDataLength - came.head
  })
  return counted
}

/** Browsers tell these two only to those who have asked from the beginning. */
const listenForVitals = () => {
  const vitals = { largest: 0, moved: 0 }
  Object.assign(window, { vitals })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) vitals.largest = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) vitals.moved += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

const look = async (context: BrowserContext, address: string): Promise<View> => {
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', LINE)
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(listenForVitals)
  const counted = count(line)
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(1500)
  const { largest, moved } = await page.evaluate(
    () => (window as unknown as { vitals: { largest: number; moved: number } }).vitals,
  )
  await page.close()
  const { requests, bytes, sums } = counted
  return { requests, bytes, ...sums, largest, moved }
}

/** The first view with nothing kept, and the second with what the first left; on a telephone. */
export const viewsOf = async (
  browser: Browser,
  address: string,
  cookie: string | undefined,
): Promise<{ first: View; again: View }> => {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  })
  try {
    const [name = '', value = ''] = (cookie ?? '').split(/=(.*)/)
    if (cookie) await context.addCookies([{ name, value, url: new URL(address).origin }])
    return { first: await look(context, address), again: await look(context, address) }
  } finally {
    await context.close()
  }
}
