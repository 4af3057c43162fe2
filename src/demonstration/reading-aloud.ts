/** The question that is running now: how Tomás can take part in reading aloud. */
import { makeGroup } from '../modules/community/group/actions.ts'
import { ask } from './question.ts'
import { holdRound } from './round.ts'
import { must, type Telling } from './telling.ts'
import { propose } from './trying.ts'

/** Tells it. */
export const tellReadingAloud = async (village: Telling): Promise<void> => {
  village.on(25, '16:45')
  const question = await ask(village, {
    who: 'rita',
    place: village.reading,
    question: 'How can Tomás take part in reading aloud without being put on the spot?',
    child: 'agreed',
    help: ['ideas', 'together'],
  })
  await question.move('ines', 'choose')
  await question.move('ines', 'explore')
  const alone = await question.unknown('rita', 'Does he know the words when nobody listens?')
  await question.unknown('joana', 'Is it the reading, or the faces turning to him?')
  await question.unknown('ana', 'As outras crianças também gostavam de escolher a página?')
  village.on(23, '12:25')
  await question.say(
    'rita',
    'His hand goes up for everything except reading. When it is his line, he asks to go to the toilet. I have begun to skip him, and I think he has noticed.',
  )
  village.on(22, '21:30')
  const sister = await question.say(
    'marta',
    'À noite lê à irmã. Ontem contei: 14 linhas em 15, sem parar. Na única que falhou, riram-se os dois.',
  )
  village.on(21, '10:15')
  await question.say('tomas', 'eu sei ler. não gosto é quando se vira toda a gente.')
  await question.known('marta', alone, 'Sabe: leu 14 de 15 linhas à irmã, em casa.', sister)
  await question.read('rita', sister)
  village.on(20, '12:40')
  await question.say(
    'joana',
    'That is not a boy who cannot read. Fluent alone and silent in front of the class: I would change who listens before I change the text.',
    { replyTo: sister },
  )
  await question.differs(
    'joana',
    'I would begin with one listener and add one at a time. The choice of the page can come later.',
  )
  village.on(19, '17:35')
  const counted = await question.say(
    'paulo',
    'I was the boy who counted ahead to his line. Nobody asked me. I am glad that somebody asks him.',
  )
  village.on(19, '17:50')
  await question.say(
    'paulo',
    'One day I had to stand until the page was read without a mistake. It took the whole lesson. I still look for the door when somebody hands me a text.',
    { note: 'about being shamed in front of a class' },
  )
  village.on(18, '12:10')
  const counting = await question.say('ana', 'Será que há mais quem conte as linhas até chegar a sua vez?', {
    manner: 'wonder',
  })
  village.on(17, '16:50')
  const hands = await question.say(
    'henk',
    'I now ask who is counting ahead before I ask who is reading. Two hands went up.',
    {
      manner: 'learned',
      replyTo: counted,
      quote: { of: counted, words: 'the boy who counted ahead to his line' },
      language: 'en',
    },
  )
  await question.differs(
    'marta',
    'Para mim o primeiro é ele escolher. Se for ele a escolher, não lhe faz mal que o oiçam.',
  )
  village.on(14, '12:30')
  const pairs = await propose(village, question, 'rita', {
    title: 'Read in pairs; he chooses the page',
    expects: 'He starts by himself in two of four lessons.',
    stopIf: 'He asks us to, or it takes more than ten minutes of the lesson.',
    lookFor: 'Who begins. Where the others look.',
    ends: 9,
  })
  await pairs.agree('joana')
  village.on(13, '09:05')
  await pairs.start()
  village.on(12, '09:40')
  const carried = await question.forMe(
    'tomas',
    'henk',
    'quando alguém se engana a ler há sempre um que se ri antes dos outros. não é preciso dizer quem.',
  )
  village.on(12, '12:15')
  await question.saysFor('henk', carried)
  village.on(10, '18:20')
  await question.resolves('ana', counting, hands)
  village.on(7, '12:35')
  await pairs.changed(
    'rita',
    'Three other children asked to choose their page, too.',
    'Everybody chooses. Every pair picks its page the day before.',
  )
  village.on(6, '12:10')
  const surprised = await holdRound(village, question, 'ines', {
    question: 'What surprised you in the first lessons in pairs?',
    hidden: 'until_all',
  })
  village.on(6, '12:30')
  await surprised.says('rita', 'How quiet it was. I had prepared for noise, and there was none.')
  await surprised.says('tomas', 'que o Nuno também se engana. e ninguém se riu.')
  await surprised.says(
    'joana',
    'I looked at the readers for ten minutes before I noticed that the listeners had begun to lean in.',
  )
  village.on(6, '18:40')
  await surprised.says('marta', 'Pediu-me para ouvir a página antes do jantar. Nunca tinha pedido.')
  await surprised.says('ana', 'Tive medo de que fosse mais uma vez só para ele. Não foi, e fiquei contente.', {
    nameless: true,
  })
  await surprised.says('henk', 'That the rule changed on the second day, and that the children changed it.')
  await surprised.look('ines')
  await surprised.passes('paulo')
  await surprised.says('ines', 'That I had nothing to do.')
  await surprised.harvest(
    'ines',
    'Listening changed before reading did. Mistakes were seen, and nobody laughed. Some of us were afraid; it helped to hear that now.',
  )
  village.on(5, '13:00')
  await pairs.saw(
    'rita',
    'Lesson three: he began before I had finished asking. The others did not turn round, they were busy with their own page.',
  )
  village.on(5, '18:00')
  for (const who of ['ines', 'rita', 'joana', 'marta', 'tomas', 'paulo', 'ana', 'henk'] as const)
    await question.visits(who)
  village.on(4, '11:10')
  await question.say('tomas', 'li com o Nuno a página do polvo. escolhi eu. amanhã escolhe ele.')
  village.on(3, '20:50')
  const twice = await question.say(
    'marta',
    'Em casa treinou a página duas vezes. Disse-me: «Amanhã sou eu que escolho.»',
  )
  await question.read('rita', twice)
  village.on(2, '08:15')
  await question.say(
    'rita',
    'Please tell him that the octopus was the best page of the week. I wonder whether the choice matters more than the partner.',
    { replyTo: twice },
  )
  village.on(2, '12:45')
  await question.say(
    'joana',
    '@Rita, I will come on Thursday and only watch where the others look. That is the one thing we still guess.',
  )
  await question.say(
    'henk',
    'Mooi. Mag ik bij de volgende bijeenkomst vragen wat Tomás zelf een goed einde zou vinden?',
    { language: 'nl' },
  )
  village.on(2, '17:20')
  await question.say(
    'rita',
    'I have thirty minutes of cover a week for this until the holidays. After that I do not know. I would rather not worry the family with it yet.',
    { circle: 'facilitators' },
  )
  village.on(2, '17:40')
  const people = [village.person('rita'), village.person('joana')]
  const yard = await must(
    makeGroup(village.house, village.scope('ana'), village.reading, { name: 'Quem está no recreio', people }),
  )
  await question.say(
    'ana',
    'No recreio dois colegas imitavam-no a ler. Falei com eles. Digo-vos só a vocês, para vermos juntas na sexta.',
    { circle: `group:${yard.id}` },
  )
  await question.say('rita', 'Note to myself: I was proud today, and a little afraid that it was only the octopus.', {
    circle: 'me',
  })
  village.on(2, '17:40')
  await question.sums(
    'rita',
    0,
    'He reads well when nobody turns round. In pairs, with a page of his own choice, he begins by himself.',
  )
  village.on(1, '08:30')
  await question.sums(
    'joana',
    1,
    'He reads well when nobody turns round. In pairs, with a page of his own choice, he begins by himself.\n\nWe see it differently whether the choice matters more than the partner. Open: what happens after the holidays.',
  )
  village.on(1, '15:40')
  await question.say(
    'ana',
    'No recreio o Nuno perguntou-me se também há páginas com tubarões. Acho que temos resposta para uma das perguntas.',
  )
  village.on(1, '16:20')
  await question.say('tomas', 'na sexta posso ser eu a começar? mas só se ninguém disser nada.', { waits: true })
  village.on(1, '16:40')
  const end = await holdRound(village, question, 'henk', {
    question: 'What would be a good end of this for you?',
    hidden: 'until_all',
    ends: new Date(`${village.day(4)}T17:00:00Z`),
  })
  await end.says('marta', 'Que ele se esqueça de que isto foi um problema.')
  await end.says('tomas', 'ler uma coisa minha. uma só.')
  await end.later('ana')
  village.on(1, '16:45')
  await question.forMe('tomas', 'ines', 'podem dizer ao Nuno que eu gostei de ler com ele? eu não consigo.')
  village.on(1, '17:10')
  await question.asks('rita', 'marta', 'When he chooses a page at home, what does he look for?')
}
