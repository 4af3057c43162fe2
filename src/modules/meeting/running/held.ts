/** A meeting held fast while something happens in it; whether it is open, and what is noted of it. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { type Outcome, refuse } from '../../../platform/outcome.ts'
import { belongsTo } from '../../community/public.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import { type MeetingId, meetingKind } from '../contract.ts'
import * as store from './store/run.ts'

/** Notes a fact about a meeting. */
export const noted = (tx: Tx, scope: MemberScope, on: store.Held, kind: `${string}.${string}`): Promise<void> =>
  record(tx, {
    kind,
    actor: scope.personId,
    subject: { kind: meetingKind, id: on.id },
    community: on.community_id,
  })

/** Holds a meeting fast and does something in it; whoever comes at the same moment waits for the end of it. */
export const inMeeting = <T>(
  house: House,
  scope: MemberScope,
  place: Pick<Place, 'id'>,
  id: MeetingId,
  once: string | undefined,
  work: (tx: Tx, on: store.Held) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  house.db.write(
    scope,
    async (tx) => {
      const on = await tx.one(store.heldFast(scope, place.id, id))
      if (!on || !belongsTo(scope, place.id)) return refuse('gone')
      return work(tx, on)
    },
    { once },
  )

/** Whether words can still be put down: it has begun, and its minutes are not published. */
export const isOpen = ({ state }: Pick<store.Held, 'state'>): boolean => state === 'running' || state === 'closing'

/** Why nothing can be put down in a meeting that is not open. */
export const whyClosed = ({ state }: Pick<store.Held, 'state'>) =>
  refuse(state === 'cancelled' ? 'cancelled' : state === 'planned' ? 'notBegun' : 'over')
