/** A storm of writes through which server and database are killed twice: what was acknowledged is there, and only once. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, reading, type VillagerName } from '../../src/demonstration/people.ts'
import { runningDatabase } from '../../src/platform/db/embedded.ts'
import { enter, type OwnSite, ownFolder, startOwnSite } from './own-site.ts'

interface Said {
  readonly cookie: string
  readonly once: string
  readonly text: string
}

let folder: Awaited<ReturnType<typeof ownFolder>>
let site: OwnSite
let door: string

const writers = Object.keys(reading) as VillagerName[]

beforeAll(async () => {
  folder = await ownFolder()
  site = await startOwnSite(folder.path)
  const headers = { cookie: await enter(site.url, addressOf('rita')) }
  const find = async (path: string, pattern: RegExp) => {
    const text = await (await fetch(site.url + path, { headers })).text()
    // The last: the first conversation of the village goes slowly.
    const found = [...text.matchAll(pattern)].at(-1)
    if (!found) throw new Error(`${path} has no ${pattern}`)
    return found[0]
  }
  const question = await find('/c/reading-together/questions', /\/c\/reading-together\/questions\/\d+/g)
  door = await find(question, /\/c\/reading-together\/threads\/\d+\/voices/g)
}, 120_000)

afterAll(async () => {
  await site?.stop()
  await folder?.remove()
})

/** Sends it; answers the number of the contribution, or nothing when no answer came. */
const send = async ({ cookie, once, text }: Said): Promise<string | undefined> => {
  const { url } = site
  const body = new URLSearchParams({ once, text, language: 'en', audience: 'community' })
  const answer = await fetch(url + door, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie },
    body,
  }).catch(() => undefined)
  // Also the last answer of a server whose database has just died is none.
  return answer?.status === 303 ? /#voice-(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1] : undefined
}

/** What stands in the database: the numbers by text. */
const kept = async (): Promise<Map<string, string[]>> => {
  const client = new Client({ connectionString: runningDatabase(join(folder.path, 'data')) })
  await client.connect()
  const { rows } = await client.query(
    "select text, array_agg(id::text) as ids from dialogue.contribution where text like 'storm %' group by text",
  )
  await client.end()
  return new Map(rows.map(({ text, ids }) => [text, ids]))
}

test('kill -9 of server and database in a storm: nothing acknowledged is lost, nothing is there twice', {
  timeout: 120_000,
}, async () => {
  const acknowledged = new Map<Said, string>()
  let over = false
  let unanswered = 0
  const write = async (who: VillagerName) => {
    const cookie = await enter(site.url, addressOf(who))
    for (let n = 0; !over; n++) {
      const said = { cookie, once: randomBytes(18).toString('base64url'), text: `storm ${who} ${n}` }
      let id = await send(said)
      // A browser sends the same form again, with the same token.
      while (id === undefined) {
        unanswered++
        await pause(100)
        id = await send(said)
      }
      acknowledged.set(said, id)
    }
  }
  const storm = Promise.all(writers.map(write))
  for (let cut = 0; cut < 2; cut++) {
    const before = acknowledged.size
    while (acknowledged.size < before + 100) await pause(20)
    await site.kill()
    site = await startOwnSite(folder.path)
  }
  const before = acknowledged.size
  while (acknowledged.size < before + 50) await pause(20)
  over = true
  await storm

  expect(unanswered).toBeGreaterThan(0)
  for (const [said, id] of [...acknowledged].slice(-40)) expect(await send(said)).toBe(id)
  const rows = await kept()
  const wrong = [...acknowledged].filter(([{ text }, id]) => rows.get(text)?.join() !== id).map(([{ text }]) => text)
  expect(wrong).toEqual([])
  expect(rows.size).toBe(acknowledged.size)
})
