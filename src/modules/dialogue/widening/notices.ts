/** What a wish tells people: the facilitators, that somebody asks to open words; neither words nor names. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { placeOfWish, whoOpens } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['contribution.asked-wider'],
    topic: { key: 'wider', label: (lang) => words(lang)('notice.topic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(whoOpens(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[wish]] = await house.db.read(scope, placeOfWish(fact.subject.id))
      if (!wish) return undefined
      const t = words(lang)
      return {
        subject: t('notice.topic'),
        text: t('notice.text', { place: wish.place }),
        button: { label: t('wishes.title'), href: urls.wishes({ slug: wish.slug }) },
      }
    },
  },
]
