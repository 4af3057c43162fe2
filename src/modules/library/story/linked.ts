/** Somebody a story shows who belongs here as a student: what they and their guardians say is what counts, at once. */
import type { Tx } from '../../../platform/db/database.ts'
import type { CommunityId } from '../../community/contract.ts'
import type { PersonId } from '../../people/contract.ts'
import { visitorScope } from '../../people/public.ts'
import { type Agreement, agreementOf } from '../../safeguarding/public.ts'
import type { Consent } from './gate.ts'
import * as those from './store/depicted.ts'
import * as store from './store.ts'
import { takeDown } from './taking-down.ts'

/** Their answers as the gate reads them. Whoever is old enough answers alone. Pure. */
export const consentFrom = ({ may, no, young, own }: Agreement): Consent =>
  no ? 'no' : may ? (young ? 'both' : 'self') : own ? 'self' : 'not-asked'

/**
 * Brings every story that shows a student of a community to what was said by now. What is published without a yes that
 * holds is taken down. As the owner only; safe to repeat.
 */
export const followAnswers = async (tx: Tx, said: { person: PersonId; community: CommunityId }): Promise<void> => {
  const shown = await tx.rows(those.linkedDepicted(said.person, said.community))
  if (shown.length === 0) return
  const agreement = await agreementOf(tx, said.person, said.community)
  const consent = consentFrom(agreement)
  for (const one of shown) {
    if (one.consent !== consent || one.child !== agreement.young)
      await tx.rows(those.setLinkedConsent(one.id, consent, agreement.young))
    if (agreement.may) continue
    const story = await tx.one(store.storyForGate(one.story_id))
    if (story?.entry_id && story.entry_withdrawn === null) await takeDown(tx, visitorScope, story)
  }
}
