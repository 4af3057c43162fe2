/** The answered question: how the morning circle begins, and the story that came of it. */
import { tellBenchStory } from './bench-story.ts'
import { ask } from './question.ts'
import type { Telling } from './telling.ts'
import { propose } from './trying.ts'

/** Tells it. */
export const tellBench = async (village: Telling): Promise<void> => {
  village.on(70, '12:35')
  const question = await ask(village, {
    who: 'rita',
    place: village.reading,
    question: 'How can the morning circle begin without the latecomers feeling watched?',
    help: ['ideas', 'together'],
  })
  village.on(68, '17:05')
  await question.move('ines', 'choose')
  await question.move('ines', 'explore')
  const why = await question.unknown('rita', 'Why do the same four children come late?')
  const who = await question.unknown('joana', 'Who notices the latecomer more: the class, or I?')
  village.on(67, '12:20')
  const heads = await question.say(
    'rita',
    'When the door opens, twenty-one heads turn. I stop in the middle of a sentence and say “good morning” in a voice I do not like.',
  )
  village.on(66, '18:40')
  const bus = await question.say(
    'ana',
    'Eu estou ao portão. Três deles vêm no autocarro das 8h52, que nunca chega a horas. Não é preguiça, é o trânsito na ponte.',
  )
  village.on(66, '21:15')
  const marta = await question.say(
    'marta',
    'Quando nos atrasamos, o meu filho pede-me para ir para casa. Não é por causa da escola. É por causa da porta.',
  )
  village.on(65, '10:50')
  await question.say('tomas', 'a porta faz barulho e depois toda a gente olha para mim.', { replyTo: marta })
  await question.read('rita', bus)
  await question.read('ines', marta)
  village.on(64, '09:30')
  await question.say(
    'henk',
    'Op onze school in Utrecht begint de kring pas als iedereen een plek heeft. Dat kost tien minuten, en niemand mist ze.',
    { language: 'nl' },
  )
  await question.known(
    'rita',
    why,
    'Ana asked at the gate for a week: three come on the 8:52 bus, one takes a sister to nursery first.',
    bus,
  )
  village.on(63, '12:40')
  const chair = await question.say(
    'joana',
    'I sat in for two mornings. The class looked up for about two seconds. Rita looked for nine. I say this with love.',
    { replyTo: heads },
  )
  await question.known(
    'joana',
    who,
    'Two mornings, five latecomers: the class looked up for two seconds, the teacher for nine.',
    chair,
  )
  await question.say('rita', 'Nine! I did not know. Thank you for counting, and for telling me here.', {
    replyTo: heads,
    quote: { of: chair, words: 'Rita looked for nine. I say this with love.' },
  })
  await question.differs(
    'paulo',
    'Being on time matters. I would not like the children to learn that it makes no difference.',
  )

  village.on(62, '12:30')
  const side = await propose(village, question, 'rita', {
    title: 'Latecomers come in by the garden door',
    expects: 'Nobody turns round, and I go on talking.',
    stopIf: 'One child says that it feels like hiding.',
    lookFor: 'Who looks up. How long it takes until a latecomer says a first word.',
    ends: -50,
  })
  await side.agree('ines')
  await side.start()
  village.on(57, '12:45')
  await side.saw('rita', 'It was quiet. Too quiet: on Thursday one girl stood outside and did not dare to come in.')
  village.on(55, '12:30')
  await side.saw('tomas', 'pela porta do jardim entram as coisas. eu quero entrar pela porta das pessoas.')
  await side.end(
    'stop',
    'Our limit was reached. A way in of one’s own turned into a back door. We are glad that we asked.',
  )
  village.on(54, '16:20')
  await side.told(
    'You told us what the door does to people. The garden door felt like hiding, so we stopped it after a week.',
    {
      tomas:
        'You said that things come in by the garden door. You were right. We closed it, and we look for a way in for people.',
    },
  )
  village.on(53, '13:10')
  const bench = await propose(village, question, 'rita', {
    title: 'A bench by the door',
    expects: 'Whoever comes late sits down on the bench, breathes, and joins the circle with the next song.',
    stopIf: 'The bench is used as a punishment, even once.',
    lookFor: 'Whether latecomers join by themselves, and who else likes to sit there.',
    ends: -38,
    adaptedFrom: side.id,
  })
  await bench.agree('joana')
  await bench.start()
  village.on(46, '12:30')
  await bench.changed(
    'ana',
    'As crianças que chegam cedo também se sentam lá.',
    'O banco é de quem precisa de um minuto, chegue à hora que chegar.',
  )
  village.on(40, '12:50')
  await bench.saw(
    'rita',
    'Eleven late arrivals in two weeks. Ten joined with the next song. I did not say good morning once: the bench says it.',
  )
  await bench.saw('marta', 'Ontem chegámos tarde e ele largou-me a mão antes da porta.')
  village.on(37, '12:30')
  await bench.end('keep', 'It costs nothing, nobody explains it any more, and it is no longer only for latecomers.')
  village.on(36, '17:10')
  await question.answer(
    'rita',
    'Nobody was ever watching as long as I was. A bench by the door gives a child a place to arrive, and gives me a reason to go on talking. It works because everybody may use it.',
    'What the 8:52 bus could do. Paulo writes to the town.',
  )
  village.on(35, '16:40')
  await bench.told(
    'You said that it was the heads and the door, not the clock. So we put a bench by the door, and it stays.',
  )
  await question.reflect(
    'rita',
    {
      meeting: 'Marta’s sentence about the door. I had thought of lateness as something between a family and a clock.',
      dare: 'To let somebody sit in and count what I do.',
    },
    true,
  )
  await question.reflect('paulo', {
    provisional:
      'I still think that time matters. I also saw the children run to be there for the song. I can live with that.',
  })
  await question.reflect('ana', {
    together: 'Eu sabia do autocarro há dois anos. Nunca ninguém me tinha perguntado.',
    dare: 'Falar primeiro.',
  })
  await tellBenchStory(village, await question.story('rita'))
}
