// The page of 50 contributions, memory and start, measured in one run, each beside its limit: npm run bench [SECONDS]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { addressOf, reading, type VillagerName } from '../src/demonstration/people.ts'
import { runningDatabase } from '../src/platform/db/embedded.ts'
import { projectRoot } from '../src/platform/root.ts'
import { canPin, enter, type OwnSite, ownFolder, startOwnSite } from '../tests/strength/own-site.ts'
import { type Called, call } from './callers.ts'
import { cpuOf, memoryOf } from './processes.ts'

const seconds = Number(process.argv[2] ?? 5)
const CORE = 0
const community = '/c/reading-together'
const say = (line: string) => process.stdout.write(`${line}\n`)

const post = async (site: OwnSite, cookie: string, path: string, fields: Record<string, string>): Promise<string> => {
  const body = new URLSearchParams({ once: crypto.randomUUID(), language: 'en', audience: 'community', ...fields })
  const answer = await fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, cookie },
    body,
  })
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.headers.get('location') ?? ''
}

const sentence =
  'She **chose the page** herself the evening before, and read it aloud to her brother; in class she began before anybody asked. '

/** A question of its own with fifty contributions of eight people; answers its number. */
const prepare = async (site: OwnSite, cookie: string): Promise<number> => {
  const asked = await post(site, cookie, `${community}/questions/new`, {
    question: 'How can each child read aloud without fear?',
    child: 'no',
    circle: 'community',
  })
  const id = Number(/questions\/(\d+)/.exec(asked)?.[1])
  const page = await (await fetch(`${site.url}${community}/questions/${id}`, { headers: { cookie } })).text()
  const door = /\/c\/reading-together\/threads\/\d+\/voices/.exec(page)?.[0] ?? ''
  const people = Object.keys(reading) as VillagerName[]
  const cookies = await Promise.all(people.map((who) => enter(site.url, addressOf(who))))
  for (let n = 0; n < 50; n++)
    await post(site, cookies[n % cookies.length] as string, door, { text: `${n + 1}. ${sentence.repeat(1 + (n % 4))}` })
  return id
}

/** Starts one of the bare servers beside this file on the same core, and ends it after `use`. */
const withServer = async <T>(
  name: string,
  args: readonly string[],
  use: (url: string, pid: number) => Promise<T>,
): Promise<T> => {
  const command = [process.execPath, join(projectRoot, 'dist/bench', name), ...args]
  const [program = '', ...rest] = canPin ? ['taskset', '-c', String(CORE), ...command] : command
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    return await use(/ready (\S+)/.exec(String(line))?.[1] ?? '', child.pid as number)
  } finally {
    child.kill()
  }
}

const measure = async (
  name: string,
  url: string,
  headers: Record<string, string>,
  pids: () => number[],
): Promise<Called> => {
  await call(url, headers, Math.min(3, seconds))
  const known = pids()
  const before = cpuOf(known)
  const called = await call(url, headers, seconds)
  const cpu = (cpuOf(known) - before) / called.requests
  const { perSecond, p50, p99, bytes } = called
  say(
    `${name.padEnd(28)}${perSecond.toFixed(0).padStart(8)}${p50.toFixed(1).padStart(8)}${p99.toFixed(1).padStart(8)}${cpu.toFixed(2).padStart(10)}${String(bytes).padStart(10)}`,
  )
  return called
}

const folder = await ownFolder()
let site = await startOwnSite(folder.path, CORE)
try {
  say(`${cpus()[0]?.model ?? 'a processor'}, ${cpus().length} cores, Node ${process.version}`)
  say(
    canPin
      ? `server and database on core ${CORE}, 16 callers on the others`
      : 'not held on one core: taskset is missing',
  )
  const cold = site.seconds
  const id = await prepare(site, await enter(site.url, addressOf('rita')))
  await site.stop()
  site = await startOwnSite(folder.path)
  say(
    `first start ${cold.toFixed(1)} s (on one core, with the village); warm start ${site.seconds.toFixed(2)} s (limit 2)`,
  )
  await pause(5000)
  say(`idle memory ${memoryOf(site.processes()).toFixed(0)} MB of ${site.processes().length} processes (limit 300)`)
  await site.stop()
  site = await startOwnSite(folder.path, CORE)
  const cookie = await enter(site.url, addressOf('rita'))
  const page = `${site.url}${community}/questions/${id}`
  say(
    `${''.padEnd(28)}${'req/s'.padStart(8)}${'p50 ms'.padStart(8)}${'p99 ms'.padStart(8)}${'CPU ms'.padStart(10)}${'bytes'.padStart(10)}`,
  )
  const { bytes } = await measure('the page (limit 1.2 CPU ms)', page, { cookie }, site.processes)
  const database = runningDatabase(join(folder.path, 'data')) ?? ''
  const token = cookie.replace(/^[^=]+=/, '')
  await withServer('sql-alone.js', [database, token, 'reading-together', String(id)], (url, pid) =>
    measure('the same SQL as JSON', url, {}, () => [pid, ...site.processes()]),
  )
  await withServer('bytes-alone.js', [String(bytes)], (url, pid) => measure('as many bytes', url, {}, () => [pid]))
} finally {
  await site.stop()
  await folder.remove()
}
