// Measures each thing people do beside its limits, memory and start, on a site of its own: npm run bench (see README.md)
import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { addressOf } from '../src/demonstration/people.ts'
import { canPin, enter, type OwnSite, startOwnSite } from '../tests/strength/own-site.ts'
import { readFlags } from './flags.ts'
import { databaseOf, type Ground, layGround, startPinned, withDatabase } from './ground.ts'
import { judge, judgeLeast, judgeMost, type Measured, type Verdict } from './judging.ts'
import { comparison, keep, keptFigures, summaryOf } from './kept.ts'
import { machine, yardstick } from './machine.ts'
import { CORE } from './measure.ts'
import { measureScenario } from './one.ts'
import { findPlaces } from './places.ts'
import { memoryOf } from './processes.ts'
import { lookInto } from './profile.ts'
import { growths, growthVerdicts, type Sized } from './ratio.ts'
import { scenariosOf } from './scenarios.ts'
import { busyLine, heading, lines, verdictLines } from './table.ts'

const flags = readFlags(process.argv.slice(2))
const say = (line: string) => (flags.json ? process.stderr : process.stdout).write(`${line}\n`)
const only = flags.ratio && flags.only.length === 0 ? growths.map(({ name }) => name) : flags.only
const wanted = (name: string) => only.length === 0 || only.includes(name)

// The callers must not take the core of those they measure.
if (canPin && cpus().length > 1) spawnSync('taskset', ['-apc', `${CORE + 1}-${cpus().length - 1}`, String(process.pid)])

const stageOf = async ({ folder, question }: Ground, site: OwnSite) => {
  const places = await withDatabase(folder, findPlaces)
  const cookie = await enter(site.url, addressOf('rita'))
  const all = scenariosOf(site.url, places, { path: question, cookie })
  const { seconds, quick } = flags
  return {
    stage: { site, places, databaseUrl: databaseOf(folder), seconds, beside: !quick },
    scenarios: all.filter(({ name }) => wanted(name)),
  }
}

const measureSite = async ({ folder }: Ground): Promise<Verdict[]> => {
  const site = await startOwnSite(folder)
  try {
    await pause(flags.quick ? 2000 : 5000)
    const memory = memoryOf(site.processes())
    return [judgeMost('start', site.seconds, 2, 's', 2), judgeMost('memory', memory, 300, 'MB', 0)]
  } finally {
    await site.stop()
  }
}

const measureScenarios = async (ground: Ground): Promise<{ measured: Measured[]; verdicts: Verdict[] }> => {
  const site = await startPinned(ground.folder)
  try {
    const { stage, scenarios } = await stageOf(ground, site)
    const measured: Measured[] = []
    const verdicts: Verdict[] = []
    say(heading())
    for (const scenario of scenarios) {
      const one = await measureScenario(stage, scenario)
      measured.push(one)
      verdicts.push(...judge(scenario, one, measured))
      for (const line of lines(one)) say(line)
    }
    return { measured, verdicts }
  } finally {
    await site.stop()
  }
}

const measureAll = async (ground: Ground): Promise<void> => {
  const rate = ground.loadRate === undefined ? [] : [judgeLeast('load', ground.loadRate, 2000, 'contributions/s')]
  const whole = wanted('start') ? await measureSite(ground) : []
  const paceBefore = yardstick()
  const { measured, verdicts } = await measureScenarios(ground)
  const pace = (paceBefore + yardstick()) / 2
  const run = summaryOf({ times: flags.times, yardstick: pace }, measured, [...rate, ...whole, ...verdicts])
  const busy = busyLine(measured)
  say(['', ...verdictLines(run.verdicts), '', `yardstick ${pace.toFixed(1)} ms`, ...(busy ? [busy] : [])].join('\n'))
  const before = flags.compare ? keptFigures(flags.times) : undefined
  if (before) say(['', ...comparison(before, run)].join('\n'))
  else if (flags.compare) say('\nNothing was kept of this machine yet: run once with --keep.')
  if (flags.keep) say(`\nkept in ${keep(run)}`)
  if (flags.json) process.stdout.write(`${JSON.stringify(run, undefined, 2)}\n`)
}

/** One size after the other; the larger one is the corpus that was asked for. */
const measureRatio = async (): Promise<void> => {
  const sizes: Sized[] = []
  for (const times of [1, flags.times]) {
    const data = flags.data && join(flags.data, `times-${times}`)
    say(`\n${times} times`)
    const ground = await layGround({ data, times }, say)
    try {
      const paceBefore = yardstick()
      const { measured } = await measureScenarios(ground)
      sizes.push({ times, measured, yardstick: (paceBefore + yardstick()) / 2 })
    } finally {
      await ground.remove()
    }
  }
  const [small, large] = sizes
  if (!small || !large) return
  say(['', ...verdictLines(growthVerdicts(small, large))].join('\n'))
  say(`\nyardstick ${small.yardstick.toFixed(1)} and ${large.yardstick.toFixed(1)} ms`)
}

say(`${machine()}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`)
say(canPin ? `server and database on core ${CORE}, callers on the others` : 'not held on one core: taskset is missing')
if (flags.ratio) {
  await measureRatio()
  process.exit()
}
const ground = await layGround(flags, say)
const oneAt = async (site: OwnSite) => {
  const [scenario] = (await stageOf(ground, site)).scenarios
  if (!scenario) throw new Error(`There is no scenario of the name ${flags.profile}`)
  return scenario
}
try {
  await (flags.profile ? lookInto(ground.folder, oneAt, flags.seconds, say) : measureAll(ground))
} finally {
  await ground.remove()
}
