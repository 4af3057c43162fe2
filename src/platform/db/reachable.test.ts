// A database of one's own is proved before anything else happens.
import { expect, inject, test } from 'vitest'
import { proveReachable } from './reachable.ts'

test('one that answers is fine', async () => {
  await expect(proveReachable(inject('adminUrl'))).resolves.toBeUndefined()
})

test('one that does not is one sentence without the password', async () => {
  const sentence = await proveReachable('postgres://me:secret@127.0.0.1:1/none').catch((error: Error) => error.message)
  expect(sentence).toMatch(/^The database that DATABASE_URL names cannot be used \(connect ECONNREFUSED/)
  expect(sentence).not.toContain('secret')
})
