// The verbs `measure scale`, `measure change` and `measure equity`: files as people send them, figures, and refusals.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer } from '../answer.ts'

const files: Record<string, string> = {
  'scale.csv': '\uFEFFid;q1;q2;q3\n1;2;3;5\n2;4;4;3\n3;3;5;4\n4;5;5;2\n5;1;2;6\n6;NA;2;-9\n',
  'comma.csv': 'id;v\n1;,5\n2;1,25\n3;2\n',
  'long.csv': 'who,time,score,school\na,2,3,x\na,10,5,x\nb,2,1,x\nb,10,4,x\nb,10,9,x\nc,2,2,y\nd,10,2,x\n',
  'wide.csv': 'before,after\n4.1,4.6\n3.9,4.3\n4.4,4.5\n4.0,4.4\n3.6,4.2\n',
  'w1.csv': 'id,q1,q2\na,1,6\nb,2,5\nc,3,3\n',
  'w2.csv': 'id,q1,q2\na,2,5\nb,4,4\nc,3,2\n',
  'w3.csv': 'id,q1,q2\na,3,3\nb,5,2\nd,3,2\n',
  'turns.csv':
    'name,turns,passed,offered,there\nana,3,0,3,yes\nben,1,2,3,yes\ncem,,,3,yes\ndee,0,0,0,absent\neve,2,0,2,observer\n',
  'members.csv': 'id,role\nana,staff\nben,families\ncem,families\nfay,families\n',
  'talk.csv': 'speaker\nana\nana\nben\nana\n',
  'below.csv': 'name,turns\nana,3\nben,-2\n',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ciranda-surveys-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (typed: string) => {
  let [out, said] = ['', '']
  const args = typed.split(' ').map((arg) => arg.replace('@', `${folder}/`))
  const code = await answer(['measure', ...args], {
    out: (text) => {
      out += text
    },
    tell: (text) => {
      said += text
    },
    live: false,
    stop: new AbortController().signal,
  })
  return { code, out, said }
}
const json = async (typed: string) => {
  const { code, out, said } = await run(`${typed} --json`)
  expect(said).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out)
}

test('A scale from semicolons, with a reversed item and missing answers', async () => {
  const scale = await json('scale @scale.csv --items q1..q3 --reverse q3 --min 1 --max 6')
  expect(scale).toMatchObject({ n: 5, rows: 6, complete: 5, missing: 'listwise' })
  // The third item turned is 2, 4, 3, 5, 1.
  expect(scale.items[2]).toMatchObject({ item: 'q3', reversed: 'yes', mean: 3 })
  expect(scale.alpha.listwise).toBeGreaterThan(0.9)
  const says = scale.notes.map((note: { says: string }) => note.says).join('\n')
  expect(says).toContain('Reversed as 1 + 6 - x: q3')
  expect(says).toContain('"-9"')
  expect((await json('scale @scale.csv --items q1,q2,q3 --min 1 --max 6 --missing pairwise')).n).toBe(6)
})

test('A scale to read: each figure with its definition, what it says and what it cannot say', async () => {
  const { out } = await run('scale @scale.csv --items q1,q2 --min 1 --max 6')
  expect(out).toContain('alpha')
  expect(out).toContain('Cronbach')
  expect(out).toContain('Does not say: that the items measure one thing')
})

test('Long form: waves in the order of their numbers, the first row of a repeated id, a condition', async () => {
  const change = await json('change @long.csv --wave-column time --id who --value score --where school=x')
  expect(change).toMatchObject({ n: 2, mean: 2.5, before: { wave: 'time 2' }, after: { wave: 'time 10' } })
  const says = change.notes.map((note: { says: string }) => note.says).join('\n')
  for (const part of ['6 rows of 7 where school=x', 'more than once (b)', 'only in time 10 (d)'])
    expect(says).toContain(part)
})

test('Wide form: a column for each wave; decimal points and commas', async () => {
  const change = await json('change @wide.csv --values before,after')
  expect(change.dz).toBeCloseTo(2.13809, 5)
  expect((await json('scale @comma.csv --items v')).mean).toBeCloseTo(1.25, 12)
})

test('Three waves of scale scores: each step and the whole way', async () => {
  const waves = '--wave @w1.csv --wave @w2.csv --wave @w3.csv --id id --items q1,q2 --reverse q2 --min 1 --max 6'
  const { steps, changes } = await json(`change ${waves} --alpha 0.8`)
  expect(steps.map(({ from, to, n }: { from: string; to: string; n: number }) => [from, to, n])).toEqual([
    ['w1.csv', 'w2.csv', 3],
    ['w2.csv', 'w3.csv', 2],
    ['w1.csv', 'w3.csv', 2],
  ])
  expect(changes[0].reliableChange.perPerson).toHaveLength(3)
  expect((await run(`change ${waves}`)).out).toContain('pWilcoxon')
})

test('Turns: a pass is taken, nothing written is none where turns were offered, absent people hold no seat', async () => {
  const typed = 'equity @turns.csv --value turns --passed passed --offered offered --attendance there --id name'
  const equity = await json(`${typed} --members @members.csv --group role`)
  expect(equity.turns).toEqual({ seats: 4, offered: null, taken: 6, passed: 2, silent: 2, leftOut: 2 })
  expect(equity.voiceRatio).toEqual({ staff: 2, families: 2 / 3 })
  expect((await json('equity @talk.csv --sequence speaker')).turnTaking).toEqual({
    contributions: 4,
    turns: 3,
    index: 2 / 3,
  })
})

test.each([
  ['scale', 'reads one file'],
  ['scale @scale.csv', '--items'],
  ['scale @scale.csv --items q1,q9', 'there is no column q9'],
  ['scale @scale.csv --items q1 --min 1', 'given together'],
  ['scale @scale.csv --items q1 --reverse q1', 'lowest and highest'],
  ['scale @scale.csv --items q1 --missing sometimes', '--missing is listwise'],
  ['scale @scale.csv --items q1 --min 1 --max 4', 'line 5'],
  ['scale @scale.csv --items q3..q1', 'names no columns'],
  ['scale @nowhere.csv --items q1', 'There is no file'],
  ['scale @scale.csv --items q1 --where q2', '--where is COLUMN=VALUE'],
  ['change --before @w1.csv --id id --value q1', 'two waves'],
  ['change --before @w1.csv --after @w2.csv --value q1', '--id'],
  ['change --before @w1.csv --after @w2.csv --id id', 'either --value V or --items'],
  ['change @long.csv --id who --value score', '--wave-column'],
  ['change @long.csv --wave-column time --id who --value score --alpha much', '--alpha is a number'],
  ['change @long.csv --wave-column time --id who --value score --alpha 1', 'reliability'],
  ['change @long.csv --before @w1.csv --id id --value q1', 'one file'],
  ['equity @turns.csv', '--value V or --sequence'],
  ['equity @below.csv --value turns', 'line 3'],
  ['scale --explain beta', 'no figure beta'],
])('Not understood: measure %s', async (typed, part) => {
  const { code, out, said } = await run(typed)
  expect(code).toBeGreaterThan(0)
  expect(out).toBe('')
  expect(said).toContain(part)
  expect(said).not.toContain('    at ')
})

test.each(['scale', 'change', 'equity'])('measure %s explains each of its figures', async (verb) => {
  const { out } = await run(`${verb} --help`)
  const figures = /Figures: ([^\n]*)\./.exec(out)?.[1]?.split(', ') ?? []
  expect(figures.length).toBeGreaterThan(8)
  for (const figure of figures) expect((await run(`${verb} --explain ${figure}`)).out).toContain('formula')
})
