/** For programs: planning a meeting, moving and cancelling it, and saying who comes. */
import { z } from 'zod'
import { made } from '../../../platform/api/answer.ts'
import type { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { answerComing, cancel, changePlan, plan } from '../actions.ts'
import { answers } from '../coming.ts'
import { apiUrls } from '../urls.ts'
import { after, here, meetingOf, number, one, refusals, whole } from './as-told.ts'

const planned = z.strictObject({
  day: z.iso.date({ error: 'plan.dayOdd' }),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'plan.timeOdd')
    .nullable()
    .default(null),
  minutes: z.int().min(10).max(600).default(60),
  place: z.string().trim().max(300, 'plan.placeLong').default(''),
  question: z.string().trim().max(400, 'plan.questionLong').default(''),
  challenge: number.nullable().default(null).meta({ description: 'An open question of the community.' }),
})
const example = { day: '2027-01-14', at: '16:30', place: 'The library', question: 'Who chooses the page?' }

const planOf = ({ day, at, minutes, place, question, challenge }: z.output<typeof planned>) => ({
  day,
  at,
  minutes,
  place,
  question: question.replace(/\s*\n\s*/g, ' '),
  challengeId: challenge,
})

/** Adds the doors of planning. */
export const withPlanning = (table: ApiTable<Visit>): ApiTable<Visit> =>
  table
    .post(
      apiUrls.meetings,
      members,
      'write',
      {
        id: 'planMeeting',
        says: 'Plans a meeting; its clocks are those of the site.',
        params: here,
        body: planned.extend({ language: z.enum(languages) }).meta({ example: { ...example, language: 'en' } }),
        answer: whole,
        fields: { on: 'day' },
        refusals,
      },
      async (c, { body: { language, ...body }, once }) => {
        const { house, scope, place, settings } = c.var
        const input = { ...planOf(body), zone: settings.timeZone, language }
        const kept = await plan(house, scope, place, input, once)
        if (!kept.ok) return kept
        const meeting = await meetingOf(c, kept.value.id)
        return meeting ? made(meeting, apiUrls.meeting({ slug: place.slug, meeting: meeting.id })) : notFound(c)
      },
    )
    .patch(
      apiUrls.meeting,
      members,
      'write',
      {
        id: 'changeMeeting',
        says: 'Moves a meeting, or says otherwise what it is about: the whole plan, as it was read.',
        params: one,
        body: planned.meta({ example }),
        answer: whole,
        fields: { on: 'day' },
        refusals,
        current: (c, { params }) => meetingOf(c, params.meeting),
      },
      (c, { params, body, once }, { seen }) =>
        after(c, params.meeting, () =>
          changePlan(c.var.house, c.var.scope, c.var.place, params.meeting, { ...planOf(body), seen }, once),
        ),
    )
    .post(
      apiUrls.cancellation,
      members,
      'write',
      {
        id: 'cancelMeeting',
        says: 'Cancels a meeting; it stays to be read. Twice is once.',
        params: one,
        body: z
          .strictObject({ why: z.string().trim().max(300, 'cancel.long').default('') })
          .meta({ example: { why: 'It snows.' } }),
        answer: whole,
        refusals,
      },
      (c, { params, body, once }) =>
        after(c, params.meeting, () => cancel(c.var.house, c.var.scope, c.var.place, params.meeting, body.why, once)),
    )
    .post(
      apiUrls.coming,
      members,
      'write',
      {
        id: 'answerComing',
        says: 'Says whether you come; a facilitator may note it for somebody who told them.',
        params: one,
        body: z
          .strictObject({
            answer: z.enum(answers),
            person: number.optional().meta({ description: 'For whom; for you, where nobody is named.' }),
          })
          .meta({ example: { answer: 'yes' } }),
        answer: whole,
        refusals,
      },
      (c, { params, body, once }) =>
        after(c, params.meeting, () => {
          const said = { answer: body.answer, person: body.person ?? c.var.scope.personId ?? 0 }
          return answerComing(c.var.house, c.var.scope, c.var.place, params.meeting, said, once)
        }),
    )
