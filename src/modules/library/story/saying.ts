/** Says in words how a condition of the release gate stands. */
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { Condition } from './gate.ts'
import { words } from './words.ts'

/** One sentence. Who does not tend the story reads how many are not asked yet, never who. */
export const conditionSaid = (condition: Condition, lang: Language, zone: string, tends: boolean): string => {
  const why = condition.name === 'depicted' && !condition.met && !tends ? 'gate.depicted.held' : condition.why
  const { until } = condition.values
  const values = until instanceof Date ? { ...condition.values, until: dayOf(until, lang, zone) } : condition.values
  return words(lang).maybe(why, values)
}
