/** SQL of what a child said that a guardian may read: under the child's name, and heard by the whole community. */
import { sql } from 'kysely'

/**
 * The newest hundred. Without what the child keeps private, what adults alone hear, what has no name, and what was
 * withdrawn. As the owner only.
 */
export const wordsOfChild = (child: number, community: number) => sql<{
  id: number
  text: string
  language: string
  said_at: Date
}>`
  select c.id, c.text, c.language, c.said_at from dialogue.contribution c
  where c.author_id = ${child} and c.community_id = ${community} and c.withdrawn_at is null
    and split_part(c.audience::text, ':', 1) in ('community', 'school', 'network', 'public')
  order by c.said_at desc, c.id desc limit 100`
