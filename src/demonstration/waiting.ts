/** Questions that wait: one that is young, one that is parked, one that nobody else may read yet. */
import { ask } from './question.ts'
import type { Telling } from './telling.ts'

/** Tells it. */
export const tellWaiting = async (village: Telling): Promise<void> => {
  const place = village.reading
  village.on(48, '12:30')
  const parked = await ask(village, {
    who: 'henk',
    place,
    question: 'How could the grandparents read with us on Fridays?',
    help: ['ideas'],
  })
  await parked.say(
    'ines',
    'I love this. Four of them asked me at the gate. We need the spring for it: in winter the school is too far for two of them.',
  )
  village.on(45, '17:00')
  await parked.say('henk', 'Then it waits for the spring. A question does not grow old.')
  await parked.move('ines', 'park')
  await parked.written('ana', 'marta', 'A minha mãe vinha já amanhã. Só precisa de uma cadeira com costas.')
  village.on(6, '18:30')
  await ask(village, {
    who: 'rita',
    place,
    question: 'How can a girl who came in October take part before she has our language?',
    child: 'not-yet',
    help: ['listen'],
  })
  village.on(1, '14:20')
  const young = await ask(village, {
    who: 'paulo',
    place,
    question: 'What would have to change so that two adults can be in the room when year 3 reads aloud?',
    help: ['ideas'],
  })
  await young.unknown('paulo', 'How many minutes do we really speak of?')
  await young.say(
    'paulo',
    'I sign the timetable, so this one is mine. I do not have the hours yet. Tell me what they are for, and I will know what to ask the town for.',
  )
  village.on(1, '19:05')
  await young.say(
    'joana',
    'Some of us already come in our free hour and say nothing about it. I would rather it were counted.',
    { withoutName: true },
  )
  await young.slowly('henk', 720)
}
