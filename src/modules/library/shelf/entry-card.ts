// What entry.json may say: the kind of an entry, its dimensions, its sources and, for a reference, its citation.
import { z } from 'zod'

const person = z.strictObject({ family: z.string().min(1), given: z.string().min(1) })
const institution = z.strictObject({ literal: z.string().min(1) })

/** A citation in CSL-JSON, as far as the shelf uses it; `id` is the entry's slug. */
const citation = z.strictObject({
  id: z.string(),
  type: z.enum(['article-journal', 'book', 'chapter', 'report', 'webpage']),
  author: z.array(z.union([person, institution])).min(1),
  issued: z.strictObject({ 'date-parts': z.tuple([z.array(z.number().int()).min(1)]) }),
  title: z.string().min(1),
  'container-title': z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  number: z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  DOI: z.string().startsWith('10.').optional(),
  ISBN: z.string().optional(),
  URL: z.url().optional(),
  note: z.string().optional(),
})

const shared = {
  dimensions: z.array(z.enum(['ethics', 'policies', 'practice'])).min(1),
  sources: z.array(z.string()),
  order: z.number().int(),
}

/** Concepts, policies, methods and papers name their sources; a reference carries a citation and, in `checked`, what of it was really seen. */
export const entryCard = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['concept', 'policy', 'method', 'paper']), ...shared }),
  z.strictObject({ kind: z.literal('reference'), ...shared, csl: citation, checked: z.string().min(1) }),
])

export type EntryCard = z.infer<typeof entryCard>
