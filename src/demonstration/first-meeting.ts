/** The first meeting of “Reading together”: three rounds, before there was a line of who we are. */
import { settleMeeting } from '../modules/community/actions/belonging.ts'
import { meetingsBelow } from '../modules/meeting/public.ts'
import { gather } from './gathering.ts'
import { must, type Telling } from './telling.ts'

/** Tells it. */
export const tellFirstMeeting = async (village: Telling): Promise<void> => {
  const { house, reading, scope } = village
  const ines = scope('ines')
  village.on(75, '15:10')
  const plan = { on: village.day(-75), at: '15:30', where: 'Room 12' }
  await must(settleMeeting(house, ines, reading, plan))
  const [[first]] = await house.db.read(ines, meetingsBelow(ines, reading.id, Number.MAX_SAFE_INTEGER, 1))
  if (!first) throw new Error('The first meeting was not settled')
  village.on(75, '15:30')
  const we = await gather(village, first.id, 'first', ['ines', 'rita', 'joana', 'marta', 'ana', 'henk'])
  await we.round('check-in', { ines: 'A little nervous.', rita: 'Curious.', marta: '', henk: 'Benieuwd.' })
  await we.to('care')
  await we.round('care', {
    rita: 'That nobody sits behind a book waiting for it to be over.',
    marta: 'Que ler em voz alta não seja um exame.',
    ana: 'Que eles riam.',
    joana: 'That a voice is heard before it is corrected.',
    henk: '',
    ines: 'That we find out with the children, and not about them.',
  })
  await we.to('who')
  await we.round('who', {
    ana: 'Faltam os avós. São eles que leem à noite.',
    marta: 'Falta o meu filho. É sobre ele que falamos.',
    rita: 'A teacher who would rather ask than explain.',
    joana: '',
  })
  await we.to('how')
  await we.round('how', {
    joana: 'By trying something small, and telling each other what we saw.',
    rita: 'Once a month, one hour, and never without cake.',
    marta: 'Cada um na língua que lhe vier.',
  })
  await we.to('next')
  await we.step('marta', 'Ask Tomás whether he would like to come.', village.day(-68))
  await we.to('check-out')
  await we.round('check-out', {
    rita: 'The grandparents.',
    marta: 'Que me perguntaram.',
    ines: 'How quiet it was while we listened.',
  })
  await we.to('minutes')
  await we.publish()
}
