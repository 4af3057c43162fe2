/** What the forms of guardians and students may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { dateTyped } from '../../../ui/date-fields.tsx'
import { type Answer, bands, reaches, uses, whats } from './heard.ts'

export const ageForm = z.object({ band: z.enum(bands, { error: 'band.choose' }) })
export const askingForm = z.object({ asks: z.enum(['yes', 'no'], { error: 'choose' }) })
export const restrictionForm = z.object({ restricted: z.enum(['yes', 'no'], { error: 'choose' }) })

export const guardianForm = z.object({
  name: line(80, { empty: 'guardian.empty', long: 'guardian.long' }),
  language: z.enum(languages, { error: 'choose' }),
})

/** One yes or no to one use. */
export const answerForm = z
  .object({
    what: z.enum(whats, { error: 'choose' }),
    circle: z.enum(reaches, { error: 'choose' }),
    answer: z.enum(['yes', 'no'], { error: 'choose' }),
  })
  .transform(({ what, circle, answer }): Answer => ({ what, circle, yes: answer === 'yes' }))

/** The name of the field that holds the answer to a use. */
export const fieldOf = ({ what, circle }: Pick<Answer, 'what' | 'circle'>): string => `${what}-${circle}`

const part = z.string().optional().default('')
const said = z.enum(['yes', 'no', '']).optional().catch('')

/** A paper: a yes, a no or nothing to each use; how it came; and until when, where it says so. */
export const paperForm = z
  .object({
    ...Object.fromEntries(uses.map((use) => [fieldOf(use), said] as const)),
    way: z.enum(['paper', 'school'], { error: 'paper.way' }),
    'until-day': part,
    'until-month': part,
    'until-year': part,
  })
  .transform((typed, context) => {
    const [day, month, year] = [typed['until-day'], typed['until-month'], typed['until-year']]
    const named = [day, month, year].some((one) => one.trim())
    const until = named ? dateTyped({ day, month, year }) : undefined
    if (named && !until) context.addIssue({ code: 'custom', path: ['until'], message: 'paper.odd' })
    const by: Readonly<Record<string, unknown>> = typed
    const answers = uses.flatMap((use): Answer[] => {
      const answer = by[fieldOf(use)]
      return answer === 'yes' || answer === 'no' ? [{ ...use, yes: answer === 'yes' }] : []
    })
    return { answers, way: typed.way, until: until ?? null }
  })
