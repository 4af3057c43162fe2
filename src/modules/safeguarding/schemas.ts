/** What the forms may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many, maybeText } from '../../platform/http/form.ts'
import { dateTyped } from '../../ui/date-fields.tsx'
import { reasons } from './contract.ts'
import { countries } from './numbers.ts'
import { caseActs } from './store/cases.ts'

const numberOf = (reason: string) =>
  z
    .string({ error: reason })
    .regex(/^[1-9]\d{0,14}$/, reason)
    .transform(Number)
const part = z.string().optional().default('')

/** A vetted adult: who, and the day they were checked. */
export const vettedForm = z
  .object({ person: numberOf('who.choose'), 'checked-day': part, 'checked-month': part, 'checked-year': part })
  .transform(({ person, ...typed }, context) => {
    const day = dateTyped({ day: typed['checked-day'], month: typed['checked-month'], year: typed['checked-year'] })
    if (day === undefined) context.addIssue({ code: 'custom', path: ['checked'], message: 'who.day' })
    return { person, checkedOn: day ?? '' }
  })

/** A lead, by number. */
export const leadForm = z.object({ lead: numberOf('who.choose') })

/** Yes or no. */
export const leadAnswerForm = z.object({ answer: z.enum(['yes', 'no'], { error: 'who.choose' }) })

export const countryForm = z.object({ country: z.enum(countries, { error: 'who.choose' }) })

/** Asking for help: whom, and words if wished. */
export const askForm = z.object({
  adults: many(numberOf('ask.choose')).pipe(z.array(z.number()).min(1, 'ask.choose').max(50, 'ask.choose')),
  words: maybeText(1000, 'ask.long'),
})

/** One line of an adult. */
export const answerForm = z.object({ answer: line(200, { empty: 'help.empty', long: 'help.long' }) })

/** Why a thing is reported. */
export const reportForm = z.object({
  reason: z.enum(reasons, { error: 'report.choose' }),
  words: maybeText(1000, 'report.long'),
})

/** What is done about a case. */
export const actForm = z.object({
  act: z.enum(caseActs, { error: 'case.empty' }),
  words: maybeText(2000, 'case.long'),
})
