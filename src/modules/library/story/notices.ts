/** What a story tells people: those of its community, with the rest of the week, that it can be read. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { toldOfStory } from '../store/told.ts'
import { urls } from '../urls.ts'
import { storyById } from './store.ts'
import { words } from './words.ts'

/** Only the first version is told of: what was mended stands where the story stands. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['story.published'],
    topic: { key: 'story', label: (lang) => words(lang)('notice.topic') },
    urgency: 'told',
    audience: async (tx, fact) => (await tx.rows(toldOfStory(fact.subject.id, fact.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, { subject: { id }, community }) => {
      const [[story]] = await house.db.read(scope, storyById(scope, community ?? 0, id))
      if (!story?.entry_slug || story.entry_withdrawn || story.entry_version !== 1) return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t('notice.text'),
        quote: { words: story.title, lang: story.language },
        button: { label: t('notice.read'), href: urls.entry({ slug: story.entry_slug }) },
      }
    },
  },
]
