/** What must hold before a corpus may come in: nobody real lives here, and nothing of others stands in its way. */
import { sql } from 'kysely'
import { communitiesBySlug } from '../../modules/community/store/invented.ts'
import { entriesInTheWay } from '../../modules/library/store/archive.ts'
import { realPeople } from '../../modules/people/store/invented.ts'
import type { Tx } from '../../platform/db/database.ts'
import { saveSettings } from '../../platform/settings/settings.ts'
import { CommandFailed } from '../verb.ts'
import type { Survey } from './survey.ts'

/** The key by which a topic is found again. */
export const topicKey = (id: number): string => `corpus:${id}`

/** @throws CommandFailed with the first reason why not */
export const proveSafe = async (tx: Tx, found: Survey, yes: boolean): Promise<void> => {
  const { people = 0 } = (await tx.one(realPeople())) ?? {}
  if (people > 0 && !yes)
    throw new CommandFailed(
      `This site holds ${people} ${people === 1 ? 'person who was' : 'people who were'} not invented. A corpus makes a site a test: it fills search and library with invented words, and anybody who knows the corpus can sign in. Take an empty data folder with --data; --yes loads it here all the same.`,
    )
  const slugs = [...found.communities.values()].map(({ slug }) => slug)
  const taken = (await tx.rows(communitiesBySlug(slugs))).find(({ invented, open }) => !invented || !open)
  if (taken) throw new CommandFailed(`There is a community ${taken.slug} already that did not come with a corpus.`)
  const [entry] = await tx.rows(entriesInTheWay([...found.pages.values()]))
  if (entry) throw new CommandFailed(`There is an entry ${entry.slug} already that did not come with a corpus.`)
  await proveSameCorpus(tx, found)
}

// Two corpora would meet under the same numbers, and the second would seem to be there already.
const proveSameCorpus = async (tx: Tx, { topics, communities }: Survey): Promise<void> => {
  const some = [...topics.values()].slice(0, 1000)
  const rows = await tx.rows(sql<{ source_key: string; begun_at: Date; slug: string }>`
    select t.source_key, t.begun_at, c.slug from dialogue.thread t join community.community c on c.id = t.community_id
    where c.slug = any(${[...communities.values()].map(({ slug }) => slug)}::text[])
      and t.source_key = any(${some.map(({ id }) => topicKey(id))}::text[])`)
  const known = new Map(rows.map((row) => [`${row.slug} ${row.source_key}`, row.begun_at.getTime()]))
  const other = some.some(({ id, communityId, createdAt }) => {
    const there = known.get(`${communities.get(communityId)?.slug} ${topicKey(id)}`)
    return there !== undefined && there !== createdAt.getTime()
  })
  if (other) throw new CommandFailed('This site holds another corpus with the same communities already.')
}

/** Marks the site as a test. A new one is begun, so that the demonstration does not move in beside it. */
export const markTest = async (tx: Tx): Promise<void> => {
  const rows = await tx.rows(sql<{ key: string }>`select key from platform.setting where key = 'begun'`)
  if (rows.length === 0)
    await saveSettings(tx, {
      siteName: 'Ciranda, a test',
      language: 'en',
      timeZone: 'Europe/Lisbon',
      demonstration: false,
      begun: true,
    })
  await tx.rows(sql`
    insert into platform.setting (key, value) values ('holdsCorpus', 'true') on conflict (key) do nothing`)
}
