// A fault is told by its place and its code; what a database or a mail server quoted is not.
import { afterEach, expect, test, vi } from 'vitest'
import { during } from './doing.ts'
import { report } from './report.ts'

afterEach(() => vi.restoreAllMocks())

const told = (error: unknown) => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  during({ id: 'a-7', name: () => 'GET /', databaseMs: 0 }, () => report('job people:send-sign-in-letter', error))
  return JSON.parse(String(write.mock.calls[0]?.[0]))
}
const withCode = (message: string, code: string) => Object.assign(new Error(message), { code })

test.each([
  [withCode('duplicate key value (ana@ria.example)', '23505'), 'database 23505'],
  [withCode('the end', '57P01'), 'database 57P01'],
  [withCode('550 no such user ana@ria.example', 'EENVELOPE'), 'EENVELOPE'],
  [withCode('Invalid login', 'EAUTH'), 'EAUTH'],
  [new Error('A person could not be made'), 'A person could not be made'],
  ['a text', 'a text'],
])('%s', (error, said) => {
  const line = told(error)
  expect(line).toMatchObject({ level: 'error', id: 'a-7', place: 'job people:send-sign-in-letter', said })
  expect(JSON.stringify(line)).not.toContain('ana@')
})
