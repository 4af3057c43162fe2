/** What the forms of the rhythm may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, maybeText, text } from '../../../platform/http/form.ts'
import { stages } from './stage.ts'

const why = line(600, { empty: 'propose.whyEmpty', long: 'propose.whyLong' })

export const proposeForm = z.object({
  stage: z.preprocess((value) => value ?? '', z.enum(stages, { error: 'propose.stageEmpty' })),
  why,
})
export const farewellForm = z.object({
  // Named apart from the other form's line, for both stand on one page.
  ending: why,
  farewell: text(4000, { empty: 'close.farewellEmpty', long: 'close.long' }),
  learned: maybeText(4000, 'close.long'),
})
export const answerForm = z.object({
  answer: z.enum(['yes', 'not-yet']),
  words: maybeText(600, 'answer.long'),
})
export const moveForm = z.object({ move: z.enum(['rest', 'wake', 'reopen']) })
export const takeOverForm = z.object({
  to: z.coerce.number({ error: 'handover.whom' }).int({ error: 'handover.whom' }),
})
export const handoverForm = z.object({ answer: z.enum(['yes', 'no']) })
