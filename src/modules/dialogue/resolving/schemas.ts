/** What the form about a wondering may hold. The messages are keys of the words. */
import { z } from 'zod'

/** 0 says that it is open. */
export const answeredForm = z.object({
  answer: z.coerce
    .number({ error: 'resolve.which' })
    .int('resolve.which')
    .min(0, 'resolve.which')
    .max(Number.MAX_SAFE_INTEGER, 'resolve.which'),
})
