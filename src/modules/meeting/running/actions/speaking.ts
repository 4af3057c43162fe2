/** A turn in a round: said or passed, once, by each; mended by who said it or who wrote it down. */
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import { addLineIn, linesOf, orWait } from '../../../community/public.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import { mayTakePart } from '../../../safeguarding/public.ts'
import { type MeetingId, meetingKind, type Part } from '../../contract.ts'
import { inMeeting, isOpen, whyClosed } from '../held.ts'
import { mayMend } from '../round.ts'
import { hasPart } from '../station.ts'
import * as store from '../store/run.ts'

/** What somebody says in a part; no words are a pass. */
export interface Turn {
  readonly part: Part
  readonly present: number
  readonly words: string
  readonly language: string
}

/** Takes somebody's turn. Whoever had one in this part is not given a second. */
export const takeTurn = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  turn: Turn,
  once?: string,
): Promise<Outcome<null>> =>
  orWait(
    house,
    scope,
    {
      kind: 'meeting.turn',
      given: [place, id, turn, once],
      words: [turn.words],
      language: turn.language,
      on: { kind: meetingKind, id },
    },
    () =>
      inMeeting(house, scope, place, id, once, async (tx, on) => {
        if (!isOpen(on)) return whyClosed(on)
        if (!hasPart(on.kind, turn.part)) return refuse('gone')
        const circle = await tx.rows(store.presentAt(scope, id))
        const speaker = circle.find((one) => one.id === turn.present)
        if (!speaker) return refuse('here.gone', 'present')
        if (turn.words.trim() !== '' && !(await mayTakePart(tx, speaker.person_id, place.id)).ok)
          return refuse('turn.notHeard', 'words')
        const taken = await tx.one(store.insertEntry(scope, on, { ...turn, at: tx.now }))
        return taken ? done(null) : refuse('turn.taken', 'words')
      }),
  )

/** Mends what was said, as it was seen; of two at once the second is told. Empty words make it a pass. */
export const mendTurn = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  mend: { entry: number; version: number; words: string },
  once?: string,
): Promise<Outcome<null>> =>
  orWait(
    house,
    scope,
    { kind: 'meeting.mended', given: [place, id, mend, once], words: [mend.words], on: { kind: meetingKind, id } },
    () =>
      inMeeting(house, scope, place, id, once, async (tx, on) => {
        if (!isOpen(on)) return whyClosed(on)
        const entry = (await tx.rows(store.entriesOf(scope, id))).find((one) => one.id === mend.entry)
        if (!entry) return refuse('gone')
        if (!mayMend(scope.personId, entry)) return refuse('turn.notYours', 'words')
        return (await tx.one(store.mendEntry(mend.entry, mend.version, mend.words)))
          ? done(null)
          : refuse('turn.meanwhile', 'words')
      }),
  )

const LONGEST_LINE = 600
const documentPart = { care: 'domain', who: 'community', how: 'practice' } as const

/** Keeps what was said in a first meeting as a line of Who we are. Said again, it is kept once. */
export const keepAsLine = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: MeetingId,
  entryId: number,
  once?: string,
): Promise<Outcome<null>> =>
  inMeeting(house, scope, place, id, once, async (tx) => {
    const entry = (await tx.rows(store.entriesOf(scope, id))).find((one) => one.id === entryId && !one.passed)
    const part = entry && entry.part in documentPart ? documentPart[entry.part as keyof typeof documentPart] : undefined
    if (!entry || !part) return refuse('gone')
    const words = entry.words.slice(0, LONGEST_LINE)
    const lines = await tx.rows(linesOf(scope, place.id))
    if (!lines.some((line) => line.state === 'kept' && line.words === words))
      await addLineIn(tx, scope, place, { part, words })
    return done(null)
  })
