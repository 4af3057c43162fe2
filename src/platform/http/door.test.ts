// The door answers while the house is being prepared, and knows when it cannot be opened.
import { expect, test } from 'vitest'
import { openDoor } from './door.ts'

test('asks for patience until somebody leads, then leads', async () => {
  const door = await openDoor({ host: '127.0.0.1', port: 0 })
  expect((await fetch(door.url)).status).toBe(503)
  door.lead(() => new Response('come in'))
  expect(await (await fetch(door.url)).text()).toBe('come in')
  await door.close()
  await expect(fetch(door.url)).rejects.toThrow()
})

test('a taken port is one sentence', async () => {
  const door = await openDoor({ host: '127.0.0.1', port: 0 })
  const port = Number(new URL(door.url).port)
  await expect(openDoor({ host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} is taken by another program`)
  await door.close()
})
