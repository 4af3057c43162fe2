/** A village whose facts go out: webhooks, a receiver that answers as told, and a queue that runs when a test says so. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { addHook } from '../../src/modules/webhook/actions.ts'
import { webhookTasks } from '../../src/modules/webhook/jobs.ts'
import { webhookReader } from '../../src/modules/webhook/notices.ts'
import type { Answer, Sending } from '../../src/modules/webhook/sending.ts'
import { placeReader } from '../../src/platform/facts/reader.ts'
import { record } from '../../src/platform/facts/record.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import { hearAll } from './heard.ts'
import { openVillage } from './village.ts'

/** A delivery as it lies in the database. */
interface Row {
  readonly id: number
  readonly hook_id: number
  readonly state: string
  readonly tries: number
  readonly next_at: Date | null
  readonly message: string
}

export const took: Answer = { status: 204, trouble: null }
export const fault: Answer = { status: 500, trouble: 'refused' }
export const silence: Answer = { status: null, trouble: 'slow' }

/** Opens it; Henk looks after the site. Entry 7 alone has a page that everybody may open. */
export const openWebhooks = async () => {
  const village = await openVillage({
    tables: [],
    navigation: { entries: [], communityHome: () => '/', siteHome: () => '/' },
    addressBook: new AddressBook(),
  })
  const { house } = village
  const system = <R>(query: ReturnType<typeof sql<R>>): Promise<R[]> =>
    house.db.asSystem('command-line', (tx) => tx.rows(query))
  await system(sql`update people.person set site_role = 'administrator' where id = ${village.people.henk}`)
  const scope = { ...village.scope('henk'), administrator: true }
  const book = new AddressBook()
  const page = [7, { title: 'A title', href: '/library/a' }] as const
  book.register('entry', async (asker, ids) => new Map(asker.personId === null && ids.includes(7) ? [page] : []))
  await placeReader(house.db, webhookReader)

  /** What was sent, and what the next receivers answer: 204 when nothing is left. */
  const sent: Sending[] = []
  const answers: (Answer | Promise<Answer>)[] = []
  const send = async (sending: Sending): Promise<Answer> => {
    sent.push(sending)
    return (await answers.shift()) ?? took
  }
  const task = (name: string, payload = {}) => webhookTasks(house, book, send)[name]?.(payload)

  const heard = () => hearAll(house.db, webhookReader)

  return {
    ...village,
    scope,
    rita: village.scope('rita'),
    system,
    sent,
    answers,
    task,
    /** The ids of the messages that were sent, one for each try. */
    ids: () => sent.map(({ headers }) => headers['webhook-id']),
    forget: async () => {
      sent.length = 0
      answers.length = 0
      await system(sql`delete from webhook.hook`)
      await system(sql`delete from graphile_worker._private_jobs`)
    },
    hook: async (...kinds: string[]): Promise<number> => {
      const added = await addHook(house, scope, { address: 'https://receiver.example/in', kinds })
      return added.ok ? added.value.id : expect.fail(added.reason)
    },
    later: (minutes: number) => {
      village.clock.at = new Date(village.clock.at.getTime() + minutes * 60_000)
    },
    /** Something happens, by Rita in Reading together, and the reader hears of it. */
    happens: async (kind: `${string}.${string}`, subject = { kind: 'challenge', id: 1 }) => {
      const actor = village.people.rita
      const community = village.communities.reading.id
      await house.db.write(village.scope('rita'), (tx) => record(tx, { kind, actor, subject, community }))
      await heard()
    },
    /** Runs the rounds whose time has come, as the queue would; answers for which webhooks. */
    rounds: async (): Promise<number[]> => {
      const due = await system(sql<{ hook: number }>`
        with due as (delete from graphile_worker._private_jobs where run_at <= ${village.clock.at} returning payload)
        select (payload ->> 'hookId')::bigint as hook from due order by 1`)
      for (const { hook } of due) await task('webhook:send', { hookId: hook })
      return due.map(({ hook }) => hook)
    },
    deliveries: () => system(sql<Row>`select * from webhook.delivery order by id`),
    stateOf: async (id: number) =>
      (
        await system(sql<{ state: string; failing_since: Date | null }>`select * from webhook.hook where id = ${id}`)
      )[0],
  }
}

/** The open village with its webhooks. */
export type Webhooks = Awaited<ReturnType<typeof openWebhooks>>
