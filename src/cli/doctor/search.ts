/** Whether what was written can be found: the index is whole and its vocabulary grows. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { broken, type Finding, fine, look } from './finding.ts'

const MANY_WORDS = 100_000

export const examineSearch = async (tx: Tx): Promise<Finding[]> => {
  const [laid] = await tx.rows(sql<{ laid: boolean }>`select to_regclass('platform.search_index') is not null as laid`)
  if (!laid?.laid) return [look('search', 'It is not laid out yet', 'npm start or ciranda migrate does.')]
  const torn = await tx.rows(
    sql<{ name: string }>`select indexrelid::regclass::text as name from pg_index where not indisvalid`,
  )
  const [counts] = await tx.rows(sql<{ texts: number; heard: number }>`
    select (select count(*) from platform.search_index) as texts,
      (select count(*) from platform.search_heard) as heard`)
  const { texts = 0, heard = 0 } = counts ?? {}
  return [
    torn.length > 0
      ? broken(
          'search',
          `Indexes are torn: ${torn.map(({ name }) => name).join(', ')}`,
          torn.map(({ name }) => `reindex index ${name};`).join(' '),
        )
      : fine('search', `${texts} texts can be found`),
    ...(heard > MANY_WORDS
      ? [
          look(
            'search',
            `${heard} words wait to be learned, without which typing mistakes are not forgiven`,
            'They are learned each minute while Ciranda runs: see queue.',
          ),
        ]
      : []),
  ]
}
