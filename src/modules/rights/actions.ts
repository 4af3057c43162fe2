/** What people do with what belongs to them: take a copy, and leave. */
import { record } from '../../platform/facts/record.ts'
import type { House } from '../../platform/house.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { LeavingChoice, OwnDataPart } from '../../platform/own-data/part.ts'
import type { MemberScope } from '../people/contract.ts'
import { within } from '../people/public.ts'
import { type Gathered, gather } from './copy/gathering.ts'
import { erasePerson } from './erasing.ts'

const COPIES = 5
const COPIES_SECONDS = 3600

/** Gathers everything that is the asking person's; few times an hour. */
export const makeCopy = async (
  house: House,
  scope: MemberScope,
  parts: readonly OwnDataPart[],
): Promise<Outcome<Gathered>> => {
  const { personId } = scope
  if (personId === null) return refuse('copy.nobody')
  const tried = await house.db.asSystem('own-data', async (tx) => {
    if (!(await within(tx, `copy ${personId}`, COPIES, COPIES_SECONDS))) return false
    await record(tx, { kind: 'copy.made', actor: personId, subject: { kind: 'person', id: personId }, community: null })
    return true
  })
  if (!tried) return refuse('copy.tooMany')
  return done(await gather(house, parts, personId))
}

/** Erases the asking person, for good. Whoever calls has had it proved that it is them. A second press finds it done. */
export const leaveForGood = async (
  house: House,
  scope: MemberScope,
  parts: readonly OwnDataPart[],
  choice: LeavingChoice,
): Promise<Outcome<null>> => {
  const { personId } = scope
  if (personId === null) return refuse('copy.nobody')
  const { language } = await house.settings.current()
  await house.db.asSystem('own-data', (tx) => erasePerson(tx, parts, { person: personId, choice, lang: language }))
  return done(null)
}
