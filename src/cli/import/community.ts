/** The community that an archive comes into: made open when it is new, refused when its words are not public. */
import { sql } from 'kysely'
import { communityBySlug, insertCommunity, nextCommunityId, setPurpose } from '../../modules/community/store.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../platform/words/words.ts'
import { CommandFailed } from '../verb.ts'
import { words } from '../words.ts'

/** What is asked for: where, in which language, and whose words they are. */
export interface Wanted {
  readonly slug: string
  readonly name: string | undefined
  readonly language: Language
  /** Where the words come from and their licence; it stands in the community's purpose. */
  readonly source: string
}

/**
 * The community's number.
 * @param at when the archive begins
 * @throws CommandFailed when the community is there and not open
 */
export const communityFor = async (tx: Tx, wanted: Wanted, at: Date): Promise<number> => {
  const { slug, source, language } = wanted
  const found = await tx.one(communityBySlug(slug))
  if (!found) {
    const next = await tx.one(nextCommunityId())
    if (!next) throw new Error('A community got no number')
    const name = wanted.name ?? nameOf(slug)
    await tx.rows(
      insertCommunity({
        id: next.id,
        slug,
        name,
        purpose: words(language)('archive.purpose', { source }),
        language,
        at,
        open: true,
      }),
    )
    return next.id
  }
  if (!found.open)
    throw new CommandFailed(
      `The community ${slug} belongs to its members alone, and an archive is public: choose another address for it with --community.`,
    )
  if (!found.purpose.includes(source)) {
    const purpose = `${found.purpose.slice(0, 600 - source.length - 1)}\n${source}`
    await tx.rows(setPurpose(found.id, found.name, purpose))
  }
  return found.id
}

const nameOf = (slug: string): string => {
  const name = slug.replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/**
 * Two archives would meet in one community under the same numbers, and the second would seem to be there already.
 * @throws CommandFailed when what is there began at other times
 */
export const proveSameArchive = async (
  tx: Tx,
  community: number,
  threads: ReadonlyMap<string, Date>,
): Promise<void> => {
  const keys = [...threads.keys()]
  const rows = await tx.rows(sql<{ source_key: string; begun_at: Date }>`
    select source_key, begun_at from dialogue.thread where community_id = ${community} and source_key = any(${keys}::text[])`)
  if (rows.some(({ source_key, begun_at }) => begun_at.getTime() !== threads.get(source_key)?.getTime()))
    throw new CommandFailed(
      'This community holds another archive already: choose another address for this one with --community.',
    )
}
