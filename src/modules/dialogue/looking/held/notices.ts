/** What is told about what waits as a whole: to the adults that it waits, to its author what they ask, or that it stayed. */
import type { NoticeSource } from '../../../../platform/facts/notice.ts'
import type { House } from '../../../../platform/house.ts'
import { heldUrls, heldStore as store } from '../../../community/public.ts'
import type { MemberScope, PersonId } from '../../../people/contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

type Source = NoticeSource<MemberScope>
const people = (rows: readonly { person_id: PersonId }[]) => rows.map((one) => one.person_id)

/** All are told at once; no names and no words, for a letter may be read by others. */
export const heldNotices = (house: Pick<House, 'db'>): readonly Source[] => {
  const look =
    (late: boolean): Source['say'] =>
    async ({ scope, lang }, fact) => {
      const [[held]] = await house.db.read(scope, store.heldPlace(scope, fact.subject.id))
      if (!held || held.mine || held.stayed) return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t(late ? 'notice.late' : 'notice.text', { place: held.place }),
        button: { label: t('notice.button'), href: urls.waiting({ slug: held.slug }) },
      }
    }
  const mine =
    (stayed: boolean): Source['say'] =>
    async ({ scope, lang }, fact) => {
      const [[held]] = await house.db.read(scope, store.heldPlace(scope, fact.subject.id))
      if (!held?.mine || held.stayed !== stayed || (!stayed && !held.about)) return undefined
      const t = words(lang)
      return {
        subject: t(stayed ? 'notice.staySubject' : 'notice.askSubject'),
        text: stayed ? t('mine.stayed') : t(`ask.${held.about ?? 'name'}`),
        button: { label: t('notice.askButton'), href: heldUrls.mine({ slug: held.slug }) },
      }
    }
  const forAdults = { key: 'look', label: (lang: Parameters<typeof words>[0]) => words(lang)('notice.topic') }
  const forAuthors = {
    key: 'look-question',
    label: (lang: Parameters<typeof words>[0]) => words(lang)('notice.askTopic'),
  }
  const author: Source['audience'] = async (tx, fact) => people(await tx.rows(store.authorOfHeld(fact.subject.id)))
  return [
    {
      facts: ['words.waited'],
      topic: forAdults,
      urgency: 'asked',
      audience: async (tx, fact) => people(await tx.rows(store.adultsOfHeld(fact.subject.id))),
      say: look(false),
    },
    {
      facts: ['words.overdue'],
      topic: forAdults,
      urgency: 'asked',
      audience: async (tx, fact) => people(await tx.rows(store.allAdultsOfHeld(fact.subject.id))),
      say: look(true),
    },
    { facts: ['words.questioned'], topic: forAuthors, urgency: 'asked', audience: author, say: mine(false) },
    { facts: ['words.stayed'], topic: forAuthors, urgency: 'asked', audience: author, say: mine(true) },
  ]
}
