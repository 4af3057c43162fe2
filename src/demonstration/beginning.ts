/** The first meetings of “Reading together”: who we are, how we treat each other, when we meet. */
import { settleMeeting } from '../modules/community/actions/belonging.ts'
import { agreeing } from './agreeing.ts'
import { tellFamilies } from './families.ts'
import { tellFirstMeeting } from './first-meeting.ts'
import { tellLookingAfter } from './looking-after.ts'
import { must, type Telling } from './telling.ts'

/** Tells it. */
export const tellBeginning = async (village: Telling): Promise<void> => {
  const { house, reading, scope } = village
  const ours = agreeing(village, reading, 'ines')
  await tellFirstMeeting(village)
  village.on(75, '16:40')
  await ours.say('domain', 0, 'How can every child in year 3 join in when the class reads aloud?')
  await ours.say('domain', 1, 'Learning the letters and the reading tests we leave to others.')
  await ours.say(
    'community',
    0,
    'A teacher, a mother, a boy, a speech therapist, our head, Ana who knows every child by name, and Henk from outside. The grandparents are still missing.',
  )
  await ours.say(
    'community',
    1,
    'Some of us talk, some write in the evening, Tomás likes to draw first. Each in the language that comes.',
  )
  await ours.say(
    'practice',
    0,
    'We tried reading in a row. The children counted ahead to their line and heard nothing else.',
  )
  await ours.strike('practice', 1)
  await ours.add('practice', 'One small try-out at a time, never longer than three weeks.')
  await ours.settle(
    'charter',
    'The first words about who we are.',
    'We wanted to be able to say it in one minute at the parents’ evening.',
  )
  village.on(68, '16:50')
  for (const line of [0, 1, 3, 4, 5, 6, 7]) await ours.keep('agreement', line)
  await ours.say('agreement', 2, 'We count to three before we answer. Some of us need the quiet to find our words.')
  await ours.settle(
    'agreement',
    'Eight lines, one of them our own.',
    'Marta said that the fast talkers had the first meeting to themselves.',
  )
  await ours.in('ines', 'rita', 'joana', 'marta', 'tomas', 'ana', 'henk')
  await tellLookingAfter(village)
  await tellFamilies(village)
  village.on(33, '17:20')
  await ours.add('agreement', 'When we talk about a child who is in the room, we talk with that child.')
  await ours.settle(
    'agreement',
    'One line more, about a child who is in the room.',
    'Tomás asked why we said “he” when he sat beside us.',
  )
  await ours.in('ines', 'rita', 'joana', 'marta', 'tomas', 'henk')
  village.on(5, '09:10')
  const meeting = { on: village.day(9), at: '16:30', where: 'Room 12, or online. One hour.' }
  await must(settleMeeting(house, scope('ines'), reading, meeting))
}
