/** Where the communities stand: stages that a facilitator proposed and the group confirmed. */
import { answer, conclude, propose } from '../modules/community/rhythm/actions/asking.ts'
import type { Stage } from '../modules/community/rhythm/stage.ts'
import type { Place } from '../modules/people/contract.ts'
import type { VillagerName } from './people.ts'
import { languageOf, must, type Telling } from './telling.ts'

interface Asked {
  readonly place: Place
  readonly who: VillagerName
  readonly stage: Stage
  readonly why: string
  readonly says: Partial<Record<VillagerName, string>>
  /** How many days ago it was proposed. */
  readonly from: number
}

const confirm = async (village: Telling, { place, who, stage, why, says, from }: Asked): Promise<void> => {
  const { house, scope } = village
  village.on(from, '17:40')
  const input = { stage, why, farewell: null, learned: null, language: languageOf(who) }
  const { id: proposal } = await must(propose(house, scope(who), place, input))
  village.on(from - 3, '20:10')
  for (const [name, words] of Object.entries(says)) {
    const one = name as VillagerName
    const answered = { proposal, yes: true, words: words || null, language: languageOf(one) }
    await must(answer(house, scope(one), place, answered))
  }
  village.on(from - 17, '12:20')
  await must(conclude(house, scope(who), place, proposal))
}

/** Tells it. */
export const tellRhythm = async (village: Telling): Promise<void> => {
  const { reading, quiet } = village
  await confirm(village, {
    place: reading,
    who: 'ines',
    stage: 'coalescing',
    why: 'We know each other’s names, and we come back.',
    says: { rita: '', marta: 'Já não tenho medo de perguntar.' },
    from: 62,
  })
  await confirm(village, {
    place: reading,
    who: 'henk',
    stage: 'maturing',
    why: 'We tried three things, and one of them failed without anybody being ashamed.',
    says: { ines: '', rita: 'And we tell each other early.', tomas: 'Agora perguntam-me primeiro.' },
    from: 24,
  })
  village.again()
  await confirm(village, {
    place: quiet,
    who: 'zuzana',
    stage: 'coalescing',
    why: 'Sme traja a stretávame sa pravidelne.',
    says: { peter: '' },
    from: 20,
  })
}
