/** SQL of entries that come in many at once; what is known already stays as it is. As the owner only. */
import { sql } from 'kysely'
import type { CommunityId } from '../../community/contract.ts'
import type { EntryId } from '../contract.ts'

/** An invented entry, open to everybody, by somebody of a community. */
export interface ArchivedEntry {
  readonly slug: string
  readonly language: string
  readonly title: string
  readonly summary: string
  /** Markdown with headings from the second level on. */
  readonly markdown: string
  readonly community: CommunityId
  readonly communityName: string
  readonly authorId: number
  readonly authorName: string
  readonly at: Date
}

/** An entry with its text ready to keep. */
export interface KeptEntry extends ArchivedEntry {
  readonly id: EntryId
  readonly html: string
  readonly plain: string
}

/** Which of these addresses hold an entry that was not invented. */
export const entriesInTheWay = (slugs: readonly string[]) => sql<{ slug: string }>`
  select slug from library.entry where slug = any(${[...slugs]}::text[]) and not invented`

/** New entries without their texts; answers a row for each that was not known. */
export const insertArchivedEntries = (entries: readonly ArchivedEntry[]) => sql<{ id: EntryId; slug: string }>`
  insert into library.entry (slug, kind, original_language, licence, invented, community_id, community_name, author_id, audience, published_at)
  select a.slug, 'story', a.language, 'cc-by-4.0', true, a.community, a.community_name, a.author, 'public', a.at
  from unnest(${entries.map(({ slug }) => slug)}::text[], ${entries.map(({ language }) => language)}::text[],
    ${entries.map(({ community }) => community)}::bigint[], ${entries.map((one) => one.communityName)}::text[],
    ${entries.map(({ authorId }) => authorId)}::bigint[], ${entries.map(({ at }) => at.toISOString())}::timestamptz[])
    a (slug, language, community, community_name, author, at)
  on conflict (slug) do nothing returning id, slug`

/** The texts of new entries. */
export const insertArchivedTexts = (entries: readonly KeptEntry[]) => sql`
  insert into library.entry_text (entry_id, language, title, summary, body, html, plain, community_id, author_id, audience)
  select a.*, 'public'
  from unnest(${entries.map(({ id }) => id)}::bigint[], ${entries.map(({ language }) => language)}::text[],
    ${entries.map(({ title }) => title)}::text[], ${entries.map(({ summary }) => summary)}::text[],
    ${entries.map(({ markdown }) => markdown)}::text[], ${entries.map(({ html }) => html)}::text[],
    ${entries.map(({ plain }) => plain)}::text[], ${entries.map(({ community }) => community)}::bigint[],
    ${entries.map(({ authorId }) => authorId)}::bigint[]) a`

/** Who is named below new entries. */
export const insertArchivedMakers = (entries: readonly KeptEntry[]) => sql`
  insert into library.maker (entry_id, place, person_id, name, community_id, audience)
  select a.id, 1, a.person, a.name, a.community, 'public'
  from unnest(${entries.map(({ id }) => id)}::bigint[], ${entries.map(({ authorId }) => authorId)}::bigint[],
    ${entries.map(({ authorName }) => authorName)}::text[], ${entries.map(({ community }) => community)}::bigint[])
    a (id, person, name, community)`
