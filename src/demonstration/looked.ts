/** What a student of the village writes outside conversations: an adult looks, and it stands there. */
import { heldStore } from '../modules/community/public.ts'
import { openHeld } from '../modules/dialogue/looking/held/actions.ts'
import { Diverted } from '../platform/http/diverted.ts'
import type { Outcome } from '../platform/outcome.ts'
import { waitingActs } from '../waiting-acts.ts'
import type { VillagerName } from './people.ts'
import { must, type Telling } from './telling.ts'

/** Does something; where it waits, Inês opens it. */
export const looked = async (
  { house, scope, reading }: Telling,
  who: VillagerName,
  act: Promise<Outcome<unknown>>,
): Promise<void> => {
  try {
    await must(act)
  } catch (fault) {
    if (!(fault instanceof Diverted)) throw fault
    const [[held]] = await house.db.read(scope(who), heldStore.myHeld(scope(who), reading.id))
    await must(openHeld(house, scope('ines'), waitingActs, held?.id ?? 0))
  }
}
