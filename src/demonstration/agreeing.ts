/** How a community of the village makes its charter and its agreement, line by line. */
import { addLine, changeLine, sayIn, settleVersion } from '../modules/community/actions/charter.ts'
import type { CharterDocument, Part } from '../modules/community/charter.ts'
import { linesOf } from '../modules/community/store/charter.ts'
import type { Place } from '../modules/people/contract.ts'
import type { VillagerName } from './people.ts'
import { must, type Telling } from './telling.ts'

/** The deeds with the lines of `place`. Lines are named by their part and their place in it, from 0. */
export const agreeing = (village: Telling, place: Place, writer: VillagerName) => {
  const { house, scope } = village
  const lineAt = async (part: Part, index: number) => {
    const [lines] = await house.db.read(scope(writer), linesOf(scope(writer), place.id))
    const line = lines.filter((one) => one.part === part)[index]
    if (!line) throw new Error(`No line ${index} of ${part}`)
    return line
  }
  const put = async (part: Part, index: number, state: 'kept' | 'struck', words?: string): Promise<void> => {
    const line = await lineAt(part, index)
    const change = { line: line.id, seen: line.words, words: words ?? line.words, state }
    await must(changeLine(house, scope(writer), place, change))
  }
  return {
    keep: (part: Part, index: number) => put(part, index, 'kept'),
    say: (part: Part, index: number, words: string) => put(part, index, 'kept', words),
    strike: (part: Part, index: number) => put(part, index, 'struck'),
    add: (part: Part, words: string) => must(addLine(house, scope(writer), place, { part, words })),
    settle: (document: CharterDocument, changed: string, why: string) =>
      must(settleVersion(house, scope(writer), place, { document, changed, why })),
    in: async (...people: VillagerName[]): Promise<void> => {
      for (const who of people) await must(sayIn(house, scope(who), place))
    },
  }
}
