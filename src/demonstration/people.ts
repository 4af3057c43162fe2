/** The people of the village: the same in tests, in the demonstration and in the manual. All are invented. */
import type { Perspective, Role } from '../modules/community/contract.ts'
import type { Language } from '../platform/words/words.ts'

/** Somebody of the village. */
export interface Villager {
  readonly name: string
  readonly language: Language
  readonly role: Role
  readonly perspectives: readonly Perspective[]
}

/** Those of “Reading together”, Escola da Ria. */
export const reading = {
  ines: { name: 'Inês Duarte', language: 'en', role: 'facilitator', perspectives: ['specialist'] },
  rita: { name: 'Rita Vale', language: 'en', role: 'member', perspectives: ['teacher'] },
  joana: { name: 'Joana Simões', language: 'en', role: 'member', perspectives: ['specialist'] },
  marta: { name: 'Marta', language: 'pt', role: 'member', perspectives: ['family'] },
  tomas: { name: 'Tomás', language: 'pt', role: 'member', perspectives: ['student'] },
  paulo: { name: 'Paulo Reis', language: 'pt', role: 'member', perspectives: ['leader'] },
  ana: { name: 'Ana Costa', language: 'pt', role: 'member', perspectives: ['support'] },
  henk: { name: 'Henk de Vries', language: 'nl', role: 'facilitator', perspectives: ['partner'] },
} as const satisfies Record<string, Villager>

/** Those of “Quiet corners”, Základná škola Pri Potoku. */
export const quiet = {
  zuzana: { name: 'Zuzana Kováčová', language: 'sk', role: 'facilitator', perspectives: ['specialist'] },
  peter: { name: 'Peter Hudák', language: 'sk', role: 'member', perspectives: ['teacher'] },
  eva: { name: 'Eva Malá', language: 'sk', role: 'member', perspectives: ['family'] },
} as const satisfies Record<string, Villager>

/** Anybody of the village by the short name used everywhere. */
export type VillagerName = keyof typeof reading | keyof typeof quiet

/** The address of a villager; nothing is ever sent to it. */
export const addressOf = (who: VillagerName): string => `${who}@ria.example`

/** Everybody's password in the demonstration. */
export const demonstrationPassword = 'ciranda-demo'
