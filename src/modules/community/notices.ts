/** What a community tells its facilitators: that somebody waits at the door, at once; that somebody came in, once a week. */
import type { NoticeSource } from '../../platform/facts/notice.ts'
import type { House } from '../../platform/house.ts'
import type { MemberScope } from '../people/contract.ts'
import { facilitates } from './audience.ts'
import { atTheDoor, newcomer, whoTends } from './store/joined.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** The name stands on the page alone, for it may be a student's. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['newcomer.waiting'],
    topic: { key: 'door', label: (lang) => words(lang)('notice.doorTopic') },
    urgency: 'asked',
    audience: async (tx, fact) =>
      (await tx.rows(whoTends(fact.community ?? 0, fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang, on }, { subject, community }) => {
      const [[one]] = await house.db.read(scope, atTheDoor(scope, community ?? 0, subject.id))
      if (!one) return undefined
      const t = words(lang)
      return {
        subject: t('notice.door', { community: one.community }),
        text: on === 'page' ? t('notice.doorName', { name: one.name }) : t('notice.doorText'),
        button: { label: t('nav.people'), href: urls.people({ slug: one.slug }) },
      }
    },
  },
  {
    facts: ['community.joined'],
    topic: { key: 'joined', label: (lang) => words(lang)('notice.topic') },
    urgency: 'told',
    audience: async (tx, fact) =>
      (await tx.rows(whoTends(fact.community ?? 0, fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang, on }, { subject, community }) => {
      if (community === null || !facilitates(scope, community)) return undefined
      const [[one]] = await house.db.read(scope, newcomer(scope, community, subject.id))
      if (!one) return undefined
      const t = words(lang)
      return {
        subject: t('notice.joined', { community: one.community }),
        text: on === 'page' ? t('notice.joinedName', { name: one.name }) : t('notice.joinedText'),
        button: { label: t('nav.people'), href: urls.people({ slug: one.slug }) },
      }
    },
  },
]
