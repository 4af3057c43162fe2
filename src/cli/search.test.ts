// Searching from the command line finds what the page shows to the same eyes, and nothing else.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openQuestions, type Questions } from '../../tests/village/questions.ts'
import { quietTerminal } from '../../tests/village/terminal.ts'
import { learnWords } from '../platform/search/store.ts'
import { answer } from './answer.ts'

let village: Questions
let id: number
beforeAll(async () => {
  // The command reads every room when it is typed; on a busy machine that takes longer than a test may.
  await import('../app.ts')
  village = await openQuestions()
  vi.stubEnv('DATABASE_URL', village.databaseUrl)
  vi.stubEnv('CIRANDA_URL', 'http://village.example')
  id = await village.raise('rita', 'How can everybody join in the marmalade song?')
  await village.house.db.asSystem('job', learnWords)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await village.close()
})

const run = async (line: string) => {
  const { terminal, said } = quietTerminal()
  return { code: await answer(line.split(' '), terminal), ...said }
}

test('A member finds the question, with typing mistakes too; a visitor and a stranger do not', async () => {
  for (const words of ['marmalade song', 'marmelade'])
    expect(JSON.parse((await run(`search ${words} --as rita@ria.example --json`)).out)).toMatchObject({
      total: 1,
      page: 1,
      found: [
        {
          kind: 'challenge',
          title: 'How can everybody join in the marmalade song?',
          url: `http://village.example/c/reading-together/questions/${id}`,
        },
      ],
    })
  for (const eyes of ['', ' --as eva@ria.example'])
    expect(await run(`search marmalade${eyes}`)).toEqual({ code: 0, out: 'Nothing was found.\n', told: '' })
})

test('It reads well, and words after a minus must not be there', async () => {
  const { out } = await run('search marmalade --as rita@ria.example --kind challenge')
  expect(out).toMatch(/^How can everybody join in the marmalade song\? {2}\(challenge\)\n[\s\S]*\n\n1 found\n$/)
  expect((await run('search --as rita@ria.example -- marmalade -song')).out).toBe('Nothing was found.\n')
})

test.each([
  ['search', 2, /^Say what to look for/],
  ['search a --kind poem', 2, /^The kind poem is not one of story, entry/],
  ['search a --lang xx', 2, /^The language xx is not one of/],
  ['search a --page none', 2, /^--page takes a number/],
  ['search a --as nobody@ria.example', 1, /^Nobody here has this e-mail address/],
])('ciranda %s ends with %i', async (line, code, sentence) => {
  const { told, code: ended } = await run(line)
  expect(ended).toBe(code)
  expect(told).toMatch(sentence)
})
