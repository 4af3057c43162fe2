/** Ana's question about lunch, answered for now; its story is with the circle and waits for some. */
import { ask } from './question.ts'
import { storyway } from './releasing.ts'
import { holdRound } from './round.ts'
import type { Telling } from './telling.ts'
import { propose } from './trying.ts'

/** Tells it. */
export const tellLunch = async (village: Telling): Promise<void> => {
  village.on(58, '14:10')
  const question = await ask(village, {
    who: 'ana',
    place: village.reading,
    question: 'Como pode o almoço ser mais calmo para quem não aguenta o barulho?',
    help: ['together'],
  })
  const where = await question.unknown('ana', 'De onde vem o barulho?')
  village.on(56, '13:50')
  const trays = await question.say(
    'ana',
    'Pus-me a ouvir de olhos fechados. Não são as vozes. São os tabuleiros a bater uns nos outros.',
  )
  await question.known('ana', where, 'Dos tabuleiros, sobretudo quando todos os arrumam ao mesmo tempo.', trays)
  village.on(54, '19:30')
  await question.say('marta', 'Em casa ele conta que almoça depressa para sair dali.')
  await question.say('joana', 'Two children in my group eat better in a corner where they see the door.')
  village.on(53, '14:20')
  const kitchen = await holdRound(village, question, 'ana', {
    question: 'Como é a hora do almoço vista daí?',
    eyes: 'quem lava os tabuleiros',
    hidden: 'until_own',
  })
  await kitchen.says('ana', 'Chegam todos ao mesmo tempo, e eu só tenho duas mãos.')
  village.on(53, '20:15')
  await kitchen.says('marta', 'Do outro lado do balcão ninguém me vê a cara.')
  await kitchen.says('joana', 'I hear the bell, and then ninety trays.')
  village.on(52, '13:10')
  await kitchen.open('ana')
  await kitchen.harvest('ana', 'Falámos muito de crianças e nunca de quem recebe os tabuleiros.')
  await kitchen.asks('ana', 'O que mudaria para si, se uma mesa arrumasse cinco minutos mais tarde?')
  village.on(51, '15:00')
  await kitchen.answered('ana', '«Cinco minutos? Era a primeira vez que eu respirava.»')
  village.on(44, '11:30')
  const cloth = await propose(village, question, 'ana', {
    title: 'Uma toalha e uma mesa que arruma mais tarde',
    expects: 'A mesa junto à janela come até ao fim, sem tapar os ouvidos.',
    stopIf: 'Alguém fica sozinho à mesa sem querer.',
    lookFor: 'Quem se senta ali e quanto fica no prato.',
    ends: -23,
  })
  await cloth.agree('rita')
  await cloth.start()
  village.on(30, '14:00')
  await cloth.saw('ana', 'Seis crianças escolhem a mesa. O prato vem vazio. Uma levou uma amiga.')
  village.on(24, '14:15')
  await cloth.end('keep', 'A toalha custou nove euros e o resto é só esperar cinco minutos.')
  await question.answer(
    'ana',
    'O barulho era dos tabuleiros. Uma toalha e cinco minutos de espera chegam para uma mesa calma, que qualquer criança pode escolher.',
    'O que fazer nos dias de chuva, quando ninguém sai.',
  )
  // Joana waits for her word still.
  village.on(22, '15:10')
  await cloth.told('', {
    marta: 'Contou que ele almoçava depressa para sair dali. Agora há uma mesa com toalha, e ele fica até à sobremesa.',
  })
  village.on(12, '15:20')
  const story = storyway(village, village.reading, 'ana', await question.story('ana'))
  await story.write({
    title: 'A mesa da toalha',
    summary:
      'O refeitório era demasiado barulhento para algumas crianças. Uma toalha e uma mesa que arruma cinco minutos mais tarde mudaram o almoço.',
    language: 'pt',
    mattered: 'Ninguém pediu silêncio às crianças. Procurámos primeiro de onde vinha o barulho: eram os tabuleiros.',
    did: 'Pusemos uma toalha grossa na mesa junto à janela. Essa mesa arruma os tabuleiros cinco minutos depois das outras. Qualquer criança a pode escolher, sem explicar porquê, e pode levar alguém.',
    unsure:
      'Tínhamos medo de que fosse «a mesa dos que não aguentam». Foi ao contrário: ao fim de duas semanas era preciso chegar cedo para ter lugar.',
    whose:
      'De crianças a quem o barulho dói, e de quem come devagar. Foi possível com nove euros e com a ajuda da cozinha.',
    age_band: 'mixed',
    children: 'Cerca de 90 crianças ao almoço; seis escolhem esta mesa quase todos os dias',
    possible: 'Uma toalha, cinco minutos, a boa vontade da cozinha',
    dimensions: ['practice'],
  })
  village.on(4, '10:10')
  await story.check('ines')
  village.on(3, '15:40')
  await story.askCircle()
  village.on(2, '12:20')
  for (const who of ['ines', 'rita', 'joana', 'henk'] as const) await story.yes(who)
  await story.named('ana', 'name')
}
