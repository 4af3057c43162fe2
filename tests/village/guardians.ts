/** Guardians of Tomás, as tests add them and give them a link. */
import * as actions from '../../src/modules/safeguarding/agreeing/actions.ts'
import type { Care } from './care.ts'
import { must } from './questions.ts'

/** In an open village: somebody is noted as a guardian, and gets a link. */
export const guardiansIn = ({ house, scope, place, people }: Care) => {
  const guardian = (name = 'Célia') =>
    actions.addGuardian(house, scope('ines'), place, { student: people.tomas, name, language: 'pt' })
  const linked = async (name?: string) => {
    const { id } = await must(guardian(name))
    const { secret } = await must(actions.makeLink(house, scope('joana'), place, id))
    return { id, token: secret }
  }
  return { guardian, linked }
}
