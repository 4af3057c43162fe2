/** What dialogue tells people: that somebody answered what they said. */
import type { NoticeSource } from '../../platform/facts/notice.ts'
import type { House } from '../../platform/house.ts'
import type { MemberScope } from '../people/contract.ts'
import { answerToMine, whoseWords, whoseWordsOpened } from './store/answered.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** Told once a week; no names and no words, for the answer may be a student's. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['contribution.said', 'contribution.opened'],
    topic: { key: 'answered', label: (lang) => words(lang)('notice.topic') },
    urgency: 'told',
    audience: async (tx, fact) =>
      (
        await tx.rows(
          fact.kind === 'contribution.said' ? whoseWords(fact.subject.id) : whoseWordsOpened(fact.subject.id),
        )
      ).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[answer]] = await house.db.read(scope, answerToMine(scope, fact.subject.id))
      if (!answer) return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t('notice.text', { place: answer.place }),
        button: { label: t('notice.button'), href: urls.voice({ slug: answer.slug, id: fact.subject.id }) },
      }
    },
  },
]
