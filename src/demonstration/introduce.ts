/** Introduces the villagers on the first page: who they are, in every language. */
import { communityWords } from '../modules/community/public.ts'
import { putDemonstrationPeople } from '../modules/people/store.ts'
import type { House } from '../platform/house.ts'
import { languages } from '../platform/words/words.ts'
import { addressOf, quiet, reading, type Villager, type VillagerName } from './people.ts'

const introduction = (who: string, villager: Villager, community: string) => ({
  name: villager.name,
  email: addressOf(who as VillagerName),
  says: Object.fromEntries(
    languages.map((lang) => {
      const t = communityWords(lang)
      const parts = [
        ...(villager.role === 'member' ? [] : [t(`role.${villager.role}`)]),
        ...villager.perspectives.map((one) => t(`perspective.${one}`)),
      ]
      return [lang, `${parts.join(', ')} · ${community}`]
    }),
  ),
})

/** Writes the introductions where the first page finds them. */
export const introduce = async (house: House): Promise<void> => {
  const value = [
    ...Object.entries(reading).map(([who, villager]) => introduction(who, villager, 'Reading together')),
    ...Object.entries(quiet).map(([who, villager]) => introduction(who, villager, 'Quiet corners')),
  ]
  await house.db.asSystem('demonstration', (tx) => tx.rows(putDemonstrationPeople(value)))
}
