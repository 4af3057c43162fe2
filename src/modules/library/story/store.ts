/** All SQL of stories being written: their words, their people, those they show, what the circle said. */
import { type RawBuilder, sql } from 'kysely'
import type { Subject } from '../../../platform/http/address-book.ts'
import type { CommunityId, Perspective, Role } from '../../community/contract.ts'
import { heardBy } from '../../community/public.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { Dimension, EntryId, Licence, Provenance, StoryId } from '../contract.ts'
import type { AgeBand } from '../story-text.ts'

/** The states a story goes through. */
export type StoryState = 'draft' | 'consent' | 'circle' | 'published' | 'withdrawn'

/** The words of a story that its authors write. */
export interface StoryWords {
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly mattered: string
  readonly did: string
  readonly unsure: string
  readonly whose: string
  readonly age_band: AgeBand | ''
  readonly children: string
  readonly possible: string
  readonly dimensions: Dimension[]
  readonly provenance: Provenance
}

/** A story in the workshop. */
export interface StoryRow extends StoryWords {
  readonly id: StoryId
  readonly community_id: CommunityId
  readonly author_id: PersonId | null
  readonly audience: string
  readonly source_kind: string
  readonly source_id: number
  readonly state: StoryState
  readonly revision: number
  readonly checked_revision: number | null
  readonly kept_words: string[]
  readonly round: number
  readonly circle_since: Date | null
  readonly open_since: Date | null
  readonly entry_id: EntryId | null
  readonly changed_at: Date
  /** The published version, when there is one. */
  readonly entry_slug: string | null
  readonly entry_version: number | null
  readonly entry_licence: Licence | null
  readonly entry_withdrawn: Date | null
  readonly entry_audience: string | null
}

const storyColumns = sql`s.id, s.community_id, s.author_id, s.audience, s.source_kind, s.source_id, s.state, s.language, s.title,
  s.summary, s.mattered, s.did, s.unsure, s.whose, s.age_band, s.children, s.possible, s.dimensions, s.provenance, s.revision,
  s.checked_revision, s.kept_words, s.round, s.circle_since, s.open_since, s.entry_id, s.changed_at,
  e.slug as entry_slug, e.version as entry_version, e.licence as entry_licence, e.withdrawn_at as entry_withdrawn, e.audience as entry_audience`
const stories = sql`library.story s left join library.entry e on e.id = s.entry_id`

/** A story of a community, within reach. */
export const storyById = (scope: MemberScope, community: CommunityId, id: StoryId) => sql<StoryRow>`
  select ${storyColumns} from ${stories}
  where s.id = ${id} and s.community_id = ${community} and ${heardBy(scope, 's')}`

/** The stories of a community, the newest first, from below a number; for programs. */
export const storiesBelow = (
  scope: MemberScope,
  community: CommunityId,
  below: StoryId,
  limit: number,
) => sql<StoryRow>`
  select ${storyColumns} from ${stories}
  where s.community_id = ${community} and s.id < ${below} and ${heardBy(scope, 's')} order by s.id desc limit ${limit}`

/** The same, held until the transaction ends, so that two who act at once act one after the other. */
export const lockStory = (scope: MemberScope, community: CommunityId, id: StoryId) => sql<StoryRow>`
  select ${storyColumns} from ${stories}
  where s.id = ${id} and s.community_id = ${community} and ${heardBy(scope, 's')} for update of s`

/** Stories that are being written in the asking person's communities. */
export const storiesBeingWritten = (scope: MemberScope) => sql<{
  id: StoryId
  place: string
  title: string
  language: string
  state: StoryState
}>`
  select s.id, p.slug as place, s.title, s.language, s.state
  from library.story s join community.place p on p.id = s.community_id
  where s.state in ('draft', 'consent', 'circle') and ${heardBy(scope, 's')}
  order by s.changed_at desc limit 20`

/** Where a published entry is tended, for those who may see the workshop. */
export const storyOfEntry = (scope: MemberScope, slug: string) => sql<{ id: StoryId; place: string }>`
  select s.id, p.slug as place from library.entry e
  join library.story s on s.entry_id = e.id join community.place p on p.id = s.community_id
  where e.slug = ${slug} and ${heardBy(scope, 's')}`

