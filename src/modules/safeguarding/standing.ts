/** How a community stands with its adults, read in one flight: who looks after it, and whether a second one is missing. */
import type { RawBuilder } from 'kysely'
import { dayIn } from '../../platform/words/dates.ts'
import type { MemberScope } from '../people/contract.ts'
import { type Carer, isShort } from './adults.ts'
import type { DaysOff } from './contract.ts'
import type { Here } from './door.ts'
import type { Short } from './pages/short.tsx'
import { standsInUntil } from './school-days.ts'
import { carersOf, type Standing, standingOf } from './store/adults.ts'

/** Asks for the holidays, which another module keeps. */
export type AskDaysOff = () => RawBuilder<DaysOff[number]>

/** The notice about a missing adult, if one is due. `today` and `since` are days where the site is. */
export const shortOf = (
  carers: readonly Carer[],
  standing: Standing,
  today: string,
  since: string,
  off: DaysOff,
): Short | undefined => {
  if (!isShort(carers, standing.students)) return undefined
  const until = standsInUntil(since, off)
  return { until: carers.some(({ leads }) => leads) ? until : null, over: today > until }
}

/** Whether a second adult is missing in the community of the visit; who stands in, and until when, is said on its page. */
export const shortHere = async (c: Here): Promise<Short | undefined> => {
  const { house, place, scope } = c.var
  const [carers, [standing]] = await house.db.read(scope, carersOf(scope, place.id), standingOf(scope, place.id))
  return isShort(carers, standing?.students === true) ? { until: null, over: false } : undefined
}

/** All of it for the community of the visit. */
export const standingHere = async (c: Here, daysOff: AskDaysOff) => {
  const { house, place, settings } = c.var
  const scope: MemberScope = c.var.scope
  const [carers, [found], off] = await house.db.read(
    scope,
    carersOf(scope, place.id),
    standingOf(scope, place.id),
    daysOff(),
  )
  const standing = found ?? { students: false, short_since: null, country: null }
  const now = house.clock.now()
  const day = (at: Date) => dayIn(at, settings.timeZone)
  return { carers, standing, short: shortOf(carers, standing, day(now), day(standing.short_since ?? now), off) }
}
