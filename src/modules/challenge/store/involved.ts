/** SQL of who is in the questions of a community, for cards and for “who is in this”. */
import { sql } from 'kysely'
import type { MemberScope } from '../../people/contract.ts'
import type { ChallengeId } from '../contract.ts'
import { heardOrAsked } from './heard.ts'

/** Somebody who is in a question; the name is missing for who has left. */
export interface Involved {
  readonly challenge_id: ChallengeId
  readonly person_id: number
  readonly name: string | null
}

const kinds = ['unknown', 'difference', 'tryout', 'sighting'] as const

/** Who asked, wrote on, or looks after a try-out of the questions of a community, in the order they came. */
export const involvedIn = (scope: MemberScope, communityId: number) => sql<Involved>`
  select i.challenge_id, i.person_id, p.name from (
    select challenge_id, person_id, min(came) as came from (
      ${sql.join(
        kinds.map(
          (
            kind,
          ) => sql`select h.challenge_id, h.author_id as person_id, h.at as came from ${sql.table(`challenge.${kind}`)} h
            where h.community_id = ${communityId} and ${heardOrAsked(scope, 'h')}`,
        ),
        sql` union all `,
      )}
      union all select t.challenge_id, t.owner_id, t.at from challenge.tryout t
        where t.community_id = ${communityId} and ${heardOrAsked(scope, 't')}
      union all select u.challenge_id, u.evidence_by, u.closed_at from challenge.unknown u
        where u.community_id = ${communityId} and u.closed_at is not null and ${heardOrAsked(scope, 'u')}
    ) every where person_id is not null group by challenge_id, person_id
  ) i left join people.named p on p.id = i.person_id
  order by i.challenge_id, i.came, i.person_id`
