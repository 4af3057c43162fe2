/** A worker of its own that sends webhooks, as a process that a test can kill: node webhook-worker.ts DATABASE_URL */
import { randomBytes } from 'node:crypto'
import { webhookTasks } from '../../src/modules/webhook/jobs.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import type { House } from '../../src/platform/house.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import { startRunner } from '../../src/platform/jobs/runner.ts'

const url = process.argv[2] ?? ''
const house = {
  db: openDatabase(url, systemClock, { pages: 1, system: 2 }),
  clock: systemClock,
  baseUrl: 'https://village.example',
  secret: (bytes = 18) => randomBytes(bytes).toString('base64url'),
} as unknown as House

await startRunner(url, webhookTasks(house, new AddressBook()), '* * * * * webhook:sweep')
