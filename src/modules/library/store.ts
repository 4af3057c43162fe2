/** All SQL of the library's entries: reading, finding, and keeping what was published. */
import { type RawBuilder, sql } from 'kysely'
import { heardBy } from '../community/public.ts'
import type { MemberScope, Place } from '../people/contract.ts'
import type { Reference } from './citation/reference.ts'
import type { Dimension, EntryId, EntryKind, Filters, Licence, Series } from './contract.ts'
import type { StoryText } from './story-text.ts'

/** A line of a list of entries, in the best language for the reader. */
export interface EntryLine {
  readonly id: EntryId
  readonly slug: string
  readonly kind: EntryKind
  readonly series: Series | null
  readonly dimensions: Dimension[]
  readonly invented: boolean
  readonly language: string
  readonly title: string
  readonly summary: string
  readonly reference: Reference | null
}

/** An entry with its text in one language. */
export interface EntryRow extends EntryLine {
  readonly place: number
  readonly original_language: string
  readonly licence: Licence
  readonly version: number
  readonly author_id: number | null
  readonly community_id: number | null
  readonly community_name: string | null
  readonly audience: string
  readonly sources: string[]
  readonly published_at: Date
  readonly withdrawn_at: Date | null
  readonly html: string | null
  readonly story: StoryText | null
}

/** A found entry as the library's own list shows it. */
export interface FoundEntry extends EntryLine {
  readonly plain: string
  readonly total: number
}

const lineColumns = sql`e.id, e.slug, e.kind, e.series, e.dimensions, e.invented, t.language, t.title, t.summary, e.reference`

/** The one text to show: in the language asked for, else English, else the original. */
export const bestText = (language: string) => sql`
  select * from library.entry_text t where t.entry_id = e.id
  order by t.language = ${language} desc, t.language = 'en' desc, t.language = e.original_language desc limit 1`

/** Entries that stand in the library now and are asked for. */
export const within = (filters: Filters) => sql`
  (${filters.dimension ?? null}::text is null or ${filters.dimension ?? null} = any(e.dimensions))
  and (${filters.kind ?? null}::text is null or e.kind = ${filters.kind ?? null})
  and e.withdrawn_at is null`

/** The communities the asking person belongs to, two at most: enough to know whether there is exactly one. */
export const myPlaces = (scope: MemberScope) => sql<Place>`
  select p.id, p.slug, p.name, p.language, p.invented, p.open
  from community.member m join community.place p on p.id = m.community_id
  where m.person_id = ${scope.personId} order by m.joined_at limit 2`

/** What came with the program and stands on the front, in its order: concepts, policies, methods, papers. */
export const shelfLines = (scope: MemberScope, language: string) => sql<EntryLine>`
  select ${lineColumns} from library.entry e join lateral (${bestText(language)}) t on true
  where e.kind in ('concept', 'policy', 'method', 'paper') and e.withdrawn_at is null and ${heardBy(scope, 'e')}
  order by e.place, e.id`

/** The newest stories. */
export const latestStories = (scope: MemberScope, language: string, most = 6) => sql<
  EntryLine & { published_at: Date }
>`
  select ${lineColumns}, e.published_at from library.entry e join lateral (${bestText(language)}) t on true
  where e.kind = 'story' and e.withdrawn_at is null and ${heardBy(scope, 'e')}
  order by e.published_at desc, e.id desc limit ${most}`

/** Entries by filters alone, a page at a time; each row knows how many there are in all. */
export const entriesBy = (
  scope: MemberScope,
  filters: Filters,
  language: string,
  page: { size: number; from: number },
) => sql<FoundEntry>`
  select ${lineColumns}, '' as plain, count(*) over () as total
  from library.entry e join lateral (${bestText(filters.language ?? language)}) t on true
  where ${within(filters)} and ${heardBy(scope, 'e')}
    and (${filters.language ?? null}::text is null or t.language = ${filters.language ?? null})
  order by e.kind = 'story' desc, array_position(array['concept', 'policy', 'method', 'paper'], e.kind), case when e.kind = 'story' then -extract(epoch from e.published_at) else e.place end, e.id
  limit ${page.size} offset ${page.from}`

