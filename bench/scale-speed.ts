// How long a scale takes: 5,000 people, 25 items, one answer in thirty missing, made by a seed: node bench/scale-speed.ts.

import { chanceOf } from '../src/modules/measurement/engine/network/chance.ts'
import { scaleOf } from '../src/modules/measurement/engine/scale/scale.ts'

const [PEOPLE, ITEMS, LIMIT, TIMES] = [5_000, 25, 100, 9]

const shown = (ms = 0): string => `${ms.toFixed(0).padStart(4)} ms`

const chance = chanceOf(7)
const leaning = Array.from({ length: PEOPLE }, () => chance() * 3)
const answers = Array.from({ length: ITEMS }, (_, item) => ({
  item: `q${item + 1}`,
  values: leaning.map((lean) => (chance() < 1 / 30 ? Number.NaN : 1 + Math.floor(lean + chance() * 3))),
}))
const rules = { range: { min: 1, max: 6 }, reverse: ['q3', 'q9', 'q20'] }

for (const missing of ['listwise', 'mean75', 'pairwise'] as const) {
  const [wall, cpu]: [number[], number[]] = [[], []]
  for (let run = 0; run < TIMES; run += 1) {
    const [begun, used] = [performance.now(), process.cpuUsage()]
    scaleOf(answers, { ...rules, missing })
    wall.push(performance.now() - begun)
    const { user, system } = process.cpuUsage(used)
    cpu.push((user + system) / 1000)
  }
  // A busy machine makes every run longer: the best one and its processor time say what the work takes.
  const best = Math.min(...wall)
  const told = [
    `first ${shown(wall[0])}`,
    `best ${shown(best)}`,
    `CPU ${shown(Math.min(...cpu))}`,
    `limit ${shown(LIMIT)}`,
  ]
  const what = `scale, ${PEOPLE} x ${ITEMS}, ${missing}`
  process.stdout.write(`${what.padEnd(36)} ${told.join('  ')}  ${best <= LIMIT ? 'ok' : 'TOO SLOW'}\n`)
}
