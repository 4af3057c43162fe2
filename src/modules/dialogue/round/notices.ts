/** What rounds tell people: that one waits for them, that its answers are open; the adults, that a student has answered. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { hashOf, linkEnds, TOKEN_BYTES } from '../asking/link.ts'
import { isOver, type Round } from './round.ts'
import { adultsOfRound, heardIn, insertLink, roundById, sittingIn } from './store.ts'
import { hadTurn } from './turns.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const to = (round: Round) => urls.round({ slug: round.slug, id: round.id })

/** No names and no answers: a letter may be read by others. */
export const notices = (house: Pick<House, 'db' | 'clock' | 'secret'>): readonly NoticeSource<MemberScope>[] => {
  const found = async (scope: MemberScope, id: number) => (await house.db.read(scope, roundById(scope, id)))[0][0]
  /** Each letter carries a link of its own; none of them can be read from here again. */
  const newLink = async (scope: MemberScope, id: number): Promise<string> => {
    const token = house.secret(TOKEN_BYTES)
    await house.db.write(scope, (tx) =>
      tx.rows(insertLink(scope, { hash: hashOf(token), round: id, at: tx.now, ends: linkEnds(tx.now) })),
    )
    return urls.link({ token })
  }
  return [
    {
      facts: ['round.opened'],
      topic: { key: 'round', label: (lang) => words(lang)('notice.topic') },
      urgency: 'asked',
      audience: async (tx, { subject }) =>
        (await tx.rows(sittingIn(subject.id, 'but its opener'))).map((one) => one.person_id),
      say: async ({ scope, lang, on }, fact) => {
        const round = await found(scope, fact.subject.id)
        if (!round || isOver(round, house.clock.now()) || hadTurn(round.took) || round.left) return undefined
        const t = words(lang)
        return {
          subject: t('notice.opened', { place: round.place }),
          text: t('notice.openedText'),
          quote: { words: round.question, lang: round.language },
          button: { label: t('notice.openedButton'), href: on === 'page' ? to(round) : await newLink(scope, round.id) },
        }
      },
    },
    {
      facts: ['round.closed'],
      topic: { key: 'round-open', label: (lang) => words(lang)('notice.closedTopic') },
      urgency: 'told',
      audience: async (tx, { subject }) => (await tx.rows(sittingIn(subject.id, 'all'))).map((one) => one.person_id),
      say: async ({ scope, lang }, fact) => {
        const round = await found(scope, fact.subject.id)
        if (!round?.closed_at) return undefined
        const t = words(lang)
        return {
          subject: t('notice.closed', { place: round.place }),
          text: t('notice.closedText'),
          quote: { words: round.question, lang: round.language },
          button: { label: t('notice.closedButton'), href: to(round) },
        }
      },
    },
    {
      facts: ['round.waits'],
      topic: { key: 'round-look', label: (lang) => words(lang)('notice.waitsTopic') },
      urgency: 'asked',
      audience: async (tx, { subject }) => (await tx.rows(adultsOfRound(subject.id))).map((one) => one.person_id),
      say: async ({ scope, lang }, fact) => {
        const [[round], heard] = await house.db.read(
          scope,
          roundById(scope, fact.subject.id),
          heardIn(scope, fact.subject.id),
        )
        if (!round || !heard.some(({ waits }) => waits)) return undefined
        const t = words(lang)
        return {
          subject: t('notice.waits', { place: round.place }),
          text: t('notice.waitsText'),
          button: { label: t('notice.waitsButton'), href: to(round) },
        }
      },
    },
  ]
}
