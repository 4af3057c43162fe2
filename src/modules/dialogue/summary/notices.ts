/** What a withdrawal tells beside a summary: those who facilitate look whether it still says something of those words. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { summedAround, whoTends } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** Told at once, for whoever withdrew something counts on it; without words and names. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['contribution.withdrawn'],
    topic: { key: 'summary', label: (lang) => words(lang)('notice.topic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(whoTends(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[room]] = await house.db.read(scope, summedAround(scope, fact.subject.id))
      if (!room) return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t('notice.text', { place: room.place }),
        button: { label: t('notice.button'), href: urls.summary({ slug: room.slug, id: room.thread_id }) },
      }
    },
  },
]
