/** Finds in a loaded database what is measured: threads of the right length, people who may speak there, an entry. */
import { sql } from 'kysely'
import { newToken, tokenHash } from '../src/modules/people/secret.ts'
import { insertSession } from '../src/modules/people/store.ts'
import type { Database, Tx } from '../src/platform/db/database.ts'

/** Where the callers go, and as whom. */
export interface Places {
  readonly community: number
  readonly slug: string
  /** A thread of fifty contributions, and one of a thousand. */
  readonly fifty: number
  readonly thousand: number
  /** Threads to write in, so that the measured ones stay as they are. */
  readonly writing: readonly number[]
  /** Cookies of people who belong to the community. */
  readonly members: readonly string[]
  readonly entry: string
  /** Words that stand in some text, in no order. */
  readonly words: readonly string[]
}

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The corpus has no ${what}`)
  return value
}

const DAY_MS = 86_400_000

const enter = async (tx: Tx, personId: number): Promise<string> => {
  const token = newToken()
  const expires = new Date(tx.now.getTime() + 30 * DAY_MS)
  await tx.rows(insertSession({ hash: tokenHash(token), personId, way: 'password', now: tx.now, expires }))
  return `ciranda=${token}`
}

/** @throws when the database holds no such things */
export const findPlaces = (db: Database): Promise<Places> =>
  db.asSystem('command-line', async (tx) => {
    const long = must(
      await tx.one(sql<{ id: number; community_id: number; slug: string }>`
        select t.id, t.community_id, c.slug from dialogue.thread t join community.community c on c.id = t.community_id
        where t.subject_kind is null and c.open and t.audience = 'public'
          and (select count(*) from dialogue.contribution s where s.thread_id = t.id) >= 951
        order by t.id limit 1`),
      'thread of a thousand contributions that visitors may read',
    )
    const threads = await tx.rows(sql<{ id: number; fifty: boolean }>`
      select t.id, count(*) = 50 and bool_and(s.audience = 'public') as fifty
      from dialogue.thread t join dialogue.contribution s on s.thread_id = t.id
      where t.community_id = ${long.community_id} and t.subject_kind is null and t.audience = 'public'
      group by t.id order by t.id limit 200`)
    const fifty = must(
      threads.find((thread) => thread.fifty),
      'thread of fifty contributions',
    )
    const others = threads.filter(({ id }) => id !== fifty.id && id !== long.id)
    const people = await tx.rows(sql<{ person_id: number }>`
      select m.person_id from community.membership m
      where m.community_id = ${long.community_id} and m.role in ('member', 'facilitator')
      order by m.role = 'facilitator', m.person_id limit 16`)
    const entry = must(
      await tx.one(sql<{ slug: string }>`
        select e.slug from library.entry e join library.entry_text t on t.entry_id = e.id
        where e.withdrawn_at is null and e.audience = 'public'
        -- Eight hundred words, as the pages of the reference corpus.
        order by abs(length(t.plain) - 5000), e.id limit 1`),
      'entry of the library',
    )
    const words = await tx.rows(sql<{ word: string }>`
      select word from platform.search_word where language = 'en' and length(word) > 3 order by md5(word) limit 20000`)
    const members: string[] = []
    for (const { person_id } of people) members.push(await enter(tx, person_id))
    must(members[0], 'member of the community')
    return {
      community: long.community_id,
      slug: long.slug,
      fifty: fifty.id,
      thousand: long.id,
      writing: others.slice(-64).map(({ id }) => id),
      members,
      entry: entry.slug,
      words: words.map(({ word }) => word),
    }
  })
