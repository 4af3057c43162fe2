/** While a community rests, its letters of the week stop; what is asked of a person by name still comes. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { restsNow } from './store.ts'

type Source = NoticeSource<MemberScope>

/** The same source, silent in letters about a community that rests; on the page everything stands as ever. */
export const quietAtRest =
  (house: Pick<House, 'db'>) =>
  (source: Source): Source =>
    source.urgency === 'asked' || source.evenAtRest
      ? source
      : {
          ...source,
          say: async (to, fact) => {
            if (to.on === 'letter' && fact.community !== null) {
              const [[standing]] = await house.db.read(to.scope, restsNow(to.scope, fact.community))
              if (standing?.rests) return undefined
            }
            return source.say(to, fact)
          },
        }
