/** The families of “Reading together” are asked first: a mother answers by her link, and Tomás says for himself what he wants. */
import {
  addGuardian,
  answerByLink,
  askGuardians,
  makeLink,
  noteAge,
  sayMyself,
} from '../modules/safeguarding/agreeing/actions.ts'
import { uses } from '../modules/safeguarding/agreeing/heard.ts'
import { must, type Telling } from './telling.ts'

/** Tells it. */
export const tellFamilies = async ({ house, reading, scope, person }: Telling): Promise<void> => {
  const student = person('tomas')
  const ines = scope('ines')
  await must(noteAge(house, ines, reading, student, '0-12'))
  const { id } = await must(addGuardian(house, ines, reading, { student, name: 'Célia', language: 'pt' }))
  const { secret } = await must(makeLink(house, ines, reading, id))
  // Heard in the group, in the school and in public; in pictures nowhere but in the group.
  for (const use of uses) {
    const yes = use.what === 'words' ? use.circle !== 'network' : use.circle === 'community' && use.what === 'photo'
    if (use.what !== 'voice') await must(answerByLink(house, secret, { ...use, yes }))
  }
  await must(askGuardians(house, ines, reading, true))
  await must(sayMyself(house, scope('tomas'), reading, { what: 'words', circle: 'community', yes: true }))
  await must(sayMyself(house, scope('tomas'), reading, { what: 'photo', circle: 'community', yes: false }))
}
