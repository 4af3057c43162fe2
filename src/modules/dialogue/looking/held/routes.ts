/** The doors of what waits as a whole: one's own list, opening, asking first, “it is fine”, taking it back. */
import { h } from 'preact'
import { seeOther } from '../../../../platform/http/render.ts'
import type { RouteTable } from '../../../../platform/http/routes.ts'
import type { Outcome } from '../../../../platform/outcome.ts'
import { type HeldAct, heldStore, heldUrls, members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { show } from '../../../people/public.ts'
import { type Here, numbered, setting } from '../../door.ts'
import { words } from '../words.ts'
import { sayHeldFine, takeBackHeld } from './actions.ts'
import type { Waiting } from './pages/held-words.tsx'
import { MyWaitingPage } from './pages/my-waiting-page.tsx'

/** What waits with what it is called, and where that stands on which it hangs. */
export const named = async (
  c: Here,
  acts: readonly HeldAct[],
  held: readonly heldStore.Held[],
): Promise<readonly Waiting[]> => {
  const { scope, addressBook, reader } = c.var
  const things = held.flatMap(({ subject_kind: kind, subject_id: id }) => (kind && id ? [{ kind, id }] : []))
  const found = await addressBook.lookUp(scope, things)
  return held.map((one) => ({
    ...one,
    label: acts.find(({ kind }) => kind === one.kind)?.label(reader.lang) ?? '',
    on: found.get(`${one.subject_kind} ${one.subject_id}`),
  }))
}

/** Mounts what its author does. */
export const mountOwn = (routes: RouteTable<Visit>, acts: readonly HeldAct[]): void => {
  const mine = (c: Here) => heldUrls.mine({ slug: c.var.place.slug })
  const back = async (c: Here, outcome: Promise<Outcome<null>>) => {
    await outcome
    return seeOther(c, mine(c))
  }
  routes
    .get(heldUrls.mine, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const [rows] = await house.db.read(scope, heldStore.myHeld(scope, place.id))
      return show(c, {
        title: words(reader.lang)('mine.title'),
        body: h(MyWaitingPage, { ...setting(c), mine: await named(c, acts, rows) }),
      })
    })
    .post(heldUrls.fine, members, (c) => back(c, sayHeldFine(c.var.house, c.var.scope, numbered(c))))
    .post(heldUrls.takingBack, members, (c) => back(c, takeBackHeld(c.var.house, c.var.scope, numbered(c))))
    .get(heldUrls.fine, members, (c) => seeOther(c, mine(c)))
    .get(heldUrls.takingBack, members, (c) => seeOther(c, mine(c)))
}
