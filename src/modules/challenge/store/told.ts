/** SQL of who is told what became of a question. As the owner only. */
import { sql } from 'kysely'
import type { ChallengeId } from '../contract.ts'

/** Who hears a question, but for whoever acted, and for those whom a word of their own tells what came of what they said. */
export const toldOfQuestion = (id: ChallengeId, fact: number) => sql<{ person_id: number }>`
  select s.person_id from challenge.challenge c join platform.seat s on s.audience = c.audience
  join platform.fact f on f.id = ${fact}
  where c.id = ${id} and s.person_id is distinct from f.actor_id
    and not (f.kind = 'challenge.answered' and exists (select from challenge.word_back b
      where b.challenge_id = c.id and b.person_id = s.person_id and (b.told_at is null or b.told_at >= f.at)))`
