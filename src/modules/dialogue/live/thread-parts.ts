/** A conversation on pages that live: each voice as its page shows it, for whoever listens. */
import type { Tx } from '../../../platform/db/database.ts'
import type { House } from '../../../platform/house.ts'
import { renderPart } from '../../../platform/http/render.ts'
import type { LiveFact, LivePart, LiveSource, Look, Touched } from '../../../platform/live/source.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Said } from '../contract.ts'
import { VOICES_A_PAGE } from '../numbering.ts'
import { keptVoice, markOfVoice } from '../pages/kept-voice.tsx'
import { pageOfThread, someOfThread } from '../store/contributions.ts'
import { urls, voiceAnchor } from '../urls.ts'
import { THREAD } from './place.ts'
import { type LiveRoom, liveRoom, threadsOf } from './store.ts'

const FRESH = 'contribution.said'
const LESSENED = 'thread.lessened'

const facts = [
  FRESH,
  'contribution.edited',
  'contribution.noted',
  'contribution.resolved',
  'contribution.unresolved',
  'contribution.narrowed',
  'contribution.withdrawn',
  'contribution.opened',
  'contribution.held',
  'contribution.fine',
  'contribution.confirmed',
  LESSENED,
]

const touched = async (tx: Tx, told: readonly LiveFact[]): Promise<ReadonlyMap<number, Touched>> => {
  const said = told.filter(({ subject }) => subject.kind === 'contribution')
  const rows = said.length > 0 ? await tx.rows(threadsOf(said.map(({ subject }) => subject.id))) : []
  const threads = new Map(rows.map(({ id, thread_id }) => [id, thread_id]))
  return new Map(
    told.flatMap(({ id, kind, subject }): [number, Touched][] => {
      if (kind === LESSENED) return [[id, { place: subject.id, part: null }]]
      const place = threads.get(subject.id)
      return place === undefined ? [] : [[id, { place, part: voiceAnchor(subject.id), fresh: kind === FRESH }]]
    }),
  )
}

const partWith =
  (now: Date, { scope, lang, zone }: Look<MemberScope>, room: LiveRoom) =>
  (said: Said, root: number | null): LivePart => {
    const props = {
      lang,
      zone,
      slug: room.slug,
      now,
      said,
      scope,
      around: room.audience,
      acts: belongsTo(scope, room.community_id),
      level: root === null ? (3 as const) : (4 as const),
    }
    return {
      id: voiceAnchor(said.id),
      mark: markOfVoice(props),
      html: renderPart(keptVoice(props)),
      under: root === null ? undefined : voiceAnchor(root),
      apart: [said.author_id, said.written_by ?? 0].filter((id) => id > 0),
      // What only one hears by their own number is nobody else's.
      private: !scope.reach.includes(said.audience) || said.audience.startsWith('me:') || said.nameless,
    }
  }

const elsewhere = (id: number, room: LiveRoom): LivePart => {
  const href = urls.voice({ slug: room.slug, id })
  return { id: voiceAnchor(id), mark: 'elsewhere', href, apart: [] }
}

const pageIndex = (before: number): number => Math.floor(before / VOICES_A_PAGE) + 1

const numberOf = (anchor: string): number => (anchor.startsWith('voice-') ? Number(anchor.slice(6)) : 0)

/** Conversations, wherever their voices stand. */
export const liveThreads = ({ db, clock }: Pick<House, 'db' | 'clock'>): LiveSource<MemberScope> => ({
  kind: THREAD,
  facts,
  touched,
  show: async (look, ids) => {
    const { scope, place } = look
    if (ids === undefined) {
      const [[room], rows] = await db.read(scope, liveRoom(scope, place.id), pageOfThread(scope, place.id, place.page))
      if (!room) return undefined
      const here = rows.slice(0, VOICES_A_PAGE)
      const shown = new Set(here.map(({ id }) => id))
      const part = partWith(clock.now(), look, room)
      const isAnswer = (said: Said) => said.reply_to !== null && shown.has(said.reply_to)
      return [
        ...here.map((said) => part(said, isAnswer(said) ? said.reply_to : null)),
        ...rows.slice(VOICES_A_PAGE).map(({ id }) => elsewhere(id, room)),
      ]
    }
    const [[room], rows] = await db.read(
      scope,
      liveRoom(scope, place.id),
      someOfThread(scope, place.id, ids.map(numberOf)),
    )
    if (!room) return undefined
    const part = partWith(clock.now(), look, room)
    return rows.flatMap((said) => {
      const page = pageIndex(said.before)
      if (page < place.page) return []
      if (page > place.page) return [elsewhere(said.id, room)]
      const together = said.root_before !== null && pageIndex(said.root_before) === page
      return [part(said, together ? said.reply_to : null)]
    })
  },
})
