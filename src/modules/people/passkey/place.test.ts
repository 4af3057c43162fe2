/** The rules of passkeys: where they work, what devices are called, when nothing else is left. */
import { describe, expect, it } from 'vitest'
import { deviceNamed, stillComesIn } from './passkey.ts'
import { passkeyPlace } from './place.ts'

describe('where passkeys work', () => {
  it.each([
    ['https://school.example', 'school.example', 'school.example'],
    ['https://school.example:8443', 'whatever', 'school.example'],
    ['http://localhost:4321', 'localhost:4321', 'localhost'],
    ['http://ciranda.localhost', 'ciranda.localhost', 'ciranda.localhost'],
    ['http://127.0.0.1:4321', 'localhost:4321', 'localhost'],
    ['http://[::1]:4321', 'localhost:4321', 'localhost'],
  ])('%s, opened at %s: they belong to %s', (base, host, id) => {
    expect(passkeyPlace(base, host)).toMatchObject({ kind: 'here', place: { id } })
  })

  it.each([
    ['http://school.example', 'localhost', 'nowhere'],
    ['https://192.0.2.7', '192.0.2.7', 'nowhere'],
    ['https://[2001:db8::1]', '[2001:db8::1]', 'nowhere'],
    ['http://127.0.0.1:4321', '127.0.0.1:4321', 'elsewhere'],
    ['http://127.0.0.1:4321', 'localhost:4322', 'elsewhere'],
    ['http://127.0.0.1:4321', 'evil.example', 'elsewhere'],
  ])('%s, opened at %s: %s', (base, host, kind) => {
    expect(passkeyPlace(base, host)).toMatchObject({ kind })
  })

  it('names devices by what their browsers say, or not at all', () => {
    expect(deviceNamed('Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140')).toBe('Android')
    expect(deviceNamed('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)')).toBe('iPhone')
    expect([deviceNamed('curl'), deviceNamed(undefined)]).toEqual(['', ''])
  })

  it('knows when nothing would be left to come in by', () => {
    const both = { email: 'rita@village.example', password: true, school: false }
    expect([stillComesIn(both, 0, false), stillComesIn({ ...both, password: false }, 0, true)]).toEqual([true, true])
    expect(stillComesIn({ ...both, password: false }, 0, false)).toBe(false)
    expect(stillComesIn({ email: null, password: false, school: true }, 0, false)).toBe(true)
    expect([stillComesIn(undefined, 1, false), stillComesIn(undefined, 0, true)]).toEqual([true, false])
  })
})
