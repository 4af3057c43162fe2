/** For programs: beginning a community, and coming in by an invitation. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, made } from '../../../platform/api/answer.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import type { Visit } from '../../people/contract.ts'
import { signedIn } from '../../people/public.ts'
import { beginCommunity, join } from '../actions/belonging.ts'
import { perspectives } from '../contract.ts'
import { tendForm } from '../schemas.ts'
import { apiUrls } from '../urls.ts'
import { words } from '../words.ts'

const arrived = z
  .object({ slug: z.string().meta({ example: 'reading-together' }), url: z.url() })
  .meta({ id: 'Arrival', description: 'A community to which you belong from now on.' })

const chosen = z
  .array(z.enum(perspectives))
  .min(1, 'begin.perspectivesEmpty')
  .meta({ description: 'From where you look.', example: ['teacher'] })

const meeting = z.strictObject({
  on: z.iso.date('meeting.dayOdd').nullable().default(null),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'meeting.timeOdd')
    .nullable()
    .default(null)
    .meta({ example: '16:30' }),
  where: z.string().trim().max(300, 'meeting.long').nullable().default(null).meta({ example: 'The library' }),
})

const shown = (c: Context<Visit>, slug: string): z.input<typeof arrived> => ({
  slug,
  url: absolute(c, c.var.navigation.communityHome(slug)),
})

export const belongingApi = new ApiTable<Visit>({
  noun: 'memberships',
  about: 'Coming in: by beginning a community, or by the token at the end of an invitation’s address.',
  words,
})
  .post(
    apiUrls.communities,
    signedIn,
    'write',
    {
      id: 'beginCommunity',
      says: 'Begins a community with you as its facilitator. An invitation and a few starting lines wait in it.',
      body: z
        .strictObject({
          ...tendForm.shape,
          language: z.enum(languages).default('en'),
          perspectives: chosen,
          meeting: meeting.default({ on: null, at: null, where: null }),
        })
        .meta({
          example: { name: 'Reading together', purpose: 'How does everyone get a turn?', perspectives: ['teacher'] },
        }),
      answer: arrived,
    },
    async (c, { body, once }) => {
      const begun = await beginCommunity(c.var.house, c.var.scope, body, once)
      if (!begun.ok) return begun
      return made(shown(c, begun.value.slug), apiUrls.community({ slug: begun.value.slug }))
    },
  )
  .post(
    apiUrls.memberships,
    signedIn,
    'write',
    {
      id: 'joinCommunity',
      says: 'Joins by an invitation. Joining twice changes nothing.',
      body: z
        .strictObject({ invitation: z.string().min(1).max(100), perspectives: chosen })
        .meta({ example: { invitation: 'q3Jx0mB2vUe8aZtY', perspectives: ['family'] } }),
      answer: arrived,
      refusals: { 'join.ended': 'gone', 'join.closed': 'gone' },
    },
    async (c, { body }) => {
      const { invitation: token, perspectives } = body
      const joined = await join(c.var.house, c.var.scope, { token, perspectives })
      if (!joined.ok) return joined
      return made(shown(c, joined.value.slug), apiUrls.community({ slug: joined.value.slug }))
    },
  )
