/** For programs: a meeting on its way, as its one screen runs it. Of two who press at once one does it, the other is told. */
import { z } from 'zod'
import type { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { parts } from '../contract.ts'
import { takeOn } from '../running/actions/deciding.ts'
import { beginTogether, goOn, publishMinutes } from '../running/actions/going.ts'
import { takeTurn } from '../running/actions/speaking.ts'
import { apiUrls } from '../urls.ts'
import { after, number, one, refusals, whole } from './as-told.ts'

const language = z.enum(languages)

/** Adds the doors of running. */
export const withRunning = (table: ApiTable<Visit>): ApiTable<Visit> =>
  table
    .post(
      apiUrls.present,
      members,
      'write',
      {
        id: 'beginMeeting',
        says: 'Begins a meeting with those who are here; begun already, they come in.',
        params: one,
        body: z
          .strictObject({
            people: z.array(number).max(300).default([]),
            guests: z.array(z.string().trim().min(1).max(80, 'here.guestLong')).max(40, 'here.guestMany').default([]),
          })
          .meta({ example: { people: [7, 9], guests: ['Dona Rosa'] } }),
        answer: whole,
        refusals: { ...refusals, 'plan.begun': 'conflict' },
      },
      (c, { params, body, once }) =>
        after(c, params.meeting, () =>
          beginTogether(c.var.house, c.var.scope, c.var.place, params.meeting, body, once),
        ),
    )
    .post(
      apiUrls.station,
      members,
      'write',
      {
        id: 'goOn',
        says: 'Goes on, or back, from the station where you saw the group.',
        params: one,
        body: z
          .strictObject({ seen: z.int().min(0).max(50), way: z.enum(['next', 'back']).default('next') })
          .meta({ example: { seen: 0, way: 'next' } }),
        answer: whole,
        refusals,
      },
      (c, { params, body, once }) =>
        after(c, params.meeting, () => goOn(c.var.house, c.var.scope, c.var.place, params.meeting, body, once)),
    )
    .post(
      apiUrls.entries,
      members,
      'write',
      {
        id: 'takeMeetingTurn',
        says: 'Puts down what somebody in the circle says in a part; no words are a pass. Each has one turn.',
        params: one,
        body: z
          .strictObject({
            part: z.enum(parts),
            present: number.meta({ description: 'The seat in the circle: an id of `here`.', example: 31 }),
            words: z.string().trim().max(2000, 'turn.long').default(''),
            language,
          })
          .meta({ example: { part: 'round', present: 31, words: 'The corridor was calm.', language: 'en' } }),
        answer: whole,
        refusals,
      },
      (c, { params, body, once }) =>
        after(c, params.meeting, () => takeTurn(c.var.house, c.var.scope, c.var.place, params.meeting, body, once)),
    )
    .post(
      apiUrls.nextSteps,
      members,
      'write',
      {
        id: 'takeOnStep',
        says: 'Somebody of the community takes on a next step.',
        params: one,
        body: z
          .strictObject({
            words: z.string().trim().min(1, 'step.empty').max(400, 'step.long'),
            owner: number,
            due: z.iso.date().nullable().default(null),
            language,
          })
          .meta({ example: { words: 'Ask the children who chooses.', owner: 9, due: '2027-01-20', language: 'en' } }),
        answer: whole,
        refusals,
      },
      (c, { params, body, once }) =>
        after(c, params.meeting, () => takeOn(c.var.house, c.var.scope, c.var.place, params.meeting, body, once)),
    )
    .post(
      apiUrls.publication,
      members,
      'write',
      {
        id: 'publishMinutes',
        says: 'The minutes are right: they stand among the community’s meetings from now on. Twice is once.',
        params: one,
        body: z.strictObject({}).meta({ example: {} }),
        answer: whole,
        refusals,
      },
      (c, { params, once }) =>
        after(c, params.meeting, () => publishMinutes(c.var.house, c.var.scope, c.var.place, params.meeting, once)),
    )
