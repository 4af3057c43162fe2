/** The people of an archive: placeholders who can never sign in, found again by the keys they came with. */
import { insertPlaceholders, placeholdersByKey } from '../../modules/people/store.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Language } from '../../platform/words/words.ts'
import { words } from '../words.ts'

const AT_ONCE = 1000

/** Answers the number of somebody by the archive's own number; nobody's words are those of a former member. */
export interface Authors {
  of(author: number | undefined): number
  /** How many there are, and how many of them were new. */
  readonly count: number
  readonly fresh: number
}

/**
 * Makes the people who are not there yet.
 * @param names by the archive's number; without a name somebody is a former member
 */
export const authorsFor = async (
  db: Database,
  community: { readonly id: number; readonly language: Language },
  names: ReadonlyMap<number, string | undefined>,
): Promise<Authors> => {
  const former = words(community.language)('archive.formerMember')
  const keyOf = (author: number | undefined) => `stackexchange:${community.id}:user:${author ?? 'unknown'}`
  const all = [...names].map(([author, name]) => ({ key: keyOf(author), name: name ?? former }))
  all.push({ key: keyOf(undefined), name: former })
  const ids = new Map<string, number>()
  let fresh = 0
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE)
    await db.asSystem('import', async (tx) => {
      fresh += (await tx.rows(insertPlaceholders(some, community.language, tx.now))).length
      for (const { id, source_key } of await tx.rows(placeholdersByKey(some.map(({ key }) => key))))
        ids.set(source_key, id)
    })
  }
  const of = (author: number | undefined) => ids.get(keyOf(author)) ?? (ids.get(keyOf(undefined)) as number)
  return { of, count: all.length, fresh }
}
