/** For programs: the chosen groups that one may speak to. */
import { z } from 'zod'
import { absolute, found } from '../../../platform/api/answer.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import type { Visit } from '../../people/contract.ts'
import { members } from '../access.ts'
import { heardGroups } from '../group/store.ts'
import { groupAnchor, groupUrls } from '../group/urls.ts'
import { apiUrls } from '../urls.ts'
import { here } from './communities.ts'

const group = z
  .object({
    id: z.int().meta({ example: 3 }),
    audience: z.string().meta({ description: 'What to send as the audience of a contribution.', example: 'group:3' }),
    name: z.string().nullable().meta({ description: 'Null for everybody but the leaders of a school.' }),
    withoutLeaders: z.boolean().meta({ description: 'The group that makes itself.', example: false }),
    people: z.int().meta({ description: 'How many hear it, you among them.', example: 4 }),
    url: z.url(),
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
  async (c) => {
    const { house, scope, place } = c.var
    const [rows] = await house.db.read(scope, heardGroups(place.id))
    return found({
      items: rows.map(({ id, name, kind, people }) => ({
        id,
        audience: `group:${id}`,
        name,
        withoutLeaders: kind === 'without-leaders',
        people,
        url: absolute(c, `${groupUrls.groups({ slug: place.slug })}#${groupAnchor(id)}`),
      })),
    })
  },
)
