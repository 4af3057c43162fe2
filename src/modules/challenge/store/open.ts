/** SQL of what is open in a community: its questions, and what they do not know yet. */
import { sql } from 'kysely'
import { heardBy } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { heardOrAsked } from './heard.ts'

/** Something open that a community may move. */
export interface OpenMatter {
  readonly kind: 'challenge' | 'unknown'
  readonly id: number
  readonly words: string
  readonly language: string
}

/** What is open where everybody of a community hears it, newest first: what is not known yet, then the questions. */
export const openMatters = (scope: MemberScope, community: number, most = 30) => sql<OpenMatter>`
  select kind, id, words, language from (
    select 'unknown' as kind, u.id, u.words, u.language, u.at, 1 as place from challenge.unknown u
    join challenge.challenge c on c.id = u.challenge_id
    where u.community_id = ${community} and u.closed_at is null and u.audience = ${`community:${community}`}
      and c.state not in ('answered', 'parked') and ${heardOrAsked(scope, 'u')} and ${heardBy(scope, 'c')}
    union all
    select 'challenge', c.id, c.question, c.language, c.changed_at, 2 from challenge.challenge c
    where c.community_id = ${community} and c.state not in ('answered', 'parked')
      and c.audience = ${`community:${community}`} and ${heardBy(scope, 'c')}
  ) open order by place, at desc limit ${most}`
