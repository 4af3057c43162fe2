/** SQL of reports and cases: only by functions that write down who looked. */
import { sql } from 'kysely'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import type { Reason, Reported } from '../contract.ts'

/** A case as the list shows it: nothing of what was said, or by whom. */
export interface CaseLine {
  readonly id: number
  readonly opened_at: Date
  readonly closed_at: Date | null
  readonly reasons: readonly Reason[]
  readonly hidden_for: 'students' | 'everybody' | null
}

/** A report within a case. Times are ISO texts. */
export interface CaseReport {
  readonly reporter: string | null
  readonly reason: Reason
  readonly words: string
  readonly language: string
  readonly at: string
}

/** What was done about a case, and who looked. */
export interface CaseLook {
  readonly person: string | null
  readonly what: 'looked' | CaseAct
  readonly words: string
  readonly at: string
}

/** A case, whole. */
export interface SafetyCase {
  readonly id: number
  readonly kind: string
  readonly thing: number
  readonly title: string
  readonly words: string
  readonly language: string
  readonly opened_at: string
  readonly closed_at: string | null
  readonly about: readonly string[]
  readonly hidden_for: 'students' | 'everybody' | null
  readonly reports: readonly CaseReport[]
  readonly log: readonly CaseLook[]
}

/** What may be done about a case. */
export const caseActs = ['noted', 'hidden', 'shown', 'closed'] as const
/** One of them. */
export type CaseAct = (typeof caseActs)[number]

/** Whether the asking person looks at cases of a community that are not about themselves. */
export const keepsHere = (community: number) =>
  sql<{ keeps: boolean }>`select safeguarding.keeps(${community}, '{}'::bigint[]) as keeps`

/** The cases of a community that the asking person may open. */
export const casesOf = (community: number) => sql<CaseLine>`select * from safeguarding.cases_of(${community})`

/** One case; reading it writes down that it was read. */
export const openCase = (community: number, id: number, at: Date) =>
  sql<{ found: SafetyCase | null }>`select safeguarding.open_case(${community}, ${id}, ${at}) as found`

/** Does something about a case: false when it was closed already, nothing when it is out of reach. */
export const actOnCase = (community: number, id: number, act: CaseAct, said: string, at: Date) =>
  sql<{ done: boolean | null }>`select safeguarding.act_on_case(${community}, ${id}, ${act}, ${said}, ${at}) as done`

/** Keeps a report: the number of its case, and whether anybody is left who may look at it. */
export const insertReport = (
  thing: Reported & { readonly kind: string; readonly id: number; readonly title: string },
  report: { readonly reason: Reason; readonly words: string; readonly language: string; readonly at: Date },
) => sql<{ opened: number; kept: boolean }>`
  select * from safeguarding.report_thing(${thing.community_id}, ${thing.kind}, ${thing.id}, ${thing.title}, ${thing.words},
    ${thing.language}, ${[...thing.people]}::bigint[], ${report.reason}, ${report.words}, ${report.language}, ${report.at})`

/** Who may open a case. For the reader of facts. */
export const keepersOf = (id: number) => sql<{ person_id: PersonId }>`
  select safeguarding.keepers(c.community_id, c.about) as person_id from safeguarding.safety_case c where c.id = ${id}`

/** The address of the community of a case that the asking person may open. */
export const placeOfCase = (scope: MemberScope, id: number) => sql<{ slug: string }>`
  select k.slug from community.place k, safeguarding.cases_of(k.id) c
  where c.id = ${id} and c.closed_at is null and 'community:' || k.id = any(${scope.reach}::text[])`

/** Who looked at what the asking person gave into these hands. */
export const lookedAtMine = () =>
  sql<{ given: 'help' | 'report'; person: string; at: Date }>`select * from safeguarding.looked_at_mine()`
