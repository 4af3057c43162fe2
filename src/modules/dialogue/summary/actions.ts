/** Writing the summary of a conversation: a new version that goes on from the one its writer saw. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { htmlOf } from '../../../platform/text/markdown.ts'
import type { Language } from '../../../platform/words/words.ts'
import { belongsTo, orWait } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { type NameAnswer, noteNames } from '../../safeguarding/public.ts'
import type { ThreadId } from '../contract.ts'
import { roomById } from '../store/threads.ts'
import { insertSummary, latestSummary } from './store.ts'
import { LONGEST_SUMMARY } from './summary.ts'

/** A summary as it is written; `version` is the one its writer saw, 0 for none. */
export interface Summing {
  readonly community: number
  readonly text: string
  readonly language: Language
  readonly version: number
  readonly names?: NameAnswer | undefined
}

/** How it is named while a student's waits for a look. */
export const summaryAct = 'thread.summary'

/** Writes it. The second of two who began with the same version is refused; empty, it is taken away. */
export const summarise = (
  house: House,
  scope: MemberScope,
  thread: ThreadId,
  summing: Summing,
  once?: string,
): Promise<Outcome<{ version: number }>> =>
  orWait(
    house,
    scope,
    {
      kind: summaryAct,
      given: [thread, summing, once],
      words: [summing.text],
      language: summing.language,
      on: { kind: 'thread', id: thread },
    },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          const room = await tx.one(roomById(scope, thread))
          if (!room || room.community_id !== summing.community || !belongsTo(scope, room.community_id))
            return refuse('summary.gone')
          const text = summing.text.trim()
          if (text.length > LONGEST_SUMMARY) return refuse('summary.long', 'text')
          const now = (await tx.one(latestSummary(scope, thread)))?.summary
          if ((now?.version ?? 0) !== summing.version) return refuse('summary.meanwhile', 'text')
          if (text === (now?.text ?? ''))
            return text === '' ? refuse('summary.empty', 'text') : done({ version: summing.version })
          const row = await tx.one(
            insertSummary(scope, {
              thread,
              community: room.community_id,
              audience: room.audience,
              version: summing.version + 1,
              language: summing.language,
              text,
              html: htmlOf(text),
              at: tx.now,
            }),
          )
          if (!row) return refuse('summary.meanwhile', 'text')
          const fact = { actor: scope.personId, subject: { kind: 'thread', id: thread }, community: room.community_id }
          await record(tx, { kind: 'thread.summed', ...fact })
          await noteNames(tx, fact, summing.names)
          return done(row)
        },
        { once },
      ),
  )
