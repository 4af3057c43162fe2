/** Rounds at once, and rounds whose process dies: nothing is sent twice at once, and nothing is lost. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { openReceiver } from '../../../tests/village/receiver.ts'
import { openWebhooks, type Webhooks } from '../../../tests/village/webhooks.ts'
import { AddressBook } from '../../platform/http/address-book.ts'
import { networksVariable } from '../../platform/http/network.ts'
import { projectRoot } from '../../platform/root.ts'
import { webhookTasks } from './jobs.ts'
import type { Answer } from './sending.ts'

let w: Webhooks
beforeAll(async () => {
  w = await openWebhooks()
})
beforeEach(() => w.forget())
afterAll(() => w.close())

test('two rounds at once send nothing twice', async () => {
  const id = await w.hook('story.published')
  for (let i = 1; i <= 6; i++) await w.happens('story.published', { kind: 'story', id: i })
  await Promise.all([1, 2, 3].map(() => w.task('webhook:send', { hookId: id })))
  expect(new Set(w.ids()).size).toBe(w.sent.length)
  expect(w.sent).toHaveLength(6)
})

test('a round that dies while sending is taken up by the sweep, with the same message', async () => {
  await w.hook('story.published')
  w.answers.push(new Promise<Answer>(() => undefined))
  await w.happens('story.published')
  void w.rounds()
  while (w.sent.length === 0) await new Promise((done) => setTimeout(done, 10))
  await w.task('webhook:sweep')
  expect(await w.rounds()).toEqual([])
  w.later(2)
  await w.task('webhook:sweep')
  expect(await w.rounds()).toHaveLength(1)
  expect(w.sent).toHaveLength(2)
  expect(new Set(w.ids()).size).toBe(1)
  expect(await w.deliveries()).toMatchObject([{ state: 'delivered', tries: 2 }])
})

test('a worker killed in the middle of a sending: it arrives with the same id from the next one', async () => {
  const receiver = await openReceiver()
  const [here] = await w.system(sql<{ name: string }>`select current_database() as name`)
  const url = new URL(inject('adminUrl'))
  url.pathname = `/${here?.name}`
  const id = await w.hook('story.published')
  await w.system(sql`update webhook.hook set address = ${`http://127.0.0.1:${receiver.port}/in`} where id = ${id}`)
  w.clock.at = new Date()
  await w.happens('story.published')
  const worker = spawn(process.execPath, [join(projectRoot, 'tests/village/webhook-worker.ts'), url.href], {
    env: { ...process.env, [networksVariable]: '127.0.0.0/8' },
    stdio: 'inherit',
  })
  // It never answers, so that the worker is still waiting when it dies.
  receiver.answers.push(() => undefined)
  while (receiver.heard.length === 0 && worker.exitCode === null) await new Promise((done) => setTimeout(done, 20))
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  expect(await w.deliveries()).toMatchObject([{ state: 'waiting', tries: 1, last_status: null }])
  w.later(2)
  await w.task('webhook:sweep')
  process.env[networksVariable] = '127.0.0.0/8'
  try {
    await webhookTasks(w.house, new AddressBook())['webhook:send']?.({ hookId: id })
  } finally {
    delete process.env[networksVariable]
  }
  const messages = receiver.heard.map(({ headers }) => headers['webhook-id'])
  expect(messages).toHaveLength(2)
  expect(new Set(messages).size).toBe(1)
  expect(receiver.heard[0]?.body).toBe(receiver.heard[1]?.body)
  expect(await w.deliveries()).toMatchObject([{ state: 'delivered', tries: 2 }])
  await receiver.close()
}, 60_000)
