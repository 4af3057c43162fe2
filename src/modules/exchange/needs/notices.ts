/** What needs and offers tell people: an answer at once to whose it is; everything else with the letter of the week. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import { communityById } from '../../community/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine, mayLook } from './access.ts'
import type { Need, NeedId } from './contract.ts'
import { answerById, whoseAnswered } from './store/answer.ts'
import { whoLooksAtAnswer, whoLooksAtNeed } from './store/look.ts'
import { needsById, whoAnswered, whoHearsNeed, whoseNeed } from './store/need.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

type Source = NoticeSource<MemberScope>
type Reads = Pick<House, 'db'>

const found = async (house: Reads, scope: MemberScope, id: NeedId): Promise<Need | undefined> =>
  (await house.db.read(scope, needsById([id])))[0][0]
const people = (rows: readonly { readonly person_id: number }[]) => rows.map((one) => one.person_id)
const look = (
  lang: Parameters<typeof words>[0],
  { slug, id }: Need,
  label: 'notice.look' | 'notice.answer' = 'notice.look',
) => ({
  label: words(lang)(label),
  href: urls.need({ slug, id }),
})
/** No letter carries a student's words. */
const quoteOf = (said: { readonly by_student: boolean; readonly words: string; readonly language: string }) =>
  said.by_student || said.words === '' ? undefined : { words: said.words, lang: said.language }

const fresh = (house: Reads): Source => ({
  facts: ['need.said', 'need.opened'],
  topic: { key: 'needs', label: (lang) => words(lang)('notice.topic') },
  urgency: 'told',
  audience: async (tx, fact) => people(await tx.rows(whoHearsNeed(fact.subject.id))),
  say: async ({ scope, lang }, fact) => {
    const need = await found(house, scope, fact.subject.id)
    if (need?.state !== 'open' || need.waits || isMine(scope, need)) return undefined
    if (need.answered.some((one) => one.person_id === scope.personId)) return undefined
    const t = words(lang)
    return {
      subject: t(`notice.said.${need.kind}`, { place: need.place }),
      text: t(`notice.saidText.${need.kind}`),
      quote: quoteOf(need),
      button: look(lang, need),
    }
  },
})

const answered = (house: Reads): Source => ({
  facts: ['need-answer.said', 'need-answer.opened'],
  topic: { key: 'need-answers', label: (lang) => words(lang)('notice.answersTopic') },
  urgency: 'asked',
  audience: async (tx, fact) => people(await tx.rows(whoseAnswered(fact.subject.id))),
  say: async ({ scope, lang }, fact) => {
    const [[answer]] = await house.db.read(scope, answerById(scope, fact.subject.id))
    const need = answer && (await found(house, scope, answer.need_id))
    if (!answer || answer.waits || !need || !isMine(scope, need) || need.state === 'met' || need.state === 'withdrawn')
      return undefined
    const t = words(lang)
    return {
      subject: t(`notice.answered.${need.kind}`, { place: need.place }),
      text: answer.by_student ? t('notice.answeredPlain') : t('notice.answeredBy', { name: answer.author }),
      quote: quoteOf(answer),
      button: look(lang, need),
    }
  },
})

const ended = (house: Reads): Source => ({
  facts: ['need.met', 'need.withdrawn'],
  topic: { key: 'needs-ended', label: (lang) => words(lang)('notice.endedTopic') },
  urgency: 'told',
  audience: async (tx, fact) => people(await tx.rows(whoAnswered(fact.subject.id))),
  say: async ({ scope, lang }, { kind, subject }) => {
    const need = await found(house, scope, subject.id)
    if (!need || isMine(scope, need)) return undefined
    const t = words(lang)
    const button = look(lang, need)
    if (kind === 'need.met' && need.state === 'met') {
      const helped = need.met_with === scope.personId
      const thanks = { by_student: need.by_student, words: helped ? need.thanks : '', language: need.thanks_language }
      return {
        subject: t(helped ? 'notice.thanks' : 'notice.met', { place: need.place }),
        text: t(helped ? `notice.thanksText.${need.kind}` : 'notice.metText'),
        quote: quoteOf(thanks) ?? (helped ? undefined : quoteOf(need)),
        button,
      }
    }
    if (kind !== 'need.withdrawn' || need.state !== 'withdrawn' || need.met_at !== null) return undefined
    return { subject: t('notice.withdrawn', { place: need.place }), text: t('notice.withdrawnText'), button }
  },
})

const asked = (house: Reads): Source => ({
  facts: ['need.asked'],
  topic: { key: 'needs-asked', label: (lang) => words(lang)('notice.askedTopic') },
  urgency: 'told',
  audience: async (tx, fact) => people(await tx.rows(whoseNeed(fact.subject.id))),
  say: async ({ scope, lang }, fact) => {
    const need = await found(house, scope, fact.subject.id)
    if (need?.state !== 'open' || need.asked_at === null || !isMine(scope, need)) return undefined
    const [[community]] = await house.db.read(scope, communityById(scope, need.community_id))
    // While a community rests, nobody of it is asked; in one that closed there is nothing to say.
    if (!community || community.stage === 'dormant' || community.stage === 'closed') return undefined
    const t = words(lang)
    return {
      subject: t('notice.asked', { place: need.place }),
      text: t('notice.askedText'),
      quote: quoteOf(need),
      button: look(lang, need, 'notice.answer'),
    }
  },
})

/** No names and no words, for a letter may be read by others. */
const waiting = (house: Reads): Source => ({
  facts: ['need.waits', 'need-answer.waits'],
  topic: { key: 'needs-look', label: (lang) => words(lang)('notice.lookTopic') },
  urgency: 'asked',
  audience: async (tx, { kind, subject: { id } }) =>
    people(await tx.rows(kind === 'need.waits' ? whoLooksAtNeed(id) : whoLooksAtAnswer(id))),
  say: async ({ scope, lang }, { kind, subject: { id } }) => {
    const [[answer]] = kind === 'need.waits' ? [[]] : await house.db.read(scope, answerById(scope, id))
    const need = await found(house, scope, kind === 'need.waits' ? id : (answer?.need_id ?? 0))
    const waits = kind === 'need.waits' ? need : answer
    if (!need || !waits?.waits || !mayLook(scope, { ...waits, community_id: need.community_id })) return undefined
    const t = words(lang)
    return {
      subject: t('notice.waits'),
      text: t('notice.waitsText', { place: need.place }),
      button: look(lang, need),
    }
  },
})

/** The sources of notices about needs and offers. */
export const notices = (house: Reads): readonly Source[] => [
  fresh(house),
  answered(house),
  ended(house),
  asked(house),
  waiting(house),
]