/** The stories made from a subject, written or published, for the page of that subject. */
export const storiesFrom = (scope: MemberScope, subject: Subject) => sql<{
  id: StoryId
  title: string
  language: string
  state: StoryState
  entry_slug: string | null
  place: string
}>`
  select s.id, s.title, s.language, s.state, e.slug as entry_slug, p.slug as place
  from library.story s join community.place p on p.id = s.community_id
  left join library.entry e on e.id = s.entry_id and e.withdrawn_at is null
  where s.source_kind = ${subject.kind} and s.source_id = ${subject.id} and ${heardBy(scope, 's')}
  order by s.began_at, s.id`

/** A new draft. */
export const insertStory = (story: {
  community: CommunityId
  authorId: PersonId
  source: Subject
  language: string
  title: string
  mattered: string
  did: string
  unsure: string
  whose: string
  provenance: Provenance
  at: Date
}) => sql<{ id: StoryId }>`
  insert into library.story (community_id, author_id, audience, source_kind, source_id, language, title, mattered, did, unsure, whose, provenance, began_at, changed_at)
  values (${story.community}, ${story.authorId}, ${`community:${story.community}`}, ${story.source.kind}, ${story.source.id}, ${story.language},
    ${story.title}, ${story.mattered}, ${story.did}, ${story.unsure}, ${story.whose}, ${JSON.stringify(story.provenance)}::jsonb, ${story.at}, ${story.at})
  returning id`

/** New words. Whatever was said about the old ones no longer counts; a circle that reads them begins anew. */
export const saveWords = (id: StoryId, words: StoryWords, at: Date) => sql`
  update library.story set title = ${words.title}, summary = ${words.summary}, language = ${words.language},
    mattered = ${words.mattered}, did = ${words.did}, unsure = ${words.unsure}, whose = ${words.whose},
    age_band = ${words.age_band}, children = ${words.children}, possible = ${words.possible},
    dimensions = ${[...words.dimensions]}, provenance = ${JSON.stringify(words.provenance)}::jsonb,
    revision = revision + 1, checked_revision = null, kept_words = '{}', open_since = null, changed_at = ${at},
    round = case when state = 'circle' then round + 1 else round end,
    circle_since = case when state = 'circle' then ${at}::timestamptz end
  where id = ${id}`

/** Moves a story to another state. */
export const setState = (id: StoryId, state: StoryState, at: Date) => sql`
  update library.story set state = ${state}, changed_at = ${at},
    ready_at = case when ${state} = 'consent' then ${at}::timestamptz else ready_at end where id = ${id}`

/** Begins a round of the circle. */
export const beginCircle = (id: StoryId, at: Date) => sql`
  update library.story set state = 'circle', round = round + 1, circle_since = ${at}, open_since = null, changed_at = ${at} where id = ${id}`

/** Back to the draft, after a no or for a new version. */
export const backToDraft = (id: StoryId, at: Date) => sql`
  update library.story set state = 'draft', circle_since = null, open_since = null, ready_at = null, changed_at = ${at} where id = ${id}`

/** Somebody looked: no child is recognisable in the words as they stand; some names are kept knowingly. */
export const setChecked = (id: StoryId, personId: PersonId, revision: number, kept: readonly string[]) => sql`
  update library.story set checked_revision = ${revision}, checked_by = ${personId}, kept_words = ${[...kept]} where id = ${id}`

/** Marks the gate open. */
export const setOpen = (id: StoryId, at: Date) => sql<{ id: StoryId }>`
  update library.story set open_since = ${at} where id = ${id} and state = 'circle' and open_since is null returning id`

/** The story is out. */
export const setPublished = (id: StoryId, entryId: EntryId, at: Date) => sql`
  update library.story set state = 'published', entry_id = ${entryId}, changed_at = ${at} where id = ${id}`

