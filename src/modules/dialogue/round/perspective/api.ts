/** For programs: the question to the person with whose eyes a round was seen, and what came of it. */
import { z } from 'zod'
import type { ApiTable } from '../../../../platform/api/table.ts'
import { members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { namesGiven, namesRefused } from '../../../safeguarding/public.ts'
import { number } from '../../api/threads.ts'
import { after, answered, language, one, refusals, version } from '../as-told.ts'
import { LONGEST_HARVEST, LONGEST_QUESTION } from '../round.ts'
import { apiUrls } from '../urls.ts'
import { askThem, keepTheirAnswer } from './actions.ts'

/** Adds its doors to those of rounds. */
export const withPerspective = (table: ApiTable<Visit>): ApiTable<Visit> =>
  table
    .post(
      apiUrls.them,
      members,
      'write',
      {
        id: 'askThem',
        says: 'Puts the question in which a perspective round ends: to somebody here as a question to a person, or to be asked elsewhere.',
        params: one,
        body: z
          .strictObject({
            text: z.string().trim().min(1).max(LONGEST_QUESTION),
            language,
            to: number.optional().meta({ description: 'The person, where they are a member here.' }),
            seen: version,
            names: namesGiven,
          })
          .meta({ example: { text: 'What would you have wished for?', language: 'en', seen: 0 } }),
        answer: answered,
        refusals,
      },
      async (c, { params, body, once }) => {
        const about = { texts: [body.text], language: body.language, circle: 'community', answer: body.names }
        const named = await namesRefused(c, about)
        if (named) return named
        return after(c, params.round, () => askThem(c.var.house, c.var.scope, params.round, body, once))
      },
    )
    .post(
      apiUrls.theirAnswer,
      members,
      'write',
      {
        id: 'keepTheirAnswer',
        says: 'Writes down what somebody elsewhere answered, or that they would rather not. Both are ends.',
        params: one,
        body: z
          .strictObject({
            how: z.enum(['answered', 'declined']),
            text: z.string().trim().max(LONGEST_HARVEST).default(''),
            language,
            seen: version,
            names: namesGiven,
          })
          .meta({ example: { how: 'answered', text: 'That somebody asks me first.', language: 'en', seen: 1 } }),
        answer: answered,
        fields: { answer: 'text' },
        refusals,
      },
      async (c, { params, body, once }) => {
        const about = { texts: [body.text], language: body.language, circle: 'community', answer: body.names }
        const named = await namesRefused(c, about)
        if (named) return named
        return after(c, params.round, () => keepTheirAnswer(c.var.house, c.var.scope, params.round, body, once))
      },
    )
