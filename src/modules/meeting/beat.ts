/** What a community's rhythm shows of its meetings: the next one, the last one, and what moved. Others pass it on as a part. */
import type { Context } from 'hono'
import { type ComponentChildren, h } from 'preact'
import { dayIn } from '../../platform/words/dates.ts'
import { cameOfIt } from '../challenge/public.ts'
import type { Visit } from '../people/contract.ts'
import { BeatPart } from './pages/beat-part.tsx'
import { movedLately, stepsTold } from './running/store/step.ts'
import { lastMeeting, nextMeeting } from './store.ts'

const LATEST = 3

/** It, for the community of the visit. */
export const beat = async (c: Context<Visit>): Promise<ComponentChildren> => {
  const { house, scope, place, reader } = c.var
  const today = dayIn(house.clock.now(), reader.zone)
  const [[next], [last], moved, told, came] = await house.db.read(
    scope,
    nextMeeting(scope, [place.id], today),
    lastMeeting(scope, [place.id]),
    movedLately(scope, place.id, LATEST),
    stepsTold(scope, place.id, LATEST),
    cameOfIt(scope, [place.id], LATEST),
  )
  return h(BeatPart, { reader, slug: place.slug, next, last, moved, told, came })
}
