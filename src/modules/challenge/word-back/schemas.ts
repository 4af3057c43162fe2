/** What the form of a word back may hold: a line for everyone, and lines for some. The messages are keys of the words. */
import { z } from 'zod'
import { maybeText } from '../../../platform/http/form.ts'

/** The name of the field with one person's own line, by the number of the word. */
export const apartField = (id: number): string => `for-${id}`

const LONGEST = 400

export const wordForm = z
  .object({ everyone: maybeText(LONGEST, 'long') })
  .catchall(z.unknown())
  .transform(({ everyone, ...more }, ctx) => {
    const apart = new Map<number, string>()
    for (const [name, value] of Object.entries(more)) {
      const id = /^for-([1-9]\d{0,14})$/.exec(name)?.[1]
      const words = typeof value === 'string' ? value.trim() : ''
      if (!id || words === '') continue
      if (words.length > LONGEST) ctx.addIssue({ code: 'custom', path: [name], message: 'long' })
      apart.set(Number(id), words)
    }
    return { everyone, apart }
  })
