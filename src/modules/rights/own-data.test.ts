/** One's own data: the copy holds one's words and nobody else's, and whoever leaves is found nowhere. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import covers from '../../../checks/personal-data.json' with { type: 'json' }
import { type Demonstration, openDemonstration } from '../../../tests/village/demonstrated.ts'
import { ownDataParts } from '../../own-data.ts'
import { leaveForGood } from './actions.ts'
import { erasePerson } from './erasing.ts'
import { hereAgain } from './store/own-data.ts'
import { urls } from './urls.ts'

let village: Demonstration
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ciranda-own-data-'))
  village = await openDemonstration(folder)
}, 120_000)
afterAll(async () => {
  await village.close()
  await rm(folder, { recursive: true, force: true })
})

const plan = Object.entries(covers as Record<string, { export: string; erasure: string }>)

const unzip = (bytes: Buffer): Promise<Map<string, string>> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const files = new Map<string, string>()
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (trouble, stream) => {
          if (trouble) return reject(trouble)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(parts).toString())
            zip.readEntry()
          })
        }),
      )
      zip.on('end', () => resolve(files))
      zip.readEntry()
    })
  })

const copyOf = async (person: number) => {
  const answer = await (await village.as(person)).post(urls.copies(), {})
  expect(answer.status).toBe(200)
  return unzip(Buffer.from(await answer.arrayBuffer()))
}

const said = async (person: number) =>
  (
    await village.system(sql<{ text: string }>`
      select text from dialogue.contribution where author_id = ${person} and text <> ''
      union all select words from exchange.need where author_id = ${person} and words <> ''
      union all select dare from challenge.reflection where author_id = ${person} and dare <> ''`)
  ).map(({ text }) => text)

/** Where a number of a person's still stands, column by column, in every table that the plan names. */
const tracesOf = async (person: number): Promise<string[]> => {
  const columns = await village.system(sql<{ place: string; name: string }>`
    select n.nspname || '.' || c.relname as place, a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and a.atttypid = 'bigint'::regtype
      and a.attname ~ '^(person|author|asker|owner|reader|asked|teller|told|safe|evidence|checked|recorded|planned|noted|written|opened|met_with|from|to|decided|named|taken_down|reporter)(_id|_by)?$'`)
  const kept = new Set(plan.filter(([, { erasure }]) => erasure === 'kept').map(([name]) => name))
  const found: string[] = []
  for (const { place, name } of columns.filter(({ place }) => !kept.has(place))) {
    const [row] = await village.system(sql<{ count: number }>`
      select count(*) as count from ${sql.table(place)} where ${sql.ref(name)} = ${person}`)
    if (row && row.count > 0) found.push(`${place}.${name}`)
  }
  const seats = await village.system(sql<{ audience: string }>`
    select audience::text from platform.seat where audience = 'me:' || ${person}::bigint`)
  return [...found, ...seats.map(({ audience }) => audience)]
}

/** In which columns of the whole database a text still stands. */
const columnsHolding = async (text: string): Promise<string[]> => {
  const columns = await village.system(sql<{ place: string; name: string }>`
    select n.nspname || '.' || c.relname as place, a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'jsonb'::regtype)
      and n.nspname not like 'pg%' and n.nspname not in ('information_schema', 'graphile_worker')`)
  const found: string[] = []
  for (const { place, name } of columns) {
    const [row] = await village.system(sql<{ count: number }>`
      select count(*) as count from ${sql.table(place)} where strpos(${sql.ref(name)}::text, ${text}) > 0`)
    if (row && row.count > 0) found.push(`${place}.${name}`)
  }
  return found
}

describe('the plan of checks/personal-data.json is carried out', () => {
  it('D22: every table marked “exported” is copied by a part, and no other', () => {
    const copied = new Set(ownDataParts.flatMap(({ copies }) => copies))
    const planned = plan.filter(([, cover]) => cover.export === 'exported').map(([name]) => name)
    expect([...copied].sort()).toEqual(planned.sort())
  })

  it('D23: every table marked “erased” or “unlinked” is cleaned by a part, and no other', () => {
    const erased = new Set(ownDataParts.flatMap(({ erases }) => erases))
    const planned = plan.filter(([, { erasure }]) => erasure !== 'kept').map(([name]) => name)
    expect([...erased].sort()).toEqual(planned.sort())
  })
})

