/** Looks into one scenario: where the server spends its time, and which statements the database does. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/root.ts'
import type { OwnSite } from '../tests/strength/own-site.ts'
import { call } from './callers.ts'
import { databaseOf, startPinned } from './ground.ts'
import { freePort, profiled } from './inspector.ts'
import { commandOf } from './processes.ts'
import type { Scenario } from './scenarios.ts'
import { selfTimes } from './self-time.ts'
import { countedStatements, countFromNow, countStatements, forgetStatements } from './statements.ts'

/** Starts the site so that it can be looked into. */
const startOpen = async (folder: string, port: number): Promise<OwnSite> => {
  const before = process.env.NODE_OPTIONS
  process.env.NODE_OPTIONS = `${before ?? ''} --inspect-port=127.0.0.1:${port}`.trim()
  try {
    return await startPinned(folder)
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS
    else process.env.NODE_OPTIONS = before
  }
}

const serverOf = (site: OwnSite): number => {
  const pid = site.processes().find((each) => /dist.main\.js/.test(commandOf(each)))
  if (pid === undefined) throw new Error('The server was not found among the processes')
  return pid
}

/** Prints what it found and leaves a .cpuprofile in dist/bench, to be opened in a browser's tools for developers. */
export const lookInto = async (
  folder: string,
  prepare: (site: OwnSite) => Promise<Scenario>,
  seconds: number,
  say: (line: string) => void,
): Promise<void> => {
  const plain = await startPinned(folder)
  await countStatements(databaseOf(folder), true)
  await plain.stop()
  const port = await freePort()
  const site = await startOpen(folder, port)
  try {
    const databaseUrl = databaseOf(folder)
    const { name, title, ask, callers, status } = await prepare(site)
    const warm = await call(site.url, ask, { seconds: 2, callers, status })
    await countFromNow(databaseUrl)
    let requests = 0
    const profile = await profiled(serverOf(site), port, async () => {
      requests = (await call(site.url, ask, { seconds, callers, status, from: warm.requests })).requests
    })
    const statements = await countedStatements(databaseUrl)
    const file = join(projectRoot, 'dist/bench', `${name}.cpuprofile`)
    mkdirSync(join(projectRoot, 'dist/bench'), { recursive: true })
    writeFileSync(file, JSON.stringify(profile))
    const each = (ms: number) => (ms / requests).toFixed(3).padStart(8)
    const { functions, sources } = selfTimes(profile)
    say(`${title}: ${requests} requests; milliseconds of one request (a profile makes them longer)`)
    say('\nin the server, by source')
    for (const spent of sources.slice(0, 25)) say(`${each(spent.ms)}  ${spent.name}`)
    say('\nin the server, by function')
    for (const spent of functions.slice(0, 35)) say(`${each(spent.ms)}  ${spent.name}`)
    say('\nin the database: planning, executing, calls of one request, statement')
    for (const { planning, executing, calls, query } of statements)
      say(`${each(planning)}${each(executing)}${(calls / requests).toFixed(1).padStart(6)}  ${query.slice(0, 150)}`)
    say(`\nThe profile lies in ${file}`)
    await forgetStatements(databaseUrl)
  } finally {
    await site.stop()
  }
}
