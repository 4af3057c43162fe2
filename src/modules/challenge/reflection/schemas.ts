/** What the forms of reflections may hold. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText } from '../../../platform/http/form.ts'
import { circles } from '../../community/contract.ts'

const said = maybeText(4000, 'reflection.long')

export const reflectionForm = z.object({ provisional: said, meeting: said, together: said, change: said, dare: said })

export const shareForm = z.object({ circle: z.enum(circles, { error: 'circle.empty' }) })