/** A person of a story, with name, role and perspectives. */
export interface StoryPersonRow {
  readonly person_id: PersonId
  readonly name: string
  readonly naming: 'name' | 'perspective' | 'none'
  readonly writes: boolean
  readonly perspectives: Perspective[]
}

/** Who took part, and how each wishes to be named. */
export const peopleOf = (scope: MemberScope, id: StoryId) => sql<StoryPersonRow>`
  select sp.person_id, p.name, sp.naming, sp.writes, coalesce(m.perspectives, '{}') as perspectives
  from library.story_person sp join library.story s on s.id = sp.story_id
  join people.named p on p.id = sp.person_id
  left join community.member m on m.community_id = s.community_id and m.person_id = sp.person_id
  where sp.story_id = ${id} and ${heardBy(scope, 's')}
  order by sp.writes desc, lower(p.name), sp.person_id`

/** Adds somebody who took part; who is there already stays as they are. */
export const insertPerson = (id: StoryId, personId: PersonId, writes: boolean, community: CommunityId) => sql`
  insert into library.story_person (story_id, person_id, writes, audience)
  values (${id}, ${personId}, ${writes}, ${`community:${community}`}) on conflict do nothing`

/** How the asking person wishes to be named. */
export const setNaming = (scope: MemberScope, id: StoryId, naming: string) => sql<{ person_id: PersonId }>`
  update library.story_person set naming = ${naming} where story_id = ${id} and person_id = ${scope.personId} returning person_id`

/** Who writes besides the one who began. */
export const setWriters = (id: StoryId, writers: readonly PersonId[], author: PersonId | null) => sql`
  update library.story_person set writes = person_id = any(${[...writers]}::bigint[]) or person_id is not distinct from ${author}
  where story_id = ${id}`

/** Everybody of a community. The database lets only its members see them. */
export const companyOf = (community: CommunityId) => sql<{
  id: PersonId
  name: string
  role: Role
  perspectives: Perspective[]
}>`
  select m.person_id as id, p.name, m.role, m.perspectives
  from community.member m join people.named p on p.id = m.person_id
  where m.community_id = ${community} order by lower(p.name), m.person_id`

/** What the circle said, the newest round first; the reasons of earlier rounds stay readable. */
export interface AnswerRow {
  readonly round: number
  readonly person: PersonId
  readonly name: string
  readonly answer: 'yes' | 'no'
  readonly reason: string
  readonly at: Date
}

const answerRows = (id: StoryId, wall: RawBuilder<unknown>) => sql<AnswerRow>`
  select a.round, a.person_id as person, coalesce(p.name, '') as name, a.answer, a.reason, a.at
  from library.story_consent a join library.story s on s.id = a.story_id
  left join people.named p on p.id = a.person_id
  where a.story_id = ${id} and ${wall} order by a.round desc, a.at`

/** Every answer of the circle. */
export const answersOf = (scope: MemberScope, id: StoryId) => answerRows(id, heardBy(scope, 's'))
/** Every answer of the circle. As the owner only. */
export const answersForGate = (id: StoryId) => answerRows(id, sql`true`)

/** The asking person's answer in a round, or in place of the one given before. */
export const putAnswer = (answer: {
  id: StoryId
  round: number
  personId: PersonId
  answer: 'yes' | 'no'
  reason: string
  at: Date
  community: CommunityId
}) => sql`
  insert into library.story_consent (story_id, round, person_id, answer, reason, at, audience)
  values (${answer.id}, ${answer.round}, ${answer.personId}, ${answer.answer}, ${answer.reason}, ${answer.at}, ${`community:${answer.community}`})
  on conflict (story_id, round, person_id) do update set answer = excluded.answer, reason = excluded.reason, at = excluded.at`

/** Stories whose circle reads them and whose gate is not marked open. As the owner only. */
export const storiesInCircle = () => sql<StoryRow>`
  select ${storyColumns} from ${stories} where s.state = 'circle' and s.open_since is null order by s.id for update of s skip locked`

/** A story, whoever asks. As the owner only. */
export const storyForGate = (id: StoryId) => sql<StoryRow>`select ${storyColumns} from ${stories} where s.id = ${id}`