/** Entries that match, the best first; each once, in the language that matches best. `hit` is the query of hits. */
export const entriesFound = (
  scope: MemberScope,
  hit: RawBuilder<unknown>,
  filters: Filters,
  page: { size: number; from: number },
) => sql<FoundEntry>`
  with hit as (${hit}), best as (
    select distinct on (e.id) ${lineColumns}, t.plain, h.rank
    from hit h join library.entry e on e.id = h.id join library.entry_text t on t.entry_id = e.id and t.language = h.language
    where h.kind = 'entry' and ${within(filters)} and ${heardBy(scope, 'e')}
      and (${filters.language ?? null}::text is null or t.language = ${filters.language ?? null})
    order by e.id, h.rank desc
  )
  select *, count(*) over () as total from best order by rank desc, id desc limit ${page.size} offset ${page.from}`

/** The entries that a search of the asking person may reach. */
export const entryWall = (scope: MemberScope, filters: Filters = {}) => sql<{ id: EntryId }>`
  select e.id from library.entry e where ${within(filters)} and ${heardBy(scope, 'e')}`

/** An entry by its address, with its best text; one that was withdrawn has none. */
export const entryBySlug = (scope: MemberScope, slug: string, language: string) => sql<EntryRow>`
  select ${lineColumns}, e.place, e.original_language, e.licence, e.version, e.author_id, e.community_id, e.community_name, e.audience,
    e.sources, e.published_at, e.withdrawn_at, t.html, t.story
  from library.entry e left join lateral (${bestText(language)}) t on true
  where e.slug = ${slug} and ${heardBy(scope, 'e')}`

/** The languages that an entry can be read in. */
export const languagesOf = (scope: MemberScope, slug: string) => sql<{ language: string }>`
  select t.language from library.entry e join library.entry_text t on t.entry_id = e.id
  where e.slug = ${slug} and ${heardBy(scope, 'e')}
  order by t.language = e.original_language desc, array_position(array['en', 'pt', 'nl', 'de', 'sk'], t.language)`

/** The references an entry leans on, in their order. */
export const sourcesOf = (scope: MemberScope, slug: string) => sql<{ slug: string; reference: Reference }>`
  select s.slug, s.reference from library.entry e join library.entry s on s.slug = any(e.sources)
  where e.slug = ${slug} and ${heardBy(scope, 'e')} and ${heardBy(scope, 's')} and s.reference is not null
  order by s.reference -> 'author' -> 0 ->> 'family', s.slug`

/** What stands before and after an entry in its group; references have the other references beside them. */
export const neighboursOf = (scope: MemberScope, slug: string, language: string) => sql<{
  slug: string
  title: string
  language: string
  before: boolean
}>`
  with stand as (
    select e.slug, lag(e.slug) over shelf as previous, lead(e.slug) over shelf as following from library.entry e
    where e.kind <> 'story' and e.withdrawn_at is null and ${heardBy(scope, 'e')}
    window shelf as (partition by e.kind, e.series order by e.place, e.id)
  )
  select e.slug, t.title, t.language, e.slug = s.previous as before
  from stand s join library.entry e on e.slug in (s.previous, s.following) join lateral (${bestText(language)}) t on true
  where s.slug = ${slug}`

/** Who is named below a story. */
export const makersOf = (scope: MemberScope, slug: string) => sql<{ name: string | null; perspective: string | null }>`
  select m.name, m.perspective from library.entry e join library.maker m on m.entry_id = e.id
  where e.slug = ${slug} and ${heardBy(scope, 'e')} order by m.place`

/** Titles and addresses of some entries, for the address book; the database leaves out what the asker may not see. */
export const titlesOf = (ids: readonly EntryId[]) => sql<{ id: EntryId; slug: string; title: string }>`
  select e.id, e.slug, t.title from library.entry e
  join library.entry_text t on t.entry_id = e.id and t.language = e.original_language
  where e.id = any(${[...ids]}::bigint[]) and e.withdrawn_at is null`

/** The entries as which some stories stand in the library, for whoever may open them. */
export const entriesOfStories = (ids: readonly number[]) => sql<{ story_id: number; slug: string; title: string }>`
  select p.story_id, e.slug, t.title from library.published_as(${[...ids]}::bigint[]) p
  join library.entry e on e.id = p.entry_id and e.withdrawn_at is null
  join library.entry_text t on t.entry_id = e.id and t.language = e.original_language`

/** The hashes of what stands on the shelf now. As the owner only. */
export const shelfHashes = () => sql<{ slug: string; shelf_hash: string }>`
  select slug, shelf_hash from library.entry where shelf_hash is not null and withdrawn_at is null`

