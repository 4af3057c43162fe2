/** What asking tells people: the person asked at once, with a link that answers; the asker, with the rest, what came of it. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isAsked, isAsker, mayAnswer } from './access.ts'
import type { Ask, AskId } from './ask.ts'
import { hashOf, linkEnds, TOKEN_BYTES } from './link.ts'
import { askById, insertLink, whoAsked, whoIsAsked } from './store.ts'
import { askUrl, urls } from './urls.ts'
import { words } from './words.ts'

const found = async (house: House, scope: MemberScope, id: AskId): Promise<Ask | undefined> =>
  (await house.db.read(scope, askById(scope, id)))[0][0]

/** Each letter carries a link of its own; none of them can be read from here again. */
const newLink = async (house: House, scope: MemberScope, ask: AskId): Promise<string> => {
  const token = house.secret(TOKEN_BYTES)
  await house.db.write(scope, (tx) =>
    tx.rows(insertLink(scope, { hash: hashOf(token), ask, purpose: 'answer', at: tx.now, ends: linkEnds(tx.now) })),
  )
  return urls.link({ token })
}

/** Both sources: `ask.made` is told at once, the rest once a week. */
export const notices = (house: House): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['ask.made'],
    topic: { key: 'ask', label: (lang) => words(lang)('notice.topic') },
    urgency: 'asked',
    audience: async (tx, fact) => (await tx.rows(whoIsAsked(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang, on }, fact) => {
      const ask = await found(house, scope, fact.subject.id)
      if (!ask || !mayAnswer(scope, ask, house.clock.now()).ok) return undefined
      const t = words(lang)
      const name = ask.asker ?? t('notice.somebody')
      return {
        subject:
          ask.by_student || ask.asker === null
            ? t('notice.subjectPlain', { place: ask.place })
            : t('notice.subject', { name }),
        text: t('notice.text', { name, place: ask.place }),
        quote: { words: ask.question, lang: ask.language },
        button: { label: t('notice.button'), href: on === 'page' ? askUrl(ask) : await newLink(house, scope, ask.id) },
      }
    },
  },
  {
    facts: ['ask.answered', 'ask.passed'],
    topic: { key: 'ask-answer', label: (lang) => words(lang)('notice.answersTopic') },
    urgency: 'told',
    audience: async (tx, fact) => (await tx.rows(whoAsked(fact.subject.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const ask = await found(house, scope, fact.subject.id)
      if (!ask || !isAsker(scope, ask) || isAsked(scope, ask)) return undefined
      const t = words(lang)
      const name = ask.asked ?? t('notice.somebody')
      const button = { label: t('notice.read'), href: askUrl({ slug: ask.slug, id: ask.id }) }
      if (ask.state === 'answered')
        return {
          subject: t('notice.answered', { name }),
          text: t('notice.answeredText', { place: ask.place }),
          quote: { words: ask.question, lang: ask.language },
          button,
        }
      if (ask.state === 'passed' || ask.state === 'declined')
        return { subject: t('notice.passed', { name }), text: t('notice.passedText'), button }
      return undefined
    },
  },
]
