/** Fills a site's database with threads, until the reference corpus can be loaded by the command. */

import { sql } from 'kysely'
import { insertCommunity, insertMembership, nextCommunityId } from '../src/modules/community/store.ts'
import { importThreads } from '../src/modules/dialogue/public.ts'
import { insertPerson } from '../src/modules/people/store.ts'
import { learnWords } from '../src/platform/search/store.ts'
import { withDatabase } from './ground.ts'

const sentence =
  'She **chose the page** herself the evening before, and read it aloud to her brother; in class she began before anybody asked. '

/** Answers contributions a second. */
export const fill = (folder: string, times: number): Promise<number> =>
  withDatabase(folder, async (db) => {
    const from = performance.now()
    let said = 0
    const { community, people } = await db.asSystem('command-line', async (tx) => {
      const id = (await tx.one(nextCommunityId()))?.id ?? 0
      const at = tx.now
      await tx.rows(
        insertCommunity({ id, slug: 'corpus', name: 'Corpus', purpose: 'To measure', language: 'en', at, open: true }),
      )
      const people: number[] = []
      for (let n = 0; n < 200; n++) {
        const person = (await tx.one(insertPerson({ name: `Person ${n}`, language: 'en', at })))?.id ?? 0
        people.push(person)
        const role = n === 0 ? 'facilitator' : 'member'
        if (n < 40)
          await tx.rows(insertMembership({ communityId: id, personId: person, role, perspectives: ['teacher'], at }))
      }
      return { community: id, people }
    })
    for (let n = 0; n < 200 * times; n++) {
      const size = n === 0 ? 1000 : n < 11 ? 50 : 7
      said += size
      const contributions = Array.from({ length: size }, (_, c) => ({
        key: `${n}-${c}`,
        authorId: people[(n * 7 + c) % people.length] ?? 0,
        at: new Date(1_700_000_000_000 + n * 1e7 + c * 1e4),
        markdown: `${c + 1} word${(n * 31 + c) % 900}. ${sentence.repeat(1 + (c % 4))}`,
      }))
      const thread = {
        key: `t${n}`,
        title: `Thread ${n}`,
        language: 'en',
        authorId: people[n % 40] ?? 0,
        at: new Date(1_700_000_000_000 + n * 1e7),
        contributions,
      }
      await db.asSystem('import', (tx) => importThreads(tx, { community, threads: [thread] }))
    }
    await db.asSystem('job', learnWords)
    await db.asSystem('job', (tx) => tx.rows(sql`analyze`))
    return said / ((performance.now() - from) / 1000)
  })
