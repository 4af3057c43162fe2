/** The meetings of “Reading together”: one with minutes, and the next one. */
import { answerComing, plan } from '../modules/meeting/actions.ts'
import type { Answer } from '../modules/meeting/coming.ts'
import { gather } from './gathering.ts'
import type { VillagerName } from './people.ts'
import { must, type Telling, zone } from './telling.ts'

/** Tells it. */
export const tellMeetings = async (village: Telling): Promise<void> => {
  const { house, reading, scope, person } = village
  const at = { at: '16:30', minutes: 60, place: 'Room 12, or online', challengeId: null, zone, language: 'en' }
  const planned = async (day: string, question: string): Promise<number> =>
    (await must(plan(house, scope('ines'), reading, { ...at, day, question }))).id
  const comes = async (id: number, answers: Partial<Record<VillagerName, Answer>>) => {
    for (const [who, answer] of Object.entries(answers)) {
      const name = who as VillagerName
      await must(answerComing(house, scope(name), reading, id, { person: person(name), answer }))
    }
  }
  village.on(26, '09:20')
  const last = await planned(village.day(-19), 'When did somebody join in whom you had not expected?')
  await comes(last, { rita: 'yes', joana: 'yes', marta: 'yes', ana: 'yes', paulo: 'no' })
  village.on(19, '16:30')
  const evening = await gather(
    village,
    last,
    'usual',
    ['ines', 'rita', 'joana', 'marta', 'tomas', 'ana'],
    ['Dona Rosa'],
  )
  await evening.round('check-in', {
    ines: 'Glad that it rains and you came all the same.',
    rita: 'Tired, with a good story in my bag.',
    joana: '',
    marta: 'Venho do trabalho a correr. Já respirei.',
    tomas: 'Com fome.',
    ana: 'Contente.',
  })
  await evening.guest('ana', 'check-in', 'Dona Rosa', 'É a primeira vez que me sento nesta sala desde a quarta classe.')
  await evening.to('last')
  await evening.cameOf('He came, sat at the end of the table, and stayed to the end.')
  await evening.to('round')
  await evening.round('round', {
    tomas: 'Eu. Quando a página era sobre polvos e ninguém estava a olhar para mim.',
    rita: 'Two children who never read began to whisper along while I was looking for my glasses.',
    marta: 'Em casa ele lê ao irmão, na casa de banho, porque lá faz eco.',
    ana: 'No recreio, quando leem as regras do jogo. Aí leem todos.',
    joana: 'Whenever a voice could disappear among other voices.',
    ines: '',
  })
  await evening.guest(
    'ana',
    'round',
    'Dona Rosa',
    'A minha neta leu-me a receita da sopa. Leu duas vezes, porque estava boa.',
  )
  await evening.to('next')
  await evening.step(
    'rita',
    'Choose with the children three texts that can be read by many voices at once.',
    village.day(5),
  )
  await evening.nothingMoved('We listened tonight; what we do not know yet comes first next time.')
  await evening.to('check-out')
  await evening.round('check-out', {
    rita: 'The word echo.',
    marta: 'Que o meu filho não é o único.',
    tomas: '',
    ana: 'A receita.',
    joana: 'A question for Monday.',
    ines: 'That nobody spoke twice, and nothing was missing.',
  })
  await evening.guest('ana', 'check-out', 'Dona Rosa', 'Volto, se puder.')
  await evening.to('minutes')
  await evening.publish()
  village.on(4, '12:15')
  const next = await planned(village.day(9), 'What do we want to hear when the whole class reads?')
  await comes(next, { rita: 'yes', marta: 'yes', tomas: 'yes', joana: 'maybe', paulo: 'no' })
}
