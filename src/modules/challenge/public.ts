/** What other modules and app.ts may use of our questions. */

import type { House } from '../../platform/house.ts'
import type { Describe } from '../../platform/http/address-book.ts'
import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { challengeTitles } from './store/challenge.ts'
import { type Part, partTitles } from './store/reported.ts'
import { tryoutTitles } from './tryout/store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export { forgetDrafts } from './own-data/store.ts'
export { ChallengeCard } from './pages/challenge-card.tsx'
export { notHeardYet, together } from './perspective.ts'
export { myReflections } from './reflection/store.ts'
export { challengeWalls, currentChallenge, foundChallenges } from './store/challenge.ts'
export { involvedIn } from './store/involved.ts'
export { type OpenMatter, openMatters } from './store/open.ts'
export { reportedChallenge, reportedPart, reportedParts } from './store/reported.ts'
export { type RunningTryout, runningTryouts } from './store/running.ts'
export { urls as challengeUrls } from './urls.ts'
export { CameOfItLines } from './word-back/pages/came-of-it.tsx'
export { type ToldLine, ToldList } from './word-back/pages/told-list.tsx'
export { withQuotes } from './word-back/quoting.ts'
export { cameOfIt, type Ending, wordsAwaited } from './word-back/store/ending.ts'
export { toldMeSince } from './word-back/store/told.ts'
export { words as challengeWords } from './words.ts'

/** Our questions in a community's navigation. */
export const navigation: readonly NavigationEntry[] = [
  {
    key: 'challenges',
    order: 20,
    icon: 'question',
    stands: 'main',
    label: (lang) => words(lang)('nav'),
    href: (slug) => urls.challenges({ slug }),
  },
]

/** Titles and addresses of questions, for the address book. */
export const describeChallenges =
  (house: Pick<House, 'db'>): Describe =>
  async (asker, ids) => {
    const [rows] = await house.db.read(asker, challengeTitles(asker, ids))
    return new Map(rows.map(({ id, question, slug }) => [id, { title: question, href: urls.challenge({ slug, id }) }]))
  }

/** What else stands on a question, for the address book; it is found on the page where it stands. */
export const describeParts =
  (house: Pick<House, 'db'>, part: Part): Describe =>
  async (asker, ids) => {
    const [rows] = await house.db.read(asker, partTitles(asker, part, ids))
    return new Map(
      rows.map(({ id, title, slug, challenge_id, tryout_id }) => [
        id,
        {
          title,
          href:
            tryout_id !== null
              ? urls.tryout({ slug, id: challenge_id, tryout: tryout_id })
              : part === 'reflection'
                ? urls.reflections({ slug, id: challenge_id })
                : urls.challenge({ slug, id: challenge_id }),
        },
      ]),
    )
  }

/** Titles and addresses of try-outs, for the address book. */
export const describeTryouts =
  (house: Pick<House, 'db'>): Describe =>
  async (asker, ids) => {
    const [rows] = await house.db.read(asker, tryoutTitles(asker, ids))
    return new Map(
      rows.map(({ id, title, slug, challenge_id }) => [
        id,
        { title, href: urls.tryout({ slug, id: challenge_id, tryout: id }) },
      ]),
    )
  }
