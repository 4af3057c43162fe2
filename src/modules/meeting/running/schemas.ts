/** What the forms of a running meeting may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many, maybeText } from '../../../platform/http/form.ts'
import { dateTyped } from '../../../ui/date-fields.tsx'
import { parts, stepOutcomes } from '../contract.ts'

const number = z.coerce.number().int().positive()
const version = z.coerce.number().int().min(0).max(1_000_000)

/** Who is here. Guests stand one on a line. */
export const circleForm = z.object({
  people: many(number),
  guests: z
    .string()
    .optional()
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split('\n')
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(z.string().max(80, 'here.guestLong')).max(40, 'here.guestMany')),
})

/** Somebody leaves. */
export const leaveForm = z.object({ present: number })

/** Going on or back, from where one saw the group. */
export const pressForm = z.object({ seen: z.coerce.number().int().min(0).max(20), way: z.enum(['next', 'back']) })

/** A turn: words, or a pass. */
export const turnForm = z
  .object({
    part: z.enum(parts),
    present: number,
    words: maybeText(2000, 'turn.long'),
    act: z.enum(['say', 'pass']).catch('say'),
  })
  .superRefine((typed, context) => {
    if (typed.act === 'say' && typed.words === '')
      context.addIssue({ code: 'custom', path: ['words'], message: 'turn.empty' })
  })
  .transform(({ act, ...typed }) => ({ ...typed, words: act === 'pass' ? '' : typed.words }))

/** Mending what was said. */
export const mendForm = z.object({ entry: number, version, words: maybeText(2000, 'turn.long') })

/** A next step. */
export const stepForm = z
  .object({
    words: line(400, { empty: 'step.empty', long: 'step.long' }),
    owner: number,
    'due-day': z.string().optional().default(''),
    'due-month': z.string().optional().default(''),
    'due-year': z.string().optional().default(''),
  })
  .transform(({ words, owner, ...due }, context) => {
    const typed = { day: due['due-day'], month: due['due-month'], year: due['due-year'] }
    const open = Object.values(typed).every((part) => part.trim() === '')
    const day = open ? null : (dateTyped(typed) ?? null)
    if (!open && day === null) context.addIssue({ code: 'custom', path: ['due'], message: 'step.dueOdd' })
    return { words, owner, due: day }
  })

/** What came of a step. */
export const toldForm = z.object({
  outcome: z.enum(stepOutcomes, { error: 'last.choose' }),
  told: maybeText(1000, 'last.long'),
})

/** What moved, or why nothing did. */
export const movedForm = z
  .object({ matter: z.string().optional().default(''), words: line(400, { empty: 'moved.empty', long: 'moved.long' }) })
  .transform(({ matter, words }) => {
    const found = /^(challenge|unknown) (\d{1,15})$/.exec(matter)
    return { words, matter: found ? { kind: found[1] as 'challenge' | 'unknown', subject: Number(found[2]) } : null }
  })

/** Keeping what was said as a line of Who we are, or adding one of How we treat each other. */
export const keepForm = z
  .object({ entry: number.optional(), words: z.string().trim().max(600, 'line.long').optional() })
  .superRefine((typed, context) => {
    if (typed.entry === undefined && !typed.words)
      context.addIssue({ code: 'custom', path: ['words'], message: 'line.empty' })
  })

/** A form that is only a button. */
export const pressed = z.object({})
