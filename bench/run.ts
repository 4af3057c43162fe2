// Measures each thing people do beside its limits, memory and start, on a site of its own: npm run bench (see README.md)
import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { addressOf } from '../src/demonstration/people.ts'
import { canPin, enter, startOwnSite } from '../tests/strength/own-site.ts'
import { readFlags } from './flags.ts'
import { databaseOf, layGround, startPinned, withDatabase } from './ground.ts'
import { CORE } from './measure.ts'
import { measureScenario } from './one.ts'
import { findPlaces } from './places.ts'
import { memoryOf } from './processes.ts'
import { scenariosOf } from './scenarios.ts'
import { heading, judge, lines, type Measured, type Verdict, verdictLines } from './table.ts'

const flags = readFlags(process.argv.slice(2))
const say = (line: string) => (flags.json ? process.stderr : process.stdout).write(`${line}\n`)
const wanted = (name: string) => flags.only.length === 0 || flags.only.includes(name)

// The callers must not take the core of those they measure.
if (canPin && cpus().length > 1) spawnSync('taskset', ['-apc', `${CORE + 1}-${cpus().length - 1}`, String(process.pid)])

say(
  `${cpus()[0]?.model ?? 'a processor'}, ${cpus().length} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
)
say(
  canPin
    ? `server and database on core ${CORE}, the callers on the others`
    : 'not held on one core: taskset is missing',
)
const ground = await layGround(flags, say)
const verdicts: Verdict[] = []
const measured: Measured[] = []
try {
  if (wanted('start')) {
    const site = await startOwnSite(ground.folder)
    await pause(5000)
    const memory = memoryOf(site.processes())
    say(
      `warm start ${site.seconds.toFixed(2)} s; idle memory ${memory.toFixed(0)} MB of ${site.processes().length} processes`,
    )
    verdicts.push(
      { name: 'start', wanted: '<= 2 s', measured: site.seconds.toFixed(2), met: site.seconds <= 2 },
      { name: 'memory', wanted: '<= 300 MB', measured: memory.toFixed(0), met: memory <= 300 },
    )
    await site.stop()
  }
  const site = await startPinned(ground.folder)
  try {
    const places = await withDatabase(ground.folder, findPlaces)
    const cookie = await enter(site.url, addressOf('rita'))
    const scenarios = scenariosOf(site.url, places, { path: ground.question, cookie }).filter(({ name }) =>
      wanted(name),
    )
    say(heading())
    for (const scenario of scenarios) {
      const stage = { site, places, databaseUrl: databaseOf(ground.folder), seconds: flags.seconds }
      const one = await measureScenario(stage, scenario)
      measured.push(one)
      verdicts.push(...judge(scenario, one))
      for (const line of lines(one)) say(line)
    }
  } finally {
    await site.stop()
  }
  say(['', ...verdictLines(verdicts)].join('\n'))
} finally {
  await ground.remove()
}
