/** The Slovak community “Quiet corners”: a quiet place that is no punishment, and a try-out that waits for a look back. */
import { settleMeeting } from '../modules/community/actions/belonging.ts'
import { agreeing } from './agreeing.ts'
import { ask } from './question.ts'
import { must, type Telling } from './telling.ts'
import { propose } from './trying.ts'

/** Tells it. */
export const tellQuietCorners = async (village: Telling): Promise<void> => {
  const { house, quiet: place, scope } = village
  const ours = agreeing(village, place, 'zuzana')
  village.on(40, '15:30')
  for (const line of [0, 1, 2, 4, 5, 6, 7]) await ours.keep('agreement', line)
  await ours.say('agreement', 3, 'Kto nechce hovoriť, nemusí. Tu to platí dvojnásobne.')
  await ours.settle(
    'agreement',
    'Prvé pravidlá, jedno z nich je naše vlastné.',
    'Keď hľadáme ticho pre deti, potrebujeme ho aj my.',
  )
  await ours.in('zuzana', 'eva')
  village.on(32, '13:20')
  const question = await ask(village, {
    who: 'peter',
    place,
    question: 'Ako môže byť v triede tiché miesto, ktoré nikto nepovažuje za trest?',
    help: ['ideas', 'together'],
  })
  await question.move('zuzana', 'choose')
  await question.move('zuzana', 'explore')
  await question.unknown('peter', 'Kedy počas dňa je v triede najhlučnejšie?')
  const wish = await question.unknown('zuzana', 'Čo by tam chceli mať samotné deti?')
  village.on(29, '13:00')
  await question.say('peter', 'Keď poviem „choď si oddýchnuť“, znie to ako „choď preč“. Aj keď to tak nemyslím.')
  village.on(28, '20:10')
  const eva = await question.say(
    'eva',
    'Moja dcéra chodí doma pod stôl. Nie je smutná, len si tam skladá deň. V škole taký stôl nemá.',
  )
  await question.read('peter', eva)
  village.on(26, '14:30')
  await question.say(
    'zuzana',
    'Spýtala som sa detí. Nechcú hračky. Chcú, aby tam videli na dvere a aby sa nikto nepýtal prečo.',
    { replyTo: eva },
  )
  await question.known(
    'zuzana',
    wish,
    'Výhľad na dvere, mäkký koberec a žiadne otázky. Povedalo to deväť detí z dvanástich.',
  )
  await question.differs('eva', 'Keď má kútik časový limit, stáva sa z neho čakáreň. Ja by som čas nemerala.')
  village.on(18, '12:50')
  const corner = await propose(village, question, 'peter', {
    title: 'Kútik pri okne, kam sa ide bez pýtania',
    expects: 'Počas dvoch týždňov tam pôjde aj niekto, koho som tam neposlal.',
    stopIf: 'Niektoré dieťa tam zostane celú hodinu, alebo ho tam ostatní pošlú.',
    lookFor: 'Kto príde sám od seba a s čím sa vráti.',
    ends: -2,
  })
  await corner.agree('zuzana')
  village.on(17, '08:10')
  await corner.start()
  village.on(10, '13:15')
  await corner.saw('peter', 'V utorok tam boli dvaja, vo štvrtok štyria. Raz som si tam na prestávke sadol aj ja.')
  village.on(4, '19:45')
  await question.say('eva', 'Doma sa ma spýtala, či majú kútik aj dospelí. Nevedela som, čo povedať.')
  village.on(3, '14:05')
  const meeting = { on: village.day(6), at: '15:00', where: 'Knižnica na prízemí' }
  await must(settleMeeting(house, scope('zuzana'), place, meeting))
}
