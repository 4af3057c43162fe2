/** Looking at what waits as a whole act: opening does it as its author; asking first, “it is fine”, taking it back. */
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/facts/record.ts'
import type { House } from '../../../../platform/house.ts'
import { done, isRefusal, type Outcome, refuse } from '../../../../platform/outcome.ts'
import { type HeldAct, heldKind, heldStore as store } from '../../../community/public.ts'
import type { MemberScope } from '../../../people/contract.ts'
import { recipientOf } from '../../../people/public.ts'
import type { LookQuestion } from '../look.ts'

const tell = (tx: Tx, scope: MemberScope, kind: 'opened' | 'questioned' | 'fine' | 'stayed', on: store.Held) =>
  record(tx, {
    kind: `words.${kind}`,
    actor: scope.personId,
    subject: { kind: heldKind, id: on.id },
    community: on.community_id,
  })

/** A house in which the next thing written is what was looked at; with it, what waited is gone. */
const doing = (house: House, author: MemberScope, id: number): House => ({
  ...house,
  db: {
    ...house.db,
    write: (asker, work, options) =>
      house.db.write(
        asker,
        async (tx) => {
          // Another adult may have been quicker.
          if (!(await tx.one(store.doNow(author, id)))) return refuse('look.gone') as never
          const value = await work(tx)
          if (!isRefusal(value)) await tx.rows(store.deleteHeld(author, id))
          return value
        },
        options,
      ),
  },
})

/** Opens it: what waited is done as if its author did it now. What cannot be done any more stays with its author. */
export const openHeld = async (
  house: House,
  scope: MemberScope,
  acts: readonly HeldAct[],
  id: number,
): Promise<Outcome<null>> => {
  const looked = await house.db.write(scope, async (tx): Promise<Outcome<store.Held>> => {
    const held = await tx.one(store.heldById(scope, id))
    if (!held || held.stayed_at) return refuse('look.gone')
    if (!(await tx.one(store.setOpened(scope, id)))) return refuse('look.notYours')
    await tell(tx, scope, 'opened', held)
    return done(held)
  })
  if (!looked.ok) return looked
  const held = looked.value
  const author = await house.db.asSystem('look', (tx) => recipientOf(tx, held.author_id))
  const act = acts.find(({ kind }) => kind === held.kind)
  const outcome =
    author && act ? await act.redo(doing(house, author.scope, id), author.scope, held.given) : refuse('look.gone')
  if (outcome.ok) return done(null)
  const stays = await house.db.write(scope, async (tx) => {
    if (!(await tx.one(store.setStayed(id, tx.now)))) return false
    await tell(tx, scope, 'stayed', held)
    return true
  })
  return stays ? refuse('held.stayed') : done(null)
}

/** Asks its author about one of three things before opening. */
export const askAboutHeld = (
  house: House,
  scope: MemberScope,
  id: number,
  about: LookQuestion,
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const held = await tx.one(store.heldById(scope, id))
    if (!held) return refuse('look.gone')
    if (!(await tx.one(store.setAsked(scope, id, about, tx.now)))) return refuse('look.notYours')
    await tell(tx, scope, 'questioned', held)
    return done(null)
  })

/** Its author's answer: it is fine as it is. */
export const sayHeldFine = (house: House, scope: MemberScope, id: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const held = await tx.one(store.heldById(scope, id))
    if (!held) return refuse('look.gone')
    if (await tx.one(store.setHeldFine(scope, id, tx.now))) await tell(tx, scope, 'fine', held)
    return done(null)
  })

/** Takes back what waits, or puts away what stayed. Nobody is told. Twice is once. */
export const takeBackHeld = (house: House, scope: MemberScope, id: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.deleteHeld(scope, id))
    return done(null)
  })
