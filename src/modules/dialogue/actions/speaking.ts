/** Saying something, and taking it back within ten minutes as if it had not been said. */
import type { Tx } from '../../../platform/db/database.ts'
import { forgetFacts, record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { forgetText } from '../../../platform/search/store.ts'
import type { MemberScope } from '../../people/contract.ts'
import { mayTakeAway } from '../access.ts'
import type { ContributionId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import { type Saying, sayWithin } from '../saying.ts'
import * as reads from '../store/contributions.ts'
import * as store from '../store/saying.ts'
import { canBeTakenBack } from '../undo.ts'

/** What was said; where it stands is told unless the form had been sent before. */
export interface JustSaid {
  readonly id: ContributionId
  readonly place?: reads.PlaceOfVoice | undefined
}

/** Says something in a thread, heard at once; the same form sent twice says it once. */
export const say = async (
  house: House,
  scope: MemberScope,
  saying: Saying,
  once?: string,
): Promise<Outcome<JustSaid>> => {
  let places: Promise<reads.PlaceOfVoice[]> | undefined
  const within = async (tx: Tx) => {
    const said = await sayWithin(tx, scope, saying)
    if (said.ok) places = tx.last(reads.placesOf(scope, [said.value.id]))
    return said
  }
  const said = await house.db.write(scope, within, { once })
  return said.ok && places ? done({ ...said.value, place: (await places)[0] }) : said
}

/** Takes a contribution back within ten minutes: words, history, search entry, readings and facts are gone. */
export const takeBack = (house: House, scope: MemberScope, id: ContributionId): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const said = await tx.one(reads.contributionById(scope, id))
    if (!said) return refuse('change.gone')
    const may = mayTakeAway(scope, said)
    if (!may.ok) return may
    if (!canBeTakenBack(said.said_at, tx.now)) return refuse('undo.late')
    if (!(await tx.one(store.deleteContribution(scope, id)))) return refuse('change.gone')
    await tx.rows(store.deleteReadingsOf(scope, contribution(id)))
    await forgetText(tx, 'contribution', id)
    await forgetFacts(tx, contribution(id))
    // For pages that are open; of what went it says nothing, not even its number.
    await record(tx, {
      kind: 'thread.lessened',
      actor: null,
      subject: { kind: 'thread', id: said.thread_id },
      community: said.community_id,
    })
    return done(null)
  })
