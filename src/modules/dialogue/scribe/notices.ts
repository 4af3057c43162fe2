/** What a scribe tells people: whoever's words were written down, at once, for they stand under their name. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import { aboutVoices, contributionById } from '../store/contributions.ts'
import { urls } from '../urls.ts'
import { saidBy } from './store.ts'
import { words } from './words.ts'

/** The words themselves stand on the page alone: whoever reads along in a mailbox need not see them. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['contribution.written-down'],
    topic: { key: 'written-down', label: (lang) => words(lang)('notice.topic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(saidBy(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang, on }, fact) => {
      const id = fact.subject.id
      const [[said], [about]] = await house.db.read(scope, contributionById(scope, id), aboutVoices(scope, [id]))
      if (!said || !about || !isMine(scope, said) || said.withdrawn || said.confirmed) return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t('notice.text', { name: said.writer ?? t('notice.somebody') }),
        quote: on === 'page' ? { words: said.text.slice(0, 600), lang: said.language } : undefined,
        button: { label: t('notice.button'), href: urls.voice({ slug: about.slug, id }) },
      }
    },
  },
]
