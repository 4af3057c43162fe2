/** What the forms of a question may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, many, maybeText, text } from '../../platform/http/form.ts'
import { languages } from '../../platform/words/words.ts'
import { circles } from '../community/contract.ts'
import { namesField } from '../safeguarding/public.ts'
import { childAnswers, helps } from './contract.ts'

/** A question: about one child or not, its words, who hears it, what would help. */
export const wordingForm = z.object({
  child: z.enum(childAnswers, { error: 'child.empty' }),
  question: line(400, { empty: 'wording.empty', long: 'wording.long' }),
  language: z.enum(languages).catch('en'),
  circle: z.enum(circles, { error: 'circle.empty' }),
  help: many(z.enum(helps)).catch([]),
  changed: maybeText(300, 'wording.changedLong'),
  names: namesField,
})

export const unknownForm = z.object({ unknown: text(600, { empty: 'unknown.empty', long: 'unknown.long' }) })

export const differenceForm = z.object({
  difference: text(1000, { empty: 'difference.empty', long: 'difference.long' }),
})

export const evidenceForm = z.object({
  evidence: text(2000, { empty: 'evidence.empty', long: 'evidence.long' }),
  where: z
    .string()
    .optional()
    .transform((id) => (id && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null)),
})

export const moveForm = z.object({ move: z.enum(['choose', 'explore', 'park', 'reopen'], { error: 'moved' }) })

export const answerForm = z.object({
  known: text(4000, { empty: 'answer.knownEmpty', long: 'answer.long' }),
  open: maybeText(2000, 'answer.openLong'),
})

/** A form of one button: nothing but its token. */
export const noForm = z.object({})
