// How long the figures take, on networks and tables made by a seed: node bench/measurement-speed.ts [EDGES NODES].
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile } from '../src/cli/measure/file.ts'
import { chanceOf } from '../src/modules/measurement/engine/network/chance.ts'
import { measureNetwork } from '../src/modules/measurement/engine/network/measure.ts'
import { readNetwork } from '../src/modules/measurement/engine/network/network.ts'
import { readTable } from '../src/modules/measurement/engine/reading/read-table.ts'

/** What is measured, its limit in milliseconds, and the best of some runs: a busy machine makes all of them longer. */
const tell = (what: string, limit: number, wall: number[], cpu: number[]): void => {
  const [best, least] = [Math.min(...wall), Math.min(...cpu)]
  const verdict = best <= limit ? 'ok' : 'TOO SLOW'
  process.stdout.write(
    `${what.padEnd(62)} first ${String(Math.round(wall[0] ?? 0)).padStart(6)} ms  best ${String(Math.round(best)).padStart(6)} ms  CPU ${String(Math.round(least)).padStart(6)} ms  limit ${String(limit).padStart(6)} ms  ${verdict}\n`,
  )
}

const timed = async (what: string, limit: number, times: number, work: () => Promise<unknown>): Promise<void> => {
  const [wall, cpu]: [number[], number[]] = [[], []]
  for (let run = 0; run < times; run += 1) {
    const [begun, used] = [performance.now(), process.cpuUsage()]
    await work()
    wall.push(performance.now() - begun)
    const { user, system } = process.cpuUsage(used)
    cpu.push((user + system) / 1000)
  }
  tell(what, limit, wall, cpu)
}

/** Ties between people of whom some are named more often than others. */
const ties = (people: number, count: number): string => {
  const chance = chanceOf(7)
  const rows = new Set<string>()
  while (rows.size < count) {
    const [one, other] = [Math.floor(people * chance() ** 1.7), Math.floor(people * chance() ** 1.7)]
    if (one !== other) rows.add(`${one},${other}`)
  }
  return `from,to\n${[...rows].join('\n')}\n`
}

const rows = (count: number): string => {
  const chance = chanceOf(11)
  const lines = Array.from(
    { length: count },
    (_, row) =>
      `${row},2024-03-${String((row % 28) + 1).padStart(2, '0')},p${row % 997},"said ""yes"", twice",${Math.floor(chance() * 60) / 10}`,
  )
  return `id,when,who,answer,score\n${lines.join('\n')}\n`
}

const folder = await mkdtemp(join(tmpdir(), 'ciranda-speed-'))
const [edges = join(folder, 'small.csv'), nodes] = process.argv.slice(2)
await writeFile(join(folder, 'small.csv'), ties(492, 2062))
await writeFile(join(folder, 'large.csv'), ties(10_000, 100_000))
await writeFile(join(folder, 'rows.csv'), rows(500_000))
const network = async (path: string, people?: string) =>
  readNetwork(await openFile(path), people === undefined ? undefined : await openFile(people), { directed: true })

const small = await network(edges, nodes)
await timed(`all figures, ${small.ids.length} people, ${small.from.length} messages`, 150, 7, () =>
  measureNetwork(small, { seed: 1 }),
)
await timed('500,000 rows of CSV, three columns of five', 2000, 3, async () => {
  const column = (header: string) => ({ kind: 'text', header }) as const
  const score = { kind: 'number', header: 'score' } as const
  const file = await openFile(join(folder, 'rows.csv'))
  await readTable(file, { file: 'rows.csv', columns: { who: column('who'), when: column('when'), score } })
})
const large = await network(join(folder, 'large.csv'))
await timed('all figures, 10,000 people, 100,000 ties', 20_000, 1, () => measureNetwork(large, { seed: 1 }))
const peak = process.resourceUsage().maxRSS / 1024
process.stdout.write(`largest memory ${Math.round(peak)} MB  limit 1024 MB  ${peak <= 1024 ? 'ok' : 'TOO LARGE'}\n`)
await rm(folder, { recursive: true })
