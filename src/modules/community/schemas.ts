/** What the forms of a community may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many, maybeText, text } from '../../platform/http/form.ts'
import { dateTyped } from '../../ui/date-fields.tsx'
import { parts } from './charter.ts'
import { perspectives, roles } from './contract.ts'

const chosen = many(z.enum(perspectives)).pipe(z.array(z.enum(perspectives)).min(1, 'begin.perspectivesEmpty'))

const day = z.object({
  'on-day': z.string().optional().default(''),
  'on-month': z.string().optional().default(''),
  'on-year': z.string().optional().default(''),
  at: z.string().trim().optional().default(''),
  where: maybeText(300, 'meeting.long'),
})

interface Typed {
  readonly 'on-day': string
  readonly 'on-month': string
  readonly 'on-year': string
  readonly at: string
  readonly where: string
}

const planOf = (typed: Typed) => {
  const dated = [typed['on-day'], typed['on-month'], typed['on-year']].some((part) => part.trim() !== '')
  return {
    dated,
    on: dated ? (dateTyped({ day: typed['on-day'], month: typed['on-month'], year: typed['on-year'] }) ?? null) : null,
    at: typed.at === '' ? null : typed.at,
    where: typed.where === '' ? null : typed.where,
  }
}

/** Checks that a typed day exists and a typed time is one. */
const settled = <T extends Typed>(typed: T, context: z.RefinementCtx): void => {
  const plan = planOf(typed)
  if (plan.dated && plan.on === null) context.addIssue({ code: 'custom', path: ['on'], message: 'meeting.dayOdd' })
  if (plan.at !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(plan.at))
    context.addIssue({ code: 'custom', path: ['at'], message: 'meeting.timeOdd' })
}

const meetingOf = (typed: Typed) => {
  const { on, at, where } = planOf(typed)
  return { on, at, where }
}

const name = line(120, { empty: 'begin.nameEmpty', long: 'begin.nameLong' })
const purpose = text(600, { empty: 'begin.purposeEmpty', long: 'begin.purposeLong' })

export const beginForm = day
  .extend({ name, purpose, perspectives: chosen })
  .superRefine(settled)
  .transform((typed) => ({
    name: typed.name,
    purpose: typed.purpose,
    perspectives: typed.perspectives,
    meeting: meetingOf(typed),
  }))
export const meetingForm = day.superRefine(settled).transform(meetingOf)
export const tendForm = z.object({ name, purpose })
export const perspectivesForm = z.object({ perspectives: chosen })
export const roleForm = z.object({ role: z.enum(roles) })
const words = text(600, { empty: 'line.empty', long: 'line.long' })
export const lineForm = z.object({ part: z.enum(parts), words })
export const changeForm = z.object({ part: z.enum(parts), words, seen: z.string(), act: z.enum(['keep', 'strike']) })
const oneLine = (empty: string) => line(600, { empty, long: 'version.long' })
export const versionForm = z.object({
  document: z.enum(['charter', 'agreement']),
  changed: oneLine('version.changedEmpty'),
  why: oneLine('version.whyEmpty'),
})
