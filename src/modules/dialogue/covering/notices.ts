/** What a content note tells: whoever said it, that a facilitator put one before their words. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { urls } from '../urls.ts'
import { stillNoted, whoseNoted } from './store.ts'
import { words } from './words.ts'

/** Told at once, for it is done to one's words; without the note and without a name. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['contribution.noted'],
    topic: { key: 'note', label: (lang) => words(lang)('notice.topic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(whoseNoted(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[said]] = await house.db.read(scope, stillNoted(scope, fact.subject.id))
      if (!said) return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t('notice.text', { place: said.place }),
        button: { label: t('notice.button'), href: urls.voice({ slug: said.slug, id: fact.subject.id }) },
      }
    },
  },
]
