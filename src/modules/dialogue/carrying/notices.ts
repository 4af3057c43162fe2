/** What saying it for somebody tells: all the adults, that somebody asks one of them; whose words they are, what became of them. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isAuthor, isCarrier } from './carried.ts'
import { adultsTold, carriedById, whoseCarried } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** Told at once; no words and no names, for a letter may be read by others. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['carried.asked'],
    topic: { key: 'carried', label: (lang) => words(lang)('notice.topic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(adultsTold(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[one]] = await house.db.read(scope, carriedById(scope, fact.subject.id))
      if (one?.state !== 'open' || isAuthor(scope, one)) return undefined
      const t = words(lang)
      const mine = isCarrier(scope, one)
      return {
        subject: t('notice.subject'),
        text: t(mine ? 'notice.you' : 'notice.other', { place: one.place }),
        button: { label: t('notice.button'), href: urls.one({ slug: one.slug, id: one.id }) },
      }
    },
  },
  {
    facts: ['carried.said', 'carried.declined'],
    topic: { key: 'carried-answer', label: (lang) => words(lang)('notice.answerTopic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(whoseCarried(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[one]] = await house.db.read(scope, carriedById(scope, fact.subject.id))
      if (!one || !isAuthor(scope, one) || (one.state !== 'said' && one.state !== 'declined')) return undefined
      const t = words(lang)
      return {
        subject: t('notice.answerSubject'),
        text: t(one.state === 'said' ? 'notice.said' : 'notice.declined', { place: one.place }),
        button: { label: t('notice.answerButton'), href: urls.one({ slug: one.slug, id: one.id }) },
      }
    },
  },
]
