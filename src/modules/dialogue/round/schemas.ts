/** What the forms of rounds may hold. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText, text } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { momentAt } from '../../../platform/words/zones.ts'
import { dateTyped } from '../../../ui/date-fields.tsx'
import { namesField } from '../../safeguarding/public.ts'
import { LONGEST } from '../forms.ts'
import { LONGEST_EYES, LONGEST_HARVEST, LONGEST_QUESTION } from './round.ts'
import { hidings, orders, ways } from './turns.ts'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
/** When only a day was given: the evening of it. */
const EVENING = '20:00'
const part = z.string().trim().max(20, 'open.dayOdd').optional().default('')
const language = z.enum(languages, { error: 'turn.language' })

/** A round to be held; its end is typed as clocks in `zone` show it. */
export const openForm = (zone: string) =>
  z
    .object({
      question: text(LONGEST_QUESTION, { empty: 'open.empty', long: 'open.long' }),
      hidden: z.enum(hidings, { error: 'open.hiddenChoose' }),
      order: z.enum(orders, { error: 'open.orderChoose' }),
      'ends-day': part,
      'ends-month': part,
      'ends-year': part,
      at: part,
      eyes: maybeText(LONGEST_EYES, 'open.eyesLong'),
      names: namesField,
      follows: z.coerce.number().int().positive().optional().catch(undefined),
    })
    .transform((typed, context) => {
      const { question, hidden, order, follows, names, eyes } = typed
      const asked = [typed['ends-day'], typed['ends-month'], typed['ends-year']]
      const day = dateTyped({ day: asked[0] ?? '', month: asked[1] ?? '', year: asked[2] ?? '' })
      const wanted = asked.some(Boolean) || typed.at !== ''
      if (wanted && !day) context.addIssue({ code: 'custom', path: ['ends'], message: 'open.dayOdd' })
      const at = typed.at || EVENING
      if (!CLOCK.test(at)) context.addIssue({ code: 'custom', path: ['at'], message: 'open.timeOdd' })
      const ends = wanted && day && CLOCK.test(at) ? new Date(momentAt(zone, Date.parse(`${day}T${at}:00Z`))) : null
      return {
        question: question.replace(/\s*\n\s*/g, ' '),
        hidden,
        order,
        ends,
        follows,
        names,
        eyes: eyes.replace(/\s*\n\s*/g, ' '),
      }
    })

/** A turn: words, a pass, or a pass for now. The act itself asks for words where it needs them. */
export const turnForm = z.object({
  way: z.enum(ways).catch('said'),
  text: z.string({ error: 'turn.empty' }).trim().max(LONGEST, 'turn.long').optional().default(''),
  language,
  nameless: z.literal('yes').optional().catch(undefined),
  names: namesField,
  seen: z.coerce.number().int().min(0).max(1_000_000).catch(0),
})

/** What the group takes along. */
export const harvestForm = z.object({
  text: text(LONGEST_HARVEST, { empty: 'harvest.empty', long: 'harvest.long' }),
  language,
  seen: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  names: namesField,
})

/** One look at the very words that were seen. */
export const lookForm = z.object({ sign: z.string().max(64, 'look.meanwhile').catch('') })
