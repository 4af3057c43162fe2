/** What stands around the voices, on pages that live: summary, requests, rounds and pace as a reload shows them. */
import type { Tx } from '../../../platform/db/database.ts'
import type { House } from '../../../platform/house.ts'
import { renderPart } from '../../../platform/http/render.ts'
import type { LiveFact, LiveSource, Touched } from '../../../platform/live/source.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { AboveVoices, markAbove, markOfPace, PaceOfVoices } from '../pages/around-voices.tsx'
import { threadById } from '../store/threads.ts'
import { AROUND, aboveAnchor, paceAnchor } from './place.ts'
import { liveRoom, threadsAround } from './store.ts'

const PACE = ['thread.slowed', 'thread.paused', 'thread.resumed']
const facts = [
  ...PACE,
  'thread.summed',
  'ask.made',
  'ask.answered',
  'ask.passed',
  'ask.taken-back',
  'carried.asked',
  'carried.said',
  'carried.declined',
  'carried.taken-over',
  'carried.taken-back',
  'round.opened',
  'round.closed',
  'round.harvested',
  'round.asked',
]

const touched = async (tx: Tx, told: readonly LiveFact[]): Promise<ReadonlyMap<number, Touched>> => {
  const of = (kind: string) => told.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : []))
  const rows = await tx.rows(threadsAround({ asks: of('ask'), carried: of('carried'), rounds: of('round') }))
  const threads = new Map(rows.map(({ kind, id, thread_id }) => [`${kind} ${id}`, thread_id]))
  return new Map(
    told.flatMap(({ id, kind, subject }): [number, Touched][] => {
      const place = subject.kind === 'thread' ? subject.id : threads.get(`${subject.kind} ${subject.id}`)
      if (place === undefined) return []
      return [[id, { place, part: PACE.includes(kind) ? paceAnchor(place) : aboveAnchor(place) }]]
    }),
  )
}

/** Around the voices of conversations. Who is asked what is each reader's own: nobody else is told that there is anything. */
export const liveAround = ({ db, clock }: Pick<House, 'db' | 'clock'>): LiveSource<MemberScope> => ({
  kind: AROUND,
  facts,
  touched,
  show: async ({ scope, lang, zone, place: { id } }, ids) => {
    const [[room], [thread]] = await db.read(scope, liveRoom(scope, id), threadById(scope, id))
    if (!room || !thread) return undefined
    const speaks = belongsTo(scope, room.community_id)
    const around = { lang, zone, slug: room.slug, thread, now: clock.now(), speaks }
    const part = (anchor: string, mark: string, page: typeof AboveVoices) => ({
      id: anchor,
      mark,
      html: renderPart(page(around)),
      apart: [],
      private: true,
    })
    return [
      part(aboveAnchor(id), markAbove(around), AboveVoices),
      // Only who may write has a field, and the pace over it.
      ...(speaks ? [part(paceAnchor(id), markOfPace(around), PaceOfVoices)] : []),
    ].filter((one) => ids?.includes(one.id) ?? true)
  },
})
