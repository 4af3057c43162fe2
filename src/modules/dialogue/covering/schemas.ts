/** What the form of a content note may hold. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText } from '../../../platform/http/form.ts'
import { namesField } from '../../safeguarding/public.ts'
import { LONGEST_NOTE } from './note.ts'

/** A note; empty where there is none. */
export const note = maybeText(LONGEST_NOTE, 'note.long')
export const noteForm = z.object({ note, names: namesField })