describe('D22: my copy', () => {
  it('holds my words with their place, readable and for programs, and nobody else’s', async () => {
    const [rita, marta] = [await village.idOf('Rita'), await village.idOf('Marta')]
    const files = await copyOf(rita)
    const everything = [...files.values()].join('\n')
    const index = files.get('index.html') ?? ''
    expect(index).toContain('Reading together')
    const mine = await said(rita)
    expect(mine.length).toBeGreaterThan(1)
    for (const text of mine) expect(everything).toContain(JSON.stringify(text).slice(1, -1))
    const theirs = await said(marta)
    expect(theirs.length).toBeGreaterThan(0)
    for (const text of theirs) expect(everything).not.toContain(JSON.stringify(text).slice(1, -1))
    expect(everything).not.toMatch(/password_hash|token_hash|secret/)
    expect(index).not.toMatch(/https?:\/\//)
    for (const table of ownDataParts.flatMap(({ copies }) => copies))
      expect([...files.keys()]).toContain(`data/${table}.json`)
    for (const [name, text] of files) if (name.endsWith('.json')) expect(() => JSON.parse(text)).not.toThrow()
  })

  it('brings my files along, and nobody else’s', async () => {
    const [rita, henk] = [await village.idOf('Rita'), await village.idOf('Henk')]
    const share = async (person: number, text: string) => {
      const key = await village.house.files.keep(Buffer.from(text))
      await village.system(sql`
        insert into exchange.thing
          (community_id, author_id, audience, kind, title, why, language, file_key, file_kind, bytes, shared_at)
        select m.community_id, m.person_id, 'community:' || m.community_id, 'file', 'Words', 'They help', 'en', ${key},
          'text', ${text.length}, ${village.clock.at} from community.membership m where m.person_id = ${person} limit 1`)
    }
    await share(rita, 'Rita wrote this down')
    await share(henk, 'Henk wrote that down')
    const files = await copyOf(rita)
    const media = [...files].filter(([name]) => name.startsWith('media/')).map(([, text]) => text)
    expect(media).toContain('Rita wrote this down')
    expect([...files.values()].join()).not.toContain('Henk wrote that down')
  })

  it('is made a few times an hour, then asks to wait', async () => {
    const paulo = await village.as(await village.idOf('Paulo'))
    for (let i = 0; i < 5; i++) expect((await paulo.post(urls.copies(), {})).status).toBe(200)
    const sixth = await paulo.post(urls.copies(), {})
    expect(sixth.status).toBe(429)
    expect(await sixth.text()).toContain('Please wait a little')
  })
})

describe('D9: my own access history', () => {
  it('shows when I came in and how, and nobody else’s', async () => {
    const ana = await village.as(await village.idOf('Ana'), 'letter')
    const page = await (await ana.get(urls.mine())).text()
    expect(page).toContain('By a letter')
    expect(page).toContain('24 November 2026')
    expect(page).not.toContain('By password')
  })
})

describe('D23: leaving', () => {
  it('asks for proof when the session is old, tells what is wrong, and does nothing until it is right', async () => {
    const eva = await village.idOf('Eva')
    const browser = await village.as(eva)
    const now = village.clock.at
    village.clock.at = new Date(now.getTime() + 16 * 60_000)
    const wrong = await browser.post(urls.leaving(), { choice: 'keep', sure: 'yes', password: 'not hers' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('This password does not fit.')
    village.clock.at = now
    const unsure = await browser.post(urls.leaving(), { choice: 'keep' })
    expect(unsure.status).toBe(422)
    expect((await browser.post(urls.leaving(), {})).status).toBe(422)
    expect(await village.idOf('Eva')).toBe(eva)
  })

  it('the last facilitator is told to hand over first, and is not blocked', async () => {
    const zuzana = await village.idOf('Zuzana')
    const browser = await village.as(zuzana)
    const page = await (await browser.get(urls.leaving())).text()
    expect(page).toContain('You are the only facilitator')
    expect(page).toContain('Copies others made may remain.')
    const left = await browser.post(urls.leaving(), { choice: 'keep', sure: 'yes' })
    expect(left.headers.get('location')).toBe(urls.left())
    expect(await tracesOf(zuzana)).toEqual([])
    expect((await browser.get(urls.mine())).status).toBe(303)
  })

  it('cut off half-way, nothing has happened', async () => {
    const rita = await village.idOf('Rita')
    const before = await said(rita)
    for (const stop of ownDataParts.keys()) {
      const broken = ownDataParts.map((part, i) =>
        i === stop ? { ...part, erase: () => Promise.reject(new Error('The light went out')) } : part,
      )
      await expect(
        village.house.db.asSystem('own-data', (tx) =>
          erasePerson(tx, broken, { person: rita, choice: 'withdraw', lang: 'en' }),
        ),
      ).rejects.toThrow('The light went out')
    }
    expect(await said(rita)).toEqual(before)
    expect(await village.idOf('Rita')).toBe(rita)
  })

  it('with every word withdrawn, no column of the database holds them, the name’s number or the address', async () => {
    const rita = await village.idOf('Rita')
    const mine = await said(rita)
    const [account] = await village.system(sql<{ email: string }>`
      select email from people.account where person_id = ${rita}`)
    const gone = () =>
      village.house.db.asSystem('own-data', (tx) =>
        erasePerson(tx, ownDataParts, { person: rita, choice: 'withdraw', lang: 'en' }),
      )
    // Two presses at once: one does it, the other finds it done.
    expect((await Promise.all([gone(), gone()])).sort()).toEqual([false, true])
    expect(await tracesOf(rita)).toEqual([])
    for (const text of [account?.email ?? 'nobody', ...mine])
      expect([text, await columnsHolding(text)]).toEqual([text, []])
  })

  it('with the words kept, they stand under “Former member”, and drafts are gone', async () => {
    const ines = await village.idOf('Inês')
    const spoken = await village.system(sql<{ id: number; text: string }>`
      select id, text from dialogue.contribution
      where author_id = ${ines} and audience::text not like 'me:%' and text <> '' order by id`)
    expect(spoken.length).toBeGreaterThan(0)
    const henk = await village.as(await village.idOf('Henk'))
    const browser = await village.as(ines)
    expect((await browser.post(urls.leaving(), { choice: 'keep', sure: 'yes' })).status).toBe(303)
    expect(await tracesOf(ines)).toEqual([])
    const after = await village.system(sql<{ id: number; text: string; name: string }>`
      select c.id, c.text, p.name from dialogue.contribution c join people.person p on p.id = c.author_id
      where c.id = any(${spoken.map(({ id }) => id)}::bigint[]) order by c.id`)
    expect(after).toEqual(spoken.map((one) => ({ ...one, name: 'Former member' })))
    expect((await henk.get('/c/reading-together')).status).toBe(200)
    expect((await henk.get('/c/reading-together/questions')).status).toBe(200)
  })

  it('facts stay with numbers only, and the list knows whom a restore must erase again', async () => {
    const joana = await village.idOf('Joana')
    const [row] = await village.system(sql<{ created_at: Date; name: string }>`
      select created_at, name from people.person where id = ${joana}`)
    const scope = { personId: joana } as Parameters<typeof leaveForGood>[1]
    expect((await leaveForGood(village.house, scope, ownDataParts, 'keep')).ok).toBe(true)
    expect((await leaveForGood(village.house, scope, ownDataParts, 'keep')).ok).toBe(true)
    // As a restore would bring her back; and somebody else to whom her number was given.
    const bring = (created: Date) =>
      village.system(sql`
        insert into people.person (id, name, language, kind, created_at) overriding system value
        values (${joana}, ${row?.name ?? ''}, 'en', 'person', ${created})`)
    await bring(row?.created_at ?? new Date())
    const [again] = (await village.system(hereAgain())).filter(({ person }) => person === joana)
    expect(again).toMatchObject({ person: joana, choice: 'keep' })
    const replay = () =>
      village.house.db.asSystem('own-data', (tx) =>
        erasePerson(tx, ownDataParts, {
          person: joana,
          choice: 'keep',
          lang: 'en',
          ...(again ? { came: again.came } : {}),
        }),
      )
    expect(await replay()).toBe(true)
    expect(await replay()).toBe(false)
    await bring(new Date('2027-01-01T00:00:00Z'))
    expect(await replay()).toBe(false)
    expect(await village.idOf('Joana')).toBe(joana)
  })
})
