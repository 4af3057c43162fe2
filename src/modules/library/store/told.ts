/** SQL of who is told of a published story. As the owner only. */
import { sql } from 'kysely'
import type { PersonId } from '../../people/contract.ts'
import type { StoryId } from '../contract.ts'

/** Who hears of a story that was published, but for whoever published it: its community. */
export const toldOfStory = (id: StoryId, fact: number) => sql<{ person_id: PersonId }>`
  select m.person_id from library.story s join community.member m on m.community_id = s.community_id
  where s.id = ${id}
    and m.person_id is distinct from (select f.actor_id from platform.fact f where f.id = ${fact})`
