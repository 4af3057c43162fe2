/** What the forms of unsealing may hold. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText, text } from '../../../platform/http/form.ts'

export const askForm = z.object({ reason: text(1000, { empty: 'reason.empty', long: 'reason.long' }) })

export const decisionForm = z
  .object({ agree: z.enum(['yes', 'no']), silent: z.string().optional(), risk: maybeText(1000, 'risk.long') })
  .refine(({ silent, risk }) => silent === undefined || risk !== '', { path: ['risk'], message: 'risk.empty' })
