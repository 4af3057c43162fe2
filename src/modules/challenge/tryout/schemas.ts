/** What the forms of a try-out may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, maybeText, text } from '../../../platform/http/form.ts'
import { dateTyped } from '../../../ui/date-fields.tsx'
import { namesField } from '../../safeguarding/public.ts'
import { endings } from './tryout.ts'

const typed = z.string().optional()

const dayOfForm = (form: Record<string, string | undefined>, name: string): string | undefined =>
  dateTyped({
    day: form[`${name}-day`] ?? '',
    month: form[`${name}-month`] ?? '',
    year: form[`${name}-year`] ?? '',
  })

/** A plan. `startsOn` may stay open; the last day may not. */
export const planForm = z
  .object({
    title: line(200, { empty: 'tryout.title.empty', long: 'tryout.title.long' }),
    expects: text(1000, { empty: 'tryout.expects.empty', long: 'tryout.long' }),
    stop: text(1000, { empty: 'tryout.stop.empty', long: 'tryout.long' }),
    look: maybeText(1000, 'tryout.long'),
    owner: z
      .string({ error: 'tryout.owner.here' })
      .regex(/^[1-9]\d{0,14}$/, 'tryout.owner.here')
      .transform(Number),
    from: typed.transform((id) => (id && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null)),
    'starts-day': typed,
    'starts-month': typed,
    'starts-year': typed,
    'ends-day': typed,
    'ends-month': typed,
    'ends-year': typed,
  })
  .transform((form, ctx) => {
    const { title, expects, stop, look, owner, from, ...days } = form
    const startsOn = dayOfForm(days, 'starts')
    const endsOn = dayOfForm(days, 'ends')
    const startTyped = [days['starts-day'], days['starts-month'], days['starts-year']].some((part) => part?.trim())
    if (!startsOn && startTyped) ctx.addIssue({ code: 'custom', path: ['starts'], message: 'tryout.starts.odd' })
    if (!endsOn) ctx.addIssue({ code: 'custom', path: ['ends'], message: 'tryout.ends.empty' })
    if (startsOn && endsOn && endsOn < startsOn)
      ctx.addIssue({ code: 'custom', path: ['ends'], message: 'tryout.ends.after' })
    return {
      title,
      expects,
      stopIf: stop,
      lookFor: look,
      ownerId: owner,
      adaptedFrom: from,
      startsOn: startsOn ?? null,
      endsOn: endsOn ?? '',
    }
  })

export const seenForm = z.object({ seen: text(4000, { empty: 'seen.empty', long: 'answer.long' }), names: namesField })

export const changeForm = z.object({
  happened: text(1000, { empty: 'changed.empty', long: 'tryout.long' }),
  now: text(1000, { empty: 'changed.empty', long: 'tryout.long' }),
})

export const concludeForm = z.object({
  ending: z.enum(endings, { error: 'conclude.empty' }),
  reason: text(2000, { empty: 'conclude.reasonEmpty', long: 'evidence.long' }),
})
