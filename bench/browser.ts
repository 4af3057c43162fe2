// What people's first and second view of a page cost them on a slow line: npm run bench:browser (see README.md)
import { loadavg } from 'node:os'
import { chromium } from 'playwright-core'
import { addressOf } from '../src/demonstration/people.ts'
import { urls as dialogue } from '../src/modules/dialogue/urls.ts'
import { urls as home } from '../src/modules/home/urls.ts'
import { urls as library } from '../src/modules/library/urls.ts'
import { enter, startOwnSite } from '../tests/strength/own-site.ts'
import { readFlags } from './flags.ts'
import { layGround, withDatabase } from './ground.ts'
import { judgeMost, type Verdict } from './judging.ts'
import { machine } from './machine.ts'
import { findPlaces } from './places.ts'
import { verdictLines } from './table.ts'
import { type View, viewsOf } from './view.ts'

const flags = readFlags(process.argv.slice(2))
const say = (line: string) => (flags.json ? process.stderr : process.stdout).write(`${line}\n`)
const KB = 1000

/** Each address is looked at so often by a browser that knows nothing; the middle one counts. */
const TIMES = flags.quick ? 1 : 3

const columns = ['requests', 'KB', 'HTML', 'CSS', 'JS', 'fonts', 'other', 'LCP s', 'CLS']

const line = (title: string, view: View): string => {
  const { requests, bytes, html, css, js, fonts, other, largest, moved } = view
  const sizes = [bytes, html, css, js, fonts, other].map((size) => (size / KB).toFixed(1))
  return [
    title.padEnd(34),
    ...[String(requests), ...sizes, (largest / 1000).toFixed(2), moved.toFixed(3)].map((cell) => cell.padStart(9)),
  ].join('')
}

const judge = (name: string, first: View, again: View): Verdict[] => [
  judgeMost(name, first.bytes / KB, 120, 'KB', 1),
  judgeMost(name, first.requests, 10, 'requests', 0),
  judgeMost(name, first.html / KB, 25, 'KB HTML', 1),
  judgeMost(name, first.css / KB, 20, 'KB CSS', 1),
  judgeMost(name, first.js / KB, 45, 'KB JS', 1),
  judgeMost(name, first.fonts / KB, 53.1, 'KB fonts', 1),
  judgeMost(name, first.largest / 1000, 4, 's LCP', 2),
  judgeMost(name, first.moved, 0.05, 'CLS', 3),
  judgeMost(name, again.bytes / KB, 30, 'KB again', 1),
]

const middle = (views: readonly View[]): View =>
  views.toSorted((one, other) => one.largest - other.largest)[Math.floor(views.length / 2)] as View

say(
  `${machine()}, load ${loadavg()[0]?.toFixed(1)}; Chromium on 400 kbit/s, 400 ms, a processor 4 times slower, 360 px`,
)
const ground = await layGround(flags, say)
try {
  const site = await startOwnSite(ground.folder)
  const browser = await chromium.launch({
    executablePath: process.env.CIRANDA_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
  try {
    const { slug, fifty, members, entry } = await withDatabase(ground.folder, findPlaces)
    const thread = dialogue.thread({ slug, id: fifty })
    const pages: [name: string, path: string, cookie?: string | undefined][] = [
      ['thread', thread, members[0]],
      ['visitor', thread],
      ['home', home.community({ slug }), members[0]],
      ['question', ground.question, await enter(site.url, addressOf('rita'))],
      ['entry', library.entry({ slug: entry })],
      ['library', library.library()],
    ]
    say(`${''.padEnd(34)}${columns.map((name) => name.padStart(9)).join('')}`)
    const verdicts: Verdict[] = []
    for (const [name, path, cookie] of pages) {
      if (flags.only.length > 0 && !flags.only.includes(name)) continue
      const seen: { first: View; again: View }[] = []
      for (let n = 0; n < TIMES; n++) seen.push(await viewsOf(browser, site.url + path, cookie))
      const [first, again] = [middle(seen.map((each) => each.first)), middle(seen.map((each) => each.again))]
      say(line(`${name}, first view`, first))
      say(line('  again', again))
      verdicts.push(...judge(name, first, again))
    }
    say(['', ...verdictLines(verdicts)].join('\n'))
    if (flags.json) process.stdout.write(`${JSON.stringify(verdicts, undefined, 2)}\n`)
  } finally {
    await browser.close()
    await site.stop()
  }
} finally {
  await ground.remove()
}
