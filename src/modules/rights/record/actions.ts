/** What those do who look after the site: choose periods, write down who answers for it, and sign the bases. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { Periods } from '../retention.ts'
import { signBasis } from '../store/record.ts'
import { putSetting } from '../store/retention.ts'
import type { Basis, Controller, Purpose } from './purposes.ts'

const keep = async (
  house: House,
  scope: MemberScope,
  key: 'retention' | 'controller',
  value: Periods | Controller,
): Promise<Outcome<null>> => {
  const { personId, administrator } = scope
  if (!administrator || personId === null) return refuse('record.notYours')
  return house.db.asSystem('settings', async (tx) => {
    await tx.rows(putSetting(key, value))
    await record(tx, {
      kind: 'site.changed',
      actor: personId,
      subject: { kind: 'person', id: personId },
      community: null,
    })
    return done(null)
  })
}

/** Chooses how long things are kept. */
export const choosePeriods = (house: House, scope: MemberScope, periods: Periods): Promise<Outcome<null>> =>
  keep(house, scope, 'retention', periods)

/** Writes down who answers for the site. */
export const nameController = (house: House, scope: MemberScope, controller: Controller): Promise<Outcome<null>> =>
  keep(house, scope, 'controller', controller)

/** Signs, by name, on which basis something is done. The older signature stays beside the newer one. */
export const chooseBasis = async (
  house: House,
  scope: MemberScope,
  input: { purpose: Purpose; basis: Basis; name: string },
): Promise<Outcome<null>> => {
  const { personId, administrator } = scope
  if (!administrator || personId === null) return refuse('record.notYours')
  return house.db.asSystem('settings', async (tx) => {
    await tx.rows(signBasis({ ...input, by: personId, at: tx.now }))
    await record(tx, {
      kind: 'basis.signed',
      actor: personId,
      subject: { kind: 'person', id: personId },
      community: null,
    })
    return done(null)
  })
}
