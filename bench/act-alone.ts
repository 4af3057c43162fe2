// Saying something without a page, a form or a session: node act-alone.js DATABASE_URL COMMUNITY THREAD,THREAD COOKIE,COOKIE
import { say } from '../src/modules/dialogue/actions/speaking.ts'
import { scopeOf } from '../src/modules/people/scope.ts'
import { tokenHash } from '../src/modules/people/secret.ts'
import { holderOf } from '../src/modules/people/store.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import type { House } from '../src/platform/house.ts'
import { serveBare } from './bare-server.ts'

const [databaseUrl = '', community = '', threads = '', cookies = ''] = process.argv.slice(2)
const db = openDatabase(databaseUrl, systemClock)
const rooms = threads.split(',').map(Number)
const people = await Promise.all(
  cookies.split(',').map(async (cookie) => {
    const hash = tokenHash(cookie.replace(/^[^=]+=/, ''))
    const [[holder]] = await db.read({ personId: null }, holderOf(hash, systemClock.now()))
    if (!holder) throw new Error('A session is gone')
    return scopeOf(holder)
  }),
)
const nth = <T>(list: readonly T[], number: number): T => list[number % list.length] as T

let number = 0
serveBare(async (request, response) => {
  let sent = ''
  for await (const piece of request) sent += piece
  const form = new URLSearchParams(sent)
  number++
  const said = await say(
    { db } as House,
    nth(people, number),
    {
      thread: nth(rooms, number),
      community: Number(community),
      text: form.get('text') ?? '',
      language: 'en',
      circle: 'community',
    },
    form.get('once') ?? undefined,
  )
  response.writeHead(said.ok ? 303 : 422, { 'content-length': 0 }).end()
})
