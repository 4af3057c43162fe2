// The verb `measure network`: figures, definitions, refusals with their place, and being stopped.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer } from '../answer.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ciranda-measure-'))
  const ties = 'Sender,Reciever,when\rada,ben,2024-01-01\rben,ada,2024-02-15\rada,cem,2024-02-16\rcem,cem,2024-02-16\r'
  await writeFile(join(folder, 'ties.csv'), ties)
  await writeFile(join(folder, 'ties.csv.gz'), gzipSync(ties))
  await writeFile(join(folder, 'cut.csv.gz'), gzipSync(ties).subarray(0, 40))
  await writeFile(join(folder, 'people.csv'), 'id;role\nada;parent\nben;teacher\ncem;teacher\ndee;NULL\n')
  await writeFile(join(folder, 'alone.csv'), 'from,to\nada,ada\n')
  await writeFile(join(folder, 'broken.csv'), 'from,to\nada,ben\nada\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (args: string[], stop = new AbortController().signal) => {
  let [out, said] = ['', '']
  const code = await answer(['measure', 'network', ...args.map((arg) => arg.replace('@', `${folder}/`))], {
    out: (text) => {
      out += text
    },
    tell: (text) => {
      said += text
    },
    live: false,
    stop,
  })
  return { code, out, said }
}

test('All figures, groups, windows and notes as one JSON object, from a packed file, too', async () => {
  const args = ['--nodes', '@people.csv', '--group', 'role', '--window', 'when', '--every', '30d', '--json']
  const { code, out } = await run(['@ties.csv', ...args])
  expect(code).toBe(0)
  const told = JSON.parse(out)
  expect(told).toMatchObject({
    nodes: 4,
    edges: 3,
    density: 0.25,
    reciprocity: { arc: 2 / 3, dyadic: 0.5 },
    components: { weak: 2, strong: 3 },
    ei: { value: 1, expected: 1 / 3 },
  })
  expect(told.perNode[3]).toMatchObject({ id: 'dee', degree: 0, closeness: null })
  expect(told.series.map(({ edges }: { edges: number }) => edges)).toEqual([1, 2])
  expect(told.definitions.density).toMatch(/m\/\(n\(n-1\)\)/)
  const says = told.notes.map((note: { says: string }) => note.says).join('\n')
  expect(says).toMatch(/"Reciever" was read as to[\s\S]*1 tie of 4 from a person to the same person dropped/)
  expect((await run(['@ties.csv.gz', ...args])).out).toBe(out.replaceAll('ties.csv"', 'ties.csv.gz"'))
})

test('To read: each figure with its definition, what it says and what it cannot say', async () => {
  const { out } = await run(['@ties.csv', '--undirected'])
  expect(out).toMatch(/density +0.666667\n +Density: directed m[\s\S]*Says: [\s\S]*Does not say: /)
  expect(out).toMatch(/reciprocity.arc +undefined\n[\s\S]*Undefined: Without directions nothing is returned./)
})

test('Explained without a file; a figure that there is not is named', async () => {
  const { code, out } = await run(['--explain', 'ei'])
  expect(code).toBe(0)
  expect(out).toMatch(
    /ei.value\n +definition +E-I index\n +formula[\s\S]*source[\s\S]*range[\s\S]*example[\s\S]*ei.expected/,
  )
  expect(await run(['--explain', 'beauty'])).toMatchObject({ code: 2, said: expect.stringMatching(/no figure beauty/) })
})

test('One person: nothing is 0 that is undefined', async () => {
  const told = JSON.parse((await run(['@alone.csv', '--json'])).out)
  expect(told).toMatchObject({
    nodes: 1,
    edges: 0,
    density: null,
    transitivity: null,
    corePeriphery: { r: null, core: [] },
  })
  expect(told.notes).toContainEqual({ about: 'density', says: 'Undefined: There is no pair of people.' })
})

test.each([
  [['@none.csv'], 1, /There is no file/],
  [['@broken.csv'], 1, /broken.csv, line 3, column 1: has 1 cell where the header has 2/],
  [['@cut.csv.gz'], 1, /cut.csv.gz cannot be unpacked/],
  [['@ties.csv', '--from', 'author'], 1, /there is no column author; there is Sender, Reciever, when/],
  [['@ties.csv', '--nodes', '@people.csv', '--group', 'age'], 1, /people.csv, line 1: there is no column age/],
  [[], 2, /Name the file of ties/],
  [['@ties.csv', '@ties.csv'], 2, /One file of ties at a time/],
  [['@ties.csv', '--group', 'role'], 2, /name it by --nodes/],
  [['@ties.csv', '--window', 'when', '--every', 'month'], 2, /12h, 30d, 4w/],
  [['@ties.csv', '--every', '30d'], 2, /needs --window/],
  [['@ties.csv', '--seed', '-1'], 2, /--seed/],
  [['@ties.csv', '--mixed', 'both'], 2, /counted or ignored/],
  [['@ties.csv', '--at-least', '0'], 2, /a number above 0/],
  [['@ties.csv', '--colour', 'red'], 2, /There is no option --colour/],
])('Refused: %j', async (args, code, says) => {
  const ended = await run(args)
  expect(ended).toMatchObject({ code, out: '' })
  expect(ended.said).toMatch(says)
})

test('Stopped, it ends with 130 and prints nothing', async () => {
  expect(await run(['@ties.csv'], AbortSignal.abort())).toMatchObject({ code: 130, out: '' })
})
