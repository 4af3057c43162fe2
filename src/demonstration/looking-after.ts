/** Who looks after “Reading together”: Joana is its lead by her own yes, and Ana a second adult beside the facilitators. */
import { acceptLead, nameLead, nameVetted } from '../modules/safeguarding/actions/adults.ts'
import { must, type Telling } from './telling.ts'

/** Tells it. */
export const tellLookingAfter = async ({ house, reading, scope, person }: Telling): Promise<void> => {
  const day = new Date(house.clock.now().getTime() - 30 * 86_400_000).toISOString().slice(0, 10)
  await must(nameVetted(house, scope('ines'), reading, person('ana'), day))
  await must(nameLead(house, scope('ines'), reading, person('joana')))
  await must(acceptLead(house, scope('joana'), reading))
}
