/** What the people of “Reading together” need and can offer: one that was met with thanks, and some that stand. */
import { answerNeed } from '../modules/exchange/needs/actions/answering.ts'
import { meet, sayNeed } from '../modules/exchange/needs/actions/saying.ts'
import type { NeedKind } from '../modules/exchange/needs/contract.ts'
import type { VillagerName } from './people.ts'
import { languageOf, must, type Telling } from './telling.ts'

/** Tells it. */
export const tellLending = async (village: Telling): Promise<void> => {
  const { house, reading: place, scope, person } = village
  const say = async (who: VillagerName, kind: NeedKind, text: string) =>
    (await must(sayNeed(house, scope(who), place, { kind, text, audience: 'community', language: languageOf(who) }))).id
  const answer = (who: VillagerName, id: number, words: string) =>
    must(answerNeed(house, scope(who), place, id, { words, language: languageOf(who) }))
  village.on(24, '12:10')
  const defenders = await say('rita', 'need', 'Two pairs of ear defenders, to try out for a week.')
  village.on(23, '19:40')
  await answer('marta', defenders, 'Tenho um par em casa. Levo-o na segunda-feira.')
  village.on(17, '15:30')
  const thanks = 'They hang beside the door now, and three children have asked for them.'
  await must(meet(house, scope('rita'), place, defenders, { with: person('marta'), thanks, language: 'en' }))
  village.on(9, '16:20')
  await say('henk', 'offer', 'An hour on Fridays to listen to children who would rather read to one person alone.')
  village.on(5, '13:00')
  const books = await say('joana', 'need', 'Picture books without words. Our five are read to pieces.')
  village.on(4, '18:45')
  await answer('ana', books, 'A biblioteca da vila empresta dez de cada vez. Posso ir lá na quinta-feira.')
  village.on(3, '08:50')
  await say('ines', 'offer', 'A box of picture books from the old library. Come and choose before Christmas.')
  village.on(2, '20:05')
  await say('marta', 'offer', 'Posso gravar histórias em português, para ouvir em casa.')
}
