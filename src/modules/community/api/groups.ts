/** For programs: the chosen groups that one may speak to. */
import { z } from 'zod'
import { found } from '../../../platform/api/answer.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import type { Visit } from '../../people/contract.ts'
import { members } from '../access.ts'
import { heardGroups } from '../group/store.ts'
import { apiUrls } from '../urls.ts'
import { here } from './communities.ts'

const group = z
  .object({
    audience: z.string().meta({ description: 'What to send as the audience of a contribution.', example: 'group:3' }),
    name: z.string().nullable().meta({ description: 'Null for everybody but the leaders of a school.' }),
    withoutLeaders: z.boolean().meta({ description: 'The group that makes itself.', example: false }),
    people: z.int().meta({ description: 'How many hear it, you among them.', example: 4 }),
  })
  .meta({ id: 'Group', description: 'A few of a community who hear something only together.' })

export const groupsApi = new ApiTable<Visit>({
  noun: 'groups',
  about: 'Chosen groups: a few of a community who hear something only together. You see those that you are in.',
}).get(
  apiUrls.groups,
  members,
  'read',
  {
    id: 'listGroups',
    says: 'Lists the chosen groups that you are in.',
    params: here,
    answer: z.object({ items: z.array(group) }),
  },
  async ({ var: { house, scope, place } }) => {
    const [rows] = await house.db.read(scope, heardGroups(place.id))
    return found({
      items: rows.map(({ id, name, kind, people }) => ({
        audience: `group:${id}`,
        name,
        withoutLeaders: kind === 'without-leaders',
        people,
      })),
    })
  },
)
