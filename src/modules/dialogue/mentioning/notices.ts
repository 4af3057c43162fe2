/** What calling somebody by name tells: that very person, and nobody else. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { urls } from '../urls.ts'
import { calledMe, whoIsCalled } from './store.ts'
import { words } from './words.ts'

/** Told at once, for somebody calls; without names and words, for the caller may be a student. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['contribution.mentioned'],
    topic: { key: 'mention', label: (lang) => words(lang)('notice.topic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(whoIsCalled(fact.subject.id, fact))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[called]] = await house.db.read(scope, calledMe(scope, fact.subject.id))
      if (!called) return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t('notice.text', { place: called.place }),
        button: { label: t('notice.button'), href: urls.voice({ slug: called.slug, id: fact.subject.id }) },
      }
    },
  },
]
