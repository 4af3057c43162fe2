/** Reads a running meeting whole, in one flight, for its pages. */
import type { Context } from 'hono'
import { openMatters, runningTryouts } from '../../challenge/public.ts'
import { linesOf, membersOf, settledNow } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import type { Together } from './pages/seen.ts'
import { comingTo, entriesOf, heldMeeting, presentAt } from './store/run.ts'
import { movedIn, stepsBefore, stepsOf } from './store/step.ts'

/** The number in an address; 0, which is nobody's, when it is none. */
export const numberIn = (c: Context<Visit>, name = 'id'): number => {
  const text = c.req.param(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

/** The meeting of the address with everything its pages show; nothing when it is out of reach. */
export const togetherHere = async (c: Context<Visit>): Promise<Together | undefined> => {
  const { house, scope, reader, place } = c.var
  const id = numberIn(c)
  const [[on]] = await house.db.read(scope, heldMeeting(scope, place.id, id))
  if (!on) return undefined
  const [people, coming, circle, entries, before, steps, moved, matters, tryouts, lines] = await house.db.read(
    scope,
    membersOf(scope, place.id),
    comingTo(scope, id),
    presentAt(scope, id),
    entriesOf(scope, id),
    stepsBefore(scope, on),
    stepsOf(scope, id),
    movedIn(scope, id),
    openMatters(scope, place.id),
    runningTryouts(scope, [place.id]),
    linesOf(scope, place.id),
  )
  const mend = Number(c.req.query('mend'))
  return {
    reader,
    me: scope.personId,
    on,
    people,
    coming,
    circle,
    entries,
    before,
    steps,
    moved,
    matters,
    tryouts,
    lines: [...settledNow('charter', lines), ...settledNow('agreement', lines)],
    once: house.secret(18),
    mending: Number.isSafeInteger(mend) ? mend : undefined,
  }
}
