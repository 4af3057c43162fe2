/** A contribution as programs are shown it. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute } from '../../../platform/api/answer.ts'
import { circleOf } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import type { Found } from '../store/contributions.ts'
import { urls } from '../urls.ts'
import { audience } from './threads.ts'

const quote = z.object({
  contribution: z.int().meta({ example: 40 }),
  author: z.string().nullable(),
  text: z.string().meta({ example: 'He began by himself.' }),
  note: z.string().nullable().meta({ description: 'The content note before these words.' }),
  changedSince: z.boolean(),
})
const source = z.object({
  kind: z.string().meta({ description: 'Such as `contribution`, `entry` (of the library) or `tryout`.' }),
  id: z.int(),
})

/** A contribution, for programs. */
export const contribution = z
  .object({
    id: z.int().meta({ example: 41 }),
    thread: z.int().meta({ example: 12 }),
    replyTo: z.int().nullable().meta({ description: 'The contribution it answers.', example: null }),
    author: z.string().nullable().meta({ description: 'Null when you may not know the name.', example: 'Rita Vale' }),
    writtenBy: z.string().nullable().meta({
      description:
        'Who wrote it down, when its author said it aloud or on paper; null otherwise, or when you may not know.',
      example: null,
    }),
    withoutName: z.boolean().meta({
      description:
        'Said without a name: nobody is told whose it is, and times are days. You alone see that it is yours.',
      example: false,
    }),
    note: z.string().nullable().meta({
      description:
        'A content note: show it first, and the words only when the reader opens them. Null when there is none.',
      example: null,
    }),
    noteFrom: z.enum(['author', 'facilitators']).nullable().meta({ description: 'Who put the note.', example: null }),
    manner: z.string().meta({
      description:
        'In which way it is meant: `said`, `wonder`, `tried`, `learned`, or `carried` for somebody who asked. More ways may come.',
      example: 'wonder',
    }),
    quote: quote.nullable().meta({
      description: 'Words of another contribution that it carries; null when there are none, or none that you hear.',
      example: null,
    }),
    learnedFrom: source.nullable().meta({ description: 'Where it was learned.', example: null }),
    resolvedBy: z.int().nullable().meta({
      description: 'The contribution that answered this wondering, as far as you hear it.',
      example: null,
    }),
    learners: z
      .array(z.object({ contribution: z.int(), author: z.string().nullable() }))
      .meta({ description: 'Who says that they learned from this, as far as you hear it.', example: [] }),
    mine: z.boolean().meta({ description: 'Your own words, which you alone may change.', example: true }),
    audience,
    language: z.string().meta({ example: 'en' }),
    text: z.string().nullable().meta({ description: 'As it was typed, in Markdown; null when withdrawn.' }),
    html: z.string().nullable().meta({ description: 'As it is shown; safe.', example: '<p>We read in pairs.</p>' }),
    version: z.int().meta({ example: 1 }),
    saidAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable().meta({ example: null }),
    withdrawn: z.boolean().meta({ example: false }),
    url: z.url(),
  })
  .meta({ id: 'Contribution', description: 'Something that somebody said. A withdrawn one keeps its place alone.' })

/** The same, as it is sent. */
export type Shown = z.input<typeof contribution>

/** A contribution as the asking person may see it. */
export const shown = (c: Context<Visit>, row: Found): Shown => ({
  id: row.id,
  thread: row.thread_id,
  replyTo: row.reply_to,
  author: row.withdrawn ? null : row.author,
  writtenBy: row.withdrawn ? null : row.writer,
  withoutName: row.nameless,
  note: row.note,
  noteFrom: row.note_from,
  manner: row.manner,
  quote: row.quote && {
    contribution: row.quote.id,
    author: row.quote.author,
    text: row.quote.words,
    note: row.quote.note,
    changedSince: row.quote.edited,
  },
  learnedFrom: row.learned_from && { kind: row.learned_from.kind, id: row.learned_from.id },
  resolvedBy: row.resolved?.id ?? null,
  learners: (row.learners ?? []).map(({ id, name }) => ({ contribution: id, author: name })),
  mine: isMine(c.var.scope, row),
  audience: circleOf(row.audience),
  language: row.language,
  text: row.withdrawn ? null : row.text,
  html: row.withdrawn ? null : row.html,
  version: row.version,
  saidAt: row.said_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null,
  withdrawn: row.withdrawn,
  url: absolute(c, urls.voice({ slug: c.var.place.slug, id: row.id })),
})
