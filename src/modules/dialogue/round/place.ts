/** How a round is called among the places that live. */
import { placeName } from '../../../platform/live/place.ts'
import type { RoundId } from './round.ts'

/** The kind of such places. */
export const ROUND = 'round'

/** The name of a round's place. */
export const liveName = (id: RoundId): string => placeName({ kind: ROUND, id, page: 1 })
