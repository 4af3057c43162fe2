/** What looking tells people: the adults, that words wait; the student, that an adult asks something about them. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { heldNotices } from './held/notices.ts'
import { adultsToTell, allAdults, stillWaiting, whoseWait } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

type Say = NoticeSource<MemberScope>['say']

/** All three are told at once; no names and no words, for a letter may be read by others. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => {
  const look =
    (late: boolean): Say =>
    async ({ scope, lang }, fact) => {
      const [[waiting]] = await house.db.read(scope, stillWaiting(scope, fact.subject.id))
      if (!waiting || waiting.mine) return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t(late ? 'notice.late' : 'notice.text', { place: waiting.place }),
        button: { label: t('notice.button'), href: urls.waiting({ slug: waiting.slug }) },
      }
    }
  const topic = { key: 'look', label: (lang: Parameters<typeof words>[0]) => words(lang)('notice.topic') }
  return [
    {
      facts: ['contribution.waits'],
      topic,
      urgency: 'asked',
      audience: async (tx, fact) => (await tx.rows(adultsToTell(fact.subject.id))).map((one) => one.person_id),
      say: look(false),
    },
    {
      facts: ['contribution.overdue'],
      topic,
      urgency: 'asked',
      audience: async (tx, fact) => (await tx.rows(allAdults(fact.subject.id))).map((one) => one.person_id),
      say: look(true),
    },
    {
      facts: ['contribution.held'],
      topic: { key: 'look-question', label: (lang) => words(lang)('notice.askTopic') },
      urgency: 'asked',
      audience: async (tx, fact) => (await tx.rows(whoseWait(fact.subject.id))).map((one) => one.person_id),
      say: async ({ scope, lang }, fact) => {
        const id = fact.subject.id
        const [[waiting]] = await house.db.read(scope, stillWaiting(scope, id))
        if (!waiting?.mine || !waiting.asked) return undefined
        const t = words(lang)
        return {
          subject: t('notice.askSubject'),
          text: t(`ask.${waiting.asked}`),
          button: { label: t('notice.askButton'), href: dialogueUrls.voice({ slug: waiting.slug, id }) },
        }
      },
    },
    ...heldNotices(house),
  ]
}
