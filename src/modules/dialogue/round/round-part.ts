/** Rounds on pages that live: how one stands now, for whoever listens, as their page would show it by loading again. */
import type { Tx } from '../../../platform/db/database.ts'
import type { House } from '../../../platform/house.ts'
import { renderPart } from '../../../platform/http/render.ts'
import type { LiveFact, LiveSource, Touched } from '../../../platform/live/source.ts'
import type { MemberScope } from '../../people/contract.ts'
import { contributionsOfRound } from '../store/contributions.ts'
import { markOfRound, RoundNow, roundAnchor } from './pages/round-now.tsx'
import { ROUND } from './place.ts'
import { heardIn, roundById, roundsOf, turnsIn } from './store.ts'

// Of a student's answer that waits nobody is told here: the adults have their letter.
const OWN = ['round.moved', 'round.closed', 'round.harvested', 'round.looked', 'round.asked']
const facts = [
  ...OWN,
  'contribution.edited',
  'contribution.narrowed',
  'contribution.withdrawn',
  'contribution.opened',
  'contribution.held',
  'contribution.fine',
  'contribution.confirmed',
]

const touched = async (tx: Tx, told: readonly LiveFact[]): Promise<ReadonlyMap<number, Touched>> => {
  const said = told.filter(({ subject }) => subject.kind === 'contribution')
  const rows = said.length > 0 ? await tx.rows(roundsOf(said.map(({ subject }) => subject.id))) : []
  const rounds = new Map(rows.map(({ id, round_id }) => [id, round_id]))
  return new Map(
    told.flatMap(({ id, subject }): [number, Touched][] => {
      const place = subject.kind === 'round' ? subject.id : rounds.get(subject.id)
      return place === undefined ? [] : [[id, { place, part: roundAnchor(place) }]]
    }),
  )
}

/** Rounds, each as one part; what stands in it is each reader's own. */
export const liveRounds = ({ db, clock }: Pick<House, 'db' | 'clock'>): LiveSource<MemberScope> => ({
  kind: ROUND,
  facts,
  touched,
  show: async ({ scope, lang, zone, place: { id } }, ids) => {
    if (ids && !ids.includes(roundAnchor(id))) return []
    const [[round], heard, turns] = await db.read(scope, roundById(scope, id), heardIn(scope, id), turnsIn(scope, id))
    if (!round) return undefined
    const [said] = await db.read(scope, contributionsOfRound(scope, round.thread_id, id))
    const now = { lang, zone, slug: round.slug, now: clock.now(), scope, round, heard, turns, said }
    return [{ id: roundAnchor(id), mark: markOfRound(now), html: renderPart(RoundNow(now)), apart: [], private: true }]
  },
})
