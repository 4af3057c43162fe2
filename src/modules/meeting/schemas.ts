/** What the forms of planning may hold. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText } from '../../platform/http/form.ts'
import { dateTyped } from '../../ui/date-fields.tsx'
import { answers } from './coming.ts'

/** How long a meeting may take, in minutes: what the form offers. */
export const lengths = [30, 45, 60, 75, 90, 120, 180] as const

const clock = /^([01]\d|2[0-3]):[0-5]\d$/
const maybePart = z.string().optional().default('')

/** A plan. `seen` is the sign of the plan that was on the page when it is changed. */
export const planForm = z
  .object({
    'on-day': maybePart,
    'on-month': maybePart,
    'on-year': maybePart,
    at: z.string().trim().optional().default(''),
    minutes: z.coerce.number().int().min(10).max(600).catch(60),
    place: maybeText(300, 'plan.placeLong'),
    question: maybeText(400, 'plan.questionLong'),
    challenge: z.string().optional().default(''),
    seen: z.string().max(64).optional().default(''),
  })
  .transform((typed, context) => {
    const day = dateTyped({ day: typed['on-day'], month: typed['on-month'], year: typed['on-year'] })
    if (!day) context.addIssue({ code: 'custom', path: ['on'], message: 'plan.dayOdd' })
    if (typed.at !== '' && !clock.test(typed.at))
      context.addIssue({ code: 'custom', path: ['at'], message: 'plan.timeOdd' })
    return {
      day: day ?? '',
      at: typed.at === '' ? null : typed.at,
      minutes: typed.minutes,
      place: typed.place,
      question: typed.question.replace(/\s*\n\s*/g, ' '),
      challengeId: /^[1-9]\d{0,14}$/.test(typed.challenge) ? Number(typed.challenge) : null,
      seen: typed.seen,
    }
  })

/** Cancelling, with why. */
export const cancelForm = z.object({ why: maybeText(300, 'cancel.long') })

/** Whether somebody comes; without a person, oneself. */
export const comingForm = z.object({
  answer: z.enum(answers, { error: 'coming.choose' }),
  person: z.coerce.number().int().positive().optional(),
})
