/** A practice story of the village on its way through the real gate. */
import type { Licence } from '../modules/library/contract.ts'
import * as consenting from '../modules/library/story/actions/consenting.ts'
import { chooseNaming, publishStory } from '../modules/library/story/actions/releasing.ts'
import { readyStory, writeStory } from '../modules/library/story/actions/writing.ts'
import { type StoryWords, storyById } from '../modules/library/story/store.ts'
import type { Place } from '../modules/people/contract.ts'
import type { VillagerName } from './people.ts'
import { must, type Telling, zone } from './telling.ts'

/** Takes up a draft that was begun from a question. */
export const storyway = (village: Telling, place: Place, author: VillagerName, id: number) => {
  const { house, scope } = village
  const now = async () => {
    const [[story]] = await house.db.read(scope(author), storyById(scope(author), place.id, id))
    if (!story) throw new Error('A story is missing')
    return story
  }
  return {
    /** Writes it and says that it is ready. Where it comes from stays as the question told it. */
    write: async (words: Omit<StoryWords, 'provenance'>): Promise<void> => {
      const { revision, provenance } = await now()
      await must(writeStory(house, scope(author), place, id, { ...words, provenance, revision, writers: [] }))
      await must(readyStory(house, scope(author), place, id))
    },
    shows: (who: VillagerName, one: consenting.DepictedInput) =>
      must(consenting.addDepicted(house, scope(who), place, id, zone, one)),
    check: async (who: VillagerName): Promise<void> => {
      const { revision } = await now()
      await must(consenting.checkStory(house, scope(who), place, id, { revision, sure: true, kept: [] }))
    },
    askCircle: () => must(consenting.askCircle(house, scope(author), place, id)),
    yes: async (who: VillagerName): Promise<void> => {
      const { round } = await now()
      await must(consenting.answerCircle(house, scope(who), place, id, { round, answer: 'yes', reason: '' }))
    },
    named: (who: VillagerName, naming: 'name' | 'perspective' | 'none') =>
      must(chooseNaming(house, scope(who), place, id, naming)),
    publish: (licence: Licence) => must(publishStory(house, scope(author), place, id, { to: 'public', licence })),
  }
}
