/** What the forms of the workshop may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many, maybeText } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { dimensions, licences } from '../contract.ts'
import { ageBands } from '../story-text.ts'
import { consents } from './gate.ts'

const answer = maybeText(8000, 'write.long')
const revision = z.coerce.number().int().catch(0)

/** The words of a story. The try-outs come as a list in their order; their outcomes stay as they are. */
export const writeForm = z.object({
  revision,
  title: line(200, { empty: 'write.titleEmpty', long: 'write.long' }),
  summary: maybeText(600, 'write.long'),
  language: z.enum(languages).catch('en'),
  mattered: answer,
  did: answer,
  unsure: answer,
  whose: answer,
  age_band: z.enum(['', ...ageBands]).catch(''),
  children: maybeText(200, 'write.long'),
  possible: maybeText(600, 'write.long'),
  dimensions: many(z.enum(dimensions)).catch([]),
  question: maybeText(600, 'write.long'),
  tryouts: many(z.string().trim().max(300, 'write.long')),
  writers: many(z.coerce.number().int().positive()).catch([]),
})

/** Somebody depicted. */
export const depictedForm = z.object({
  label: line(200, { empty: 'depicted.empty', long: 'depicted.long' }),
  child: z.enum(['yes', 'no']).catch('yes'),
  consent: z.enum(consents).catch('not-asked'),
  person: z.coerce.number().int().positive().optional().catch(undefined),
})

/** What somebody depicted says now. */
export const depictedOneForm = z.object({ consent: z.enum([...consents, 'strike']).catch('not-asked') })

/** The look for a recognisable child. */
export const checkForm = z.object({
  revision,
  sure: z.literal('yes').optional().catch(undefined),
  kept: many(z.string().max(60)).catch([]),
})

/** An answer of the circle. */
export const answerForm = z.object({
  round: z.coerce.number().int().catch(0),
  answer: z.enum(['yes', 'no'], { error: 'circle.choose' }),
  reason: maybeText(2000, 'circle.long'),
})

/** How one is named. */
export const namingForm = z.object({ naming: z.enum(['name', 'perspective', 'none']).catch('perspective') })

/** How a story goes out. */
export const publishForm = z.object({
  to: z.enum(['public', 'community']).catch('community'),
  licence: z.enum(licences).catch('read-and-print'),
})

/** A form that is only a button. */
export const nothing = z.object({})
