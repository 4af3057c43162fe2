/** What the forms may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line, maybeText } from '../../../platform/http/form.ts'
import { languages } from '../../../platform/words/words.ts'
import { thingCircles } from './contract.ts'
import { soundAddress } from './thing.ts'

const shared = {
  title: line(120, { empty: 'share.noTitle', long: 'share.longTitle' }),
  why: line(300, { empty: 'share.noWhy', long: 'share.longWhy' }),
  audience: z.enum(thingCircles, { error: 'share.audience' }),
  language: z.enum(languages, { error: 'share.language' }),
}

/** Sharing a link. */
export const linkForm = z.object({
  ...shared,
  address: z
    .string({ error: 'share.noAddress' })
    .trim()
    .min(1, 'share.noAddress')
    .transform((typed, context) => {
      const address = soundAddress(typed)
      if (address === undefined) context.addIssue({ code: 'custom', message: 'share.wrongAddress' })
      return address ?? ''
    }),
})

/** Sharing a file; the file itself comes beside the words. */
export const fileForm = z.object({
  ...shared,
  alt: maybeText(500, 'share.longAlt').transform((typed) => typed.replace(/\s*\n\s*/g, ' ')),
})

/** Taking down what somebody shared: never without saying why. */
export const takingDownForm = z.object({
  reason: line(300, { empty: 'down.noReason', long: 'down.longReason' }),
})
