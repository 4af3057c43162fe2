/** For programs: what was said in a conversation, saying something, changing and withdrawing one's own words. */
import type { Context } from 'hono'
import { z } from 'zod'
import { found, made, nothing, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { refuse } from '../../../platform/outcome.ts'
import { circles } from '../../community/contract.ts'
import { belongsTo, members, readers } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { namesGiven, namesRefused } from '../../safeguarding/public.ts'
import { edit, narrow, withdraw } from '../actions/amending.ts'
import { say } from '../actions/speaking.ts'
import { putNote } from '../covering/actions.ts'
import { LONGEST_NOTE } from '../covering/note.ts'
import { roomHere, voiceHere } from '../door.ts'
import { chosen, sayForm } from '../forms.ts'
import { nameOf, sourceNamed } from '../learning/from.ts'
import { manners } from '../learning/manner.ts'
import { reasonIn } from '../pages/mistakes.ts'
import { LONGEST_QUOTE } from '../quoting/quoting.ts'
import { contributionsAfter } from '../store/contributions.ts'
import { apiUrls } from '../urls.ts'
import { contribution, type Shown, shown } from './shown.ts'
import { here, number } from './threads.ts'

const voiceOf = async (c: Context<Visit>, id: number): Promise<Shown | undefined> => {
  const row = await voiceHere(c, id)
  return row && shown(c, row)
}

const inThread = here.extend({ thread: number })
const one = here.extend({ contribution: number })
const { text, language } = sayForm.shape
const circle = z.enum(circles).meta({ description: 'Who hears it; never more than hear the conversation.' })
const contentNote = z.string().trim().max(LONGEST_NOTE).meta({
  description: 'A content note before the words, such as “about a death in the family”; empty to take it away.',
})
const refusals = {
  'note.facilitators': 'forbidden',
  'note.author': 'forbidden',
  'note.notYours': 'forbidden',
  'change.notYours': 'forbidden',
  'change.written': 'forbidden',
  'change.withdrawn': 'gone',
  'change.gone': 'gone',
  'edit.meanwhile': 'changed',
} as const

export const contributionApi = new ApiTable<Visit>({
  noun: 'contributions',
  about: 'What was said. Each has an audience of its own; you hear what you hear on the page, and nothing is counted.',
  words: (lang) => ({ maybe: (reason) => reasonIn(lang, reason) }),
})
  .get(
    apiUrls.contributions,
    readers,
    'read',
    {
      id: 'listContributions',
      says: 'Lists what was said in a conversation, the oldest first.',
      params: inThread,
      query: paged(byNumber),
      answer: pageOf(contribution),
    },
    async (c, { params, query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const room = await roomHere(c, params.thread)
      // What hangs on a question is shown to members alone, on the question's page.
      if (!room || (room.subject_kind !== null && !belongsTo(scope, place.id))) return notFound(c)
      const [rows] = await house.db.read(scope, contributionsAfter(scope, room.id, cursor?.[0] ?? 0, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => shown(c, row),
        (row) => [row.id],
      )
    },
  )
  .post(
    apiUrls.contributions,
    members,
    'write',
    {
      id: 'contribute',
      says: 'Says something in a conversation, heard at once; `conflict` while it rests or goes slowly.',
      refusals: { 'pace.paused': 'conflict', 'pace.slow': 'conflict' },
      params: inThread,
      body: z
        .strictObject({
          text,
          language,
          audience: chosen.default('community').meta({
            description: 'Who hears it: a circle, or `group:` and the number of a chosen group that you hear.',
            example: 'community',
          }),
          replyTo: number.optional(),
          withoutName: z.boolean().default(false),
          manner: z.enum(manners).default('said'),
          note: contentNote.optional(),
          asItIs: z.boolean().default(false).meta({
            description:
              '`@` and a name calls somebody who will hear it. A name of nobody among them is refused as `mention.nobody`, unless this is true.',
          }),
          quote: z
            .strictObject({ contribution: number, text: z.string().trim().min(1).max(LONGEST_QUOTE) })
            .optional()
            .meta({ description: 'Words as they stand in another contribution of the same conversation.' }),
          learnedFrom: z
            .strictObject({ kind: z.string().max(40), id: number })
            .optional()
            .meta({ description: 'With `learned`: where; without it, what it answers.' }),
          names: namesGiven,
        })
        .meta({
          example: { text: 'We read in pairs, and he began by himself.', language: 'en', audience: 'community' },
        }),
      answer: contribution,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await roomHere(c, params.thread))) return notFound(c)
      const { audience: asked, quote: quoted, learnedFrom, asItIs, ...rest } = body
      const from = learnedFrom && (await sourceNamed(c.var.addressBook, scope, nameOf(learnedFrom)))
      if (learnedFrom && !from) return refuse('learned.gone', 'learnedFrom')
      const { text, language, note = '', names } = body
      const named = await namesRefused(c, { texts: [text, note], language, circle: asked, answer: names })
      if (named) return named
      const saying = {
        ...rest,
        strictNames: !asItIs,
        thread: params.thread,
        community: place.id,
        circle: asked,
        learnedFrom: from && { kind: from.kind, id: from.id },
        quote: quoted && { of: quoted.contribution, words: quoted.text },
      }
      const said = await say(house, scope, saying, once)
      if (!said.ok) return said
      const voice = await voiceOf(c, said.value.id)
      return voice ? made(voice, apiUrls.contribution({ slug: place.slug, contribution: voice.id })) : notFound(c)
    },
  )
  .get(
    apiUrls.contribution,
    readers,
    'read',
    { id: 'getContribution', says: 'Shows one contribution.', params: one, answer: contribution },
    async (c, { params }) => {
      const voice = await voiceOf(c, params.contribution)
      return voice ? found(voice) : notFound(c)
    },
  )
  .patch(
    apiUrls.contribution,
    members,
    'write',
    {
      id: 'changeContribution',
      says: 'Gives your own contribution other words, or a narrower audience. Earlier words stay readable.',
      params: one,
      body: z
        .strictObject({
          text: text.optional(),
          language: language.optional(),
          audience: circle.optional(),
          note: contentNote.optional(),
          names: namesGiven,
        })
        .meta({ example: { text: 'We read in pairs. He began by himself.' } }),
      answer: contribution,
      refusals,
      current: (c, { params }) => voiceOf(c, params.contribution),
    },
    async (c, { body }, current) => {
      const { house, scope } = c.var
      const next = { text: body.text ?? current.text ?? '', language: body.language ?? current.language }
      const about = {
        texts: [body.text ?? '', body.note ?? ''],
        language: next.language,
        circle: body.audience ?? current.audience,
      }
      const named = await namesRefused(c, { ...about, answer: body.names })
      if (named) return named
      if (body.audience) {
        const narrowed = await narrow(house, scope, current.id, body.audience)
        if (!narrowed.ok) return narrowed
      }
      if (body.note !== undefined) {
        const put = await putNote(house, scope, current.id, body.note)
        if (!put.ok) return put
      }
      if (body.text !== undefined || body.language !== undefined) {
        const edited = await edit(house, scope, current.id, {
          ...next,
          names: body.names,
          version: current.version,
        } as Parameters<typeof edit>[3])
        if (!edited.ok) return edited
      }
      const voice = await voiceOf(c, current.id)
      return voice ? found(voice) : notFound(c)
    },
  )
  .delete(
    apiUrls.contribution,
    members,
    'write',
    {
      id: 'withdrawContribution',
      says: 'Withdraws your own contribution: its words are erased, its place stays. No reason is asked.',
      params: one,
      answer: z.void(),
      refusals,
      current: (c, { params }) => voiceOf(c, params.contribution),
    },
    async (c, _, current) => {
      const withdrawn = await withdraw(c.var.house, c.var.scope, current.id)
      return withdrawn.ok ? nothing : withdrawn
    },
  )
