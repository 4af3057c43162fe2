/** Unsealing: a facilitator asks with a reason, a lead agrees or not, and the two may look at the name. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import type { ContributionId } from '../contract.ts'
import { contributionById } from '../store/contributions.ts'
import * as store from './store.ts'

/** The kind under which facts name it. They name neither whoever asked nor the words. */
export const unsealingKind = 'unsealing'

/** Asks the leads to be told who said something. Somebody has asked already: nothing more happens. */
export const askWho = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: ContributionId,
  input: { reason: string; language: string },
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const said = await tx.one(contributionById(scope, id))
      if (!said?.nameless || said.withdrawn || isMine(scope, said)) return refuse('gone')
      if (!(await tx.one(store.hasLead(scope, place.id)))) return refuse('noLead')
      const [before] = await tx.rows(store.unsealings(place.id, id))
      if (before && before.agreed !== false) return done(null)
      const asked = await tx.one(store.askUnsealing(id, input.reason, input.language, tx.now))
      // Somebody else has asked, which is not theirs to know.
      if (!asked?.id) return refuse('asked')
      await record(tx, {
        kind: 'unsealing.asked',
        actor: null,
        subject: { kind: unsealingKind, id: asked.id },
        community: place.id,
      })
      return done(null)
    },
    { once },
  )

/** A lead says yes or no; with `risk` the author is not told. Of two leads at once the first decides. */
export const decide = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: number,
  input: { agree: boolean; risk: string },
): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const decided = await tx.one(store.decideUnsealing(id, input.agree, input.risk, tx.now))
    if (!decided?.id) return refuse('decided')
    await record(tx, {
      kind: input.agree ? 'unsealing.agreed' : 'unsealing.declined',
      actor: null,
      subject: { kind: unsealingKind, id },
      community: place.id,
    })
    return done(null)
  })

/** Who said it, for the two; each look is written down. */
export const lookWho = (house: House, scope: MemberScope, id: number): Promise<Outcome<{ name: string }>> =>
  house.db.write(scope, async (tx) => {
    const found = await tx.one(store.unsealedName(id, tx.now))
    return found?.name ? done({ name: found.name }) : refuse('gone')
  })