/** Puts an entry of the shelf in its place, or mends it; a changed one counts a version up. As the owner only. */
export const putShelfEntry = (entry: {
  slug: string
  kind: EntryKind
  series: Series | null
  place: number
  dimensions: readonly Dimension[]
  reference: unknown
  sources: readonly string[]
  hash: string
  at: Date
}) => sql<{ id: EntryId }>`
  insert into library.entry as e (slug, kind, series, place, dimensions, original_language, reference, sources, licence, shelf_hash, audience, published_at)
  values (${entry.slug}, ${entry.kind}, ${entry.series}, ${entry.place}, ${[...entry.dimensions]}, 'en',
    ${entry.reference === null ? null : JSON.stringify(entry.reference)}::jsonb, ${[...entry.sources]}, 'cc-by-4.0', ${entry.hash}, 'public', ${entry.at})
  on conflict (slug) do update set kind = excluded.kind, series = excluded.series, place = excluded.place,
    dimensions = excluded.dimensions, reference = excluded.reference, sources = excluded.sources,
    shelf_hash = excluded.shelf_hash, version = e.version + 1, published_at = excluded.published_at, withdrawn_at = null
  where e.shelf_hash is not null returning e.id`

/** Takes an entry off the shelf that no longer comes with the program. As the owner only. */
export const dropShelfEntry = (slug: string, at: Date) => sql<{ id: EntryId }>`
  update library.entry set withdrawn_at = ${at} where slug = ${slug} and shelf_hash is not null returning id`

/** A text of an entry, new or in place of the one in this language. */
export const putText = (text: {
  entryId: EntryId
  language: string
  title: string
  summary: string
  body: string
  html: string
  plain: string
  story?: StoryText
  communityId?: number | null
  authorId?: number | null
  audience: string
}) => sql`
  insert into library.entry_text (entry_id, language, title, summary, body, html, plain, story, community_id, author_id, audience)
  values (${text.entryId}, ${text.language}, ${text.title}, ${text.summary}, ${text.body}, ${text.html}, ${text.plain},
    ${text.story ? JSON.stringify(text.story) : null}::jsonb, ${text.communityId ?? null}, ${text.authorId ?? null}, ${text.audience})
  on conflict (entry_id, language) do update set title = excluded.title, summary = excluded.summary, body = excluded.body,
    html = excluded.html, plain = excluded.plain, story = excluded.story, author_id = excluded.author_id, audience = excluded.audience`

/** Takes every text of an entry away. */
export const deleteTexts = (entryId: EntryId) => sql`delete from library.entry_text where entry_id = ${entryId}`

/** A story goes out for the first time. */
export const insertStoryEntry = (entry: {
  slug: string
  language: string
  dimensions: readonly Dimension[]
  licence: Licence
  invented: boolean
  community: number
  communityName: string
  authorId: number | null
  audience: string
  at: Date
}) => sql<{ id: EntryId }>`
  insert into library.entry (slug, kind, dimensions, original_language, licence, invented, community_id, community_name, author_id, audience, published_at)
  values (${entry.slug}, 'story', ${[...entry.dimensions]}, ${entry.language}, ${entry.licence}, ${entry.invented}, ${entry.community},
    ${entry.communityName}, ${entry.authorId}, ${entry.audience}, ${entry.at})
  returning id`

/** A new version takes the place of the one before, at the same address. */
export const renewStoryEntry = (
  id: EntryId,
  entry: {
    language: string
    dimensions: readonly Dimension[]
    licence: Licence
    communityName: string
    audience: string
    at: Date
  },
) => sql`
  update library.entry set version = version + 1, original_language = ${entry.language}, dimensions = ${[...entry.dimensions]},
    licence = ${entry.licence}, community_name = ${entry.communityName}, audience = ${entry.audience}, published_at = ${entry.at}, withdrawn_at = null
  where id = ${id}`

/** Takes an entry down; its address stays and says so. */
export const withdrawEntry = (id: EntryId, at: Date) =>
  sql`update library.entry set withdrawn_at = ${at} where id = ${id}`

/** Takes away who is named below a story. */
export const deleteMakers = (id: EntryId) => sql`delete from library.maker where entry_id = ${id}`

/** Who is named below a story, in this order. */
export const insertMakers = (
  id: EntryId,
  makers: readonly { personId: number | null; name: string | null; perspective: string | null }[],
  community: number,
  audience: string,
) => sql`
  insert into library.maker (entry_id, place, person_id, name, perspective, community_id, audience)
  select ${id}, m.place, m.person_id, m.name, m.perspective, ${community}, ${audience}
  from unnest(${makers.map((one) => one.personId)}::bigint[], ${makers.map((one) => one.name)}::text[], ${makers.map((one) => one.perspective)}::text[])
    with ordinality m (person_id, name, perspective, place)`
