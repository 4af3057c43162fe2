/** What is told of a word back: once a week, to whoever it is for. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { urls } from '../urls.ts'
import { toldBy, toldMeOne } from './store/told.ts'
import { words } from './words.ts'

/** The sources of notices about words told back. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['word-back.told'],
    topic: { key: 'word-back', label: (lang) => words(lang)('notice.topic') },
    urgency: 'told',
    // Whoever spoke gets their answer, whatever the community does.
    evenAtRest: true,
    audience: async (tx, fact) => (await tx.rows(toldBy(fact.subject.id))).map((one) => one.person_id),
    say: async (to, fact) => {
      const [[word]] = await house.db.read(to.scope, toldMeOne(to.scope, fact.subject.id))
      if (!word) return undefined
      const t = words(to.lang)
      const name = word.teller ?? t('left')
      return {
        subject: t('notice.subject'),
        text: word.title ? t('notice.text', { name, title: word.title }) : t('notice.textOut', { name }),
        quote: { words: word.words, lang: word.language },
        button: { label: t('notice.button'), href: `${urls.cameOfIt()}#word-${word.id}` },
      }
    },
  },
]
