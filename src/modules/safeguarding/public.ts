/** What other modules and app.ts may use of safeguarding. */
import type { AdministrationRoom, NavigationEntry, OwnRoom } from '../../platform/http/navigation.ts'
import type { Language } from '../../platform/words/words.ts'
import { urls as agreeUrls } from './agreeing/urls.ts'
import { words as agreeWords } from './agreeing/words.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export type { AfterAnswer } from './agreeing/actions.ts'
export { schoolYearEnds } from './agreeing/heard.ts'
export { type Agreement, agreementOf, mayBeHeardBy, mayTakePart, takesPartStill } from './agreeing/judging.ts'
export { answersAbout } from './agreeing/store.ts'
export { isGuardianLink } from './agreeing/urls.ts'
export { forgetCases } from './own-data/store.ts'
export { ReportLink } from './pages/report-link.tsx'
export { ShortNotice } from './pages/short.tsx'
export type { NameAnswer } from './recognising/asking.ts'
export { askNames, namesField, namesGiven, namesRefused, noteNames, wentBack } from './recognising/before.ts'
export { namesIn } from './recognising/looking-up.ts'
export { type FoundName, namesFound, openNames } from './recognising/recognisable.ts'
export { schoolDaysAfter } from './school-days.ts'
export { shortHere } from './standing.ts'

/** Where a thing is reported, by its kind and number. */
export const reportHref = (slug: string, kind: string, thing: number): string => urls.report({ slug, kind, thing })

/** What the link to it says. */
export const reportLabel = (lang: Language): string => words(lang)('report.link')

/** Asking for help comes first of all further places, so that it is always found. */
export const navigation: readonly NavigationEntry[] = [
  {
    key: 'ask-for-help',
    order: 1,
    icon: 'hand',
    stands: 'more',
    forMembers: true,
    label: (lang) => words(lang)('ask.title'),
    href: (slug) => urls.ask({ slug }),
  },
  {
    key: 'who-looks-after-us',
    order: 25,
    icon: 'people',
    stands: 'more',
    forMembers: true,
    label: (lang) => words(lang)('nav.who'),
    href: (slug) => urls.who({ slug }),
  },
]

/** The way to ask for help, for the foot of every page of a community. */
export const askForHelp = {
  label: (lang: Language): string => words(lang)('ask.title'),
  href: (slug: string): string => urls.ask({ slug }),
}

/** Among a person's own rooms. */
export const ownRooms: readonly OwnRoom[] = [
  { key: 'who-looked', label: (lang) => words(lang)('looked.title'), href: () => urls.mine() },
]

/** Among the rooms of those who look after the site. */
export const administrationRooms: readonly AdministrationRoom[] = [
  {
    key: 'ages',
    label: (lang) => agreeWords(lang)('ages.title'),
    says: (lang) => agreeWords(lang)('ages.says'),
    href: () => agreeUrls.ages(),
  },
]

/** Where a community says which adults look after its students. */
export const whoLooksAfter = (slug: string): string => urls.who({ slug })
