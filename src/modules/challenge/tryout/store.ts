/** All SQL of try-outs: the plan, what changed, what was seen, how it ended. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { ChallengeId, TrialState } from '../contract.ts'
import { type Hanging, hangingColumns, hangingValues, heardOrAsked } from '../store/heard.ts'

/** A try-out as it is read. */
export interface Tryout {
  readonly id: number
  readonly challenge_id: ChallengeId
  readonly community_id: number
  readonly author_id: number | null
  readonly asker_id: number | null
  readonly audience: string
  readonly owner_id: number | null
  readonly owner: string | null
  readonly title: string
  readonly expects: string
  readonly stop_if: string
  readonly look_for: string
  readonly language: string
  readonly starts_on: string | null
  readonly ends_on: string
  readonly state: TrialState
  readonly agreed: string | null
  readonly reason: string | null
  readonly adapted_from: number | null
}

const columns = sql`t.id, t.challenge_id, t.community_id, t.author_id, t.asker_id, t.audience, t.owner_id,
  o.name as owner, t.title, t.expects, t.stop_if, t.look_for, t.language, t.starts_on, t.ends_on, t.state,
  a.name as agreed, t.reason, t.adapted_from`
const tables = sql`challenge.tryout t left join people.named o on o.id = t.owner_id
  left join people.named a on a.id = t.safe_by`

/** The try-outs of a question, oldest first. */
export const tryoutsOf = (scope: MemberScope, id: ChallengeId) => sql<Tryout>`
  select ${columns} from ${tables} where t.challenge_id = ${id} and ${heardOrAsked(scope, 't')} order by t.id`

/** One try-out. */
export const tryoutById = (scope: MemberScope, id: ChallengeId, tryout: number) => sql<Tryout>`
  select ${columns} from ${tables} where t.id = ${tryout} and t.challenge_id = ${id} and ${heardOrAsked(scope, 't')}`

/** What a plan says. */
export interface Plan {
  readonly title: string
  readonly expects: string
  readonly stopIf: string
  readonly lookFor: string
  readonly ownerId: number
  readonly startsOn: string | null
  readonly endsOn: string
}

/** A new try-out; answers its number. */
export const insertTryout = (
  scope: MemberScope,
  on: Hanging,
  row: Plan & { language: string; adaptedFrom: number | null; at: Date },
) => sql<{ id: number }>`
  insert into challenge.tryout (${hangingColumns}, owner_id, title, expects, stop_if, look_for, language, starts_on,
    ends_on, adapted_from, at, changed_at)
  values (${hangingValues(scope, on)}, ${row.ownerId}, ${row.title}, ${row.expects}, ${row.stopIf}, ${row.lookFor},
    ${row.language}, ${row.startsOn}, ${row.endsOn}, ${row.adaptedFrom}, ${row.at}, ${row.at})
  returning id`

/** A new state, only while the old one still stands: of two who act at once, one does. */
export const moveTryout = (
  scope: MemberScope,
  tryout: number,
  from: TrialState,
  to: TrialState,
  row: { at: Date; safeBy?: number | null; startsOn?: string; reason?: string },
) => sql<{ id: number }>`
  update challenge.tryout t set state = ${to}, changed_at = ${row.at}, safe_by = coalesce(${row.safeBy ?? null}, t.safe_by),
    starts_on = coalesce(${row.startsOn ?? null}::date, t.starts_on), reason = coalesce(${row.reason ?? null}, t.reason)
  where t.id = ${tryout} and t.state = ${from} and ${heardOrAsked(scope, 't')} returning t.id`

/** Takes a try-out back that has not begun. Only whoever proposed it. */
export const deleteTryout = (scope: MemberScope, id: ChallengeId, tryout: number) => sql<{ id: number }>`
  delete from challenge.tryout t where t.id = ${tryout} and t.challenge_id = ${id}
    and t.author_id = ${scope.personId} and t.state in ('proposed', 'safe') returning t.id`

/** Something happened, so we do it differently now. */
export interface ChangeRow {
  readonly id: number
  readonly tryout_id: number
  readonly happened: string
  readonly now_do: string
  readonly language: string
  readonly at: Date
}

/** Things changed, in the order they did, on all try-outs of a question. */
export const changesOf = (scope: MemberScope, id: ChallengeId) => sql<ChangeRow>`
  select h.id, h.tryout_id, h.happened, h.now_do, h.language, h.at from challenge.change h
  where h.challenge_id = ${id} and ${heardOrAsked(scope, 'h')} order by h.id`

/** Notes that things changed. */
export const insertChange = (
  scope: MemberScope,
  on: Hanging,
  row: { tryout: number; happened: string; nowDo: string; language: string; at: Date },
) => sql<{ id: number }>`
  insert into challenge.change (${hangingColumns}, tryout_id, happened, now_do, language, at)
  values (${hangingValues(scope, on)}, ${row.tryout}, ${row.happened}, ${row.nowDo}, ${row.language}, ${row.at}) returning id`

/** What somebody saw. */
export interface SightingRow {
  readonly id: number
  readonly tryout_id: number
  readonly author_id: number | null
  readonly name: string | null
  readonly words: string
  readonly language: string
  readonly at: Date
}

/** What we saw, in the order it was told, on all try-outs of a question. */
export const sightingsOf = (scope: MemberScope, id: ChallengeId) => sql<SightingRow>`
  select s.id, s.tryout_id, s.author_id, p.name, s.words, s.language, s.at
  from challenge.sighting s left join people.named p on p.id = s.author_id
  where s.challenge_id = ${id} and ${heardOrAsked(scope, 's')} order by s.id`

/** Tells what one saw. */
export const insertSighting = (
  scope: MemberScope,
  on: Hanging,
  row: { tryout: number; words: string; language: string; at: Date },
) => sql<{ id: number }>`
  insert into challenge.sighting (${hangingColumns}, tryout_id, words, language, at)
  values (${hangingValues(scope, on)}, ${row.tryout}, ${row.words}, ${row.language}, ${row.at}) returning id`

/** Who may own a try-out: those who belong to its community. */
export const belongs = (communityId: number, personId: number) => sql<{ person_id: number }>`
  select m.person_id from community.member m where m.community_id = ${communityId} and m.person_id = ${personId}`

/** Titles and places of some try-outs, for the address book. */
export const tryoutTitles = (scope: { personId: number | null }, ids: readonly number[]) =>
  sql<{ id: number; title: string; challenge_id: number; slug: string }>`
    select t.id, t.title, t.challenge_id, k.slug from challenge.tryout t join community.place k on k.id = t.community_id
    where t.id = any(${[...ids]}::bigint[])
      and (t.audience = any((select platform.reach())::text[]) or ${scope.personId} in (t.author_id, t.asker_id))`
