/** For programs: the communities within reach, and the people in them. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import type { Visit } from '../../people/contract.ts'
import { anyone, notFound } from '../../people/public.ts'
import { members, readers } from '../access.ts'
import { perspectives, roles } from '../contract.ts'
import * as store from '../store.ts'
import { apiUrls, urls } from '../urls.ts'

/** The address of a community as a parameter. */
export const here = z.object({
  slug: z.string().min(1).max(200).meta({ description: 'The community’s address.', example: 'reading-together' }),
})

const community = z
  .object({
    slug: z.string().meta({ example: 'reading-together' }),
    name: z.string().meta({ example: 'Reading together' }),
    purpose: z.string().meta({ description: 'What brings it together.', example: 'We want every child to join in.' }),
    language: z.enum(languages),
    stage: z.string().meta({ example: 'potential' }),
    open: z.boolean().meta({ description: 'Everybody may read it, such as an archive.', example: false }),
    invented: z.boolean().meta({ description: 'An example: these people do not exist.', example: false }),
    role: z.enum(roles).nullable().meta({ description: 'Yours; null where you do not belong.', example: 'member' }),
    began: z.iso.datetime().nullable().meta({ description: 'For those who belong.' }),
    meets: z
      .object({
        on: z.iso.date().nullable(),
        at: z.string().nullable().meta({ example: '16:30' }),
        where: z.string().nullable().meta({ example: 'The library' }),
      })
      .nullable()
      .meta({ description: 'The next meeting, for those who belong.' }),
    url: z.url(),
  })
  .meta({ id: 'Community', description: 'A community of practice.' })

const person = z
  .object({
    id: z.int().meta({ example: 7 }),
    name: z.string().meta({ example: 'Rita Vale' }),
    role: z.enum(roles).meta({ example: 'member' }),
    perspectives: z.array(z.enum(perspectives)).meta({ example: ['teacher'] }),
    url: z.url(),
  })
  .meta({ id: 'Person', description: 'Somebody in a community, as they wish to be called there.' })

type Row = store.CommunityRow & { open: boolean; role: z.output<typeof community>['role'] }

const communityShown =
  (c: Context<Visit>) =>
  (row: Row): z.input<typeof community> => ({
    slug: row.slug,
    name: row.name,
    purpose: row.purpose,
    language: row.language as z.input<typeof community>['language'],
    stage: row.stage,
    open: row.open,
    invented: row.invented,
    role: row.role,
    began: row.role ? row.began_at.toISOString() : null,
    meets: row.role ? { on: row.meets_on, at: row.meets_at, where: row.meets_where } : null,
    url: absolute(c, c.var.navigation.communityHome(row.slug)),
  })

export const communityApi = new ApiTable<Visit>({
  noun: 'communities',
  about: 'Communities of practice: those you belong to, and those that everybody may read. Names only among members.',
})
  .get(
    apiUrls.communities,
    anyone,
    'read',
    {
      id: 'listCommunities',
      says: 'Lists the communities within reach.',
      query: paged(byNumber).extend({
        of: z.enum(['everything', 'mine']).default('everything').meta({ description: '`mine`: those you belong to.' }),
      }),
      answer: pageOf(community),
    },
    async (c, { query: { limit, cursor, of } }) => {
      const { house, scope } = c.var
      const wanted = { after: cursor?.[0] ?? 0, limit: limit + 1, mine: of === 'mine' }
      const [rows] = await house.db.read(scope, store.communitiesAfter(scope, wanted))
      return page(c, rows, limit, communityShown(c), (row) => [row.id])
    },
  )
  .get(
    apiUrls.community,
    readers,
    'read',
    { id: 'getCommunity', says: 'Shows one community.', params: here, answer: community },
    async (c, { params: { slug } }) => {
      const { house, scope } = c.var
      const [[row]] = await house.db.read(
        scope,
        store.communitiesAfter(scope, { after: 0, limit: 1, mine: false, slug }),
      )
      return row ? found(communityShown(c)(row)) : notFound(c)
    },
  )
  .get(
    apiUrls.people,
    members,
    'read',
    {
      id: 'listPeople',
      says: 'Lists the people of a community.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(person),
    },
    async (c, { params: { slug }, query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const [rows] = await house.db.read(scope, store.membersAfter(scope, place.id, cursor?.[0] ?? 0, limit + 1))
      const url = absolute(c, urls.people({ slug }))
      return page(
        c,
        rows,
        limit,
        ({ person_id: id, name, role, perspectives }) => ({ id, name, role, perspectives, url }),
        (row) => [row.person_id],
      )
    },
  )
