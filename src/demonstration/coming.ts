/** Two children come by a code: one is in and has a card, the other waits at the door. */
import { come, giveCards, letIn, makeCode } from '../modules/community/code/actions.ts'
import { openCodes, waitingIn } from '../modules/community/code/store.ts'
import { communityUrls } from '../modules/community/public.ts'
import { visitorScope } from '../modules/people/public.ts'
import { must, type Telling } from './telling.ts'

/** Tells it. */
export const tellComing = async (village: Telling): Promise<void> => {
  const { house, reading: place, scope } = village
  const ines = scope('ines')
  village.on(3, '09:10')
  await must(makeCode(house, ines, place, 'student'))
  const [[open]] = await house.db.read(ines, openCodes(ines, place.id, house.clock.now()))
  const child = (name: string, avatar: string) =>
    must(
      come(house, visitorScope, {
        code: open?.code,
        from: 'the village',
        said: [],
        arrival: { name, avatar, language: 'pt' },
      }),
    )
  await child('Lua', 'moon')
  village.on(3, '09:15')
  for (const one of (await house.db.read(ines, waitingIn(ines, place.id)))[0]) {
    await must(letIn(house, ines, place, one.person_id))
    await must(giveCards(house, ines, place, { people: [one.person_id], leadsTo: communityUrls.people(place.slug) }))
  }
  village.on(1, '10:40')
  await child('Faísca', 'rocket')
}
