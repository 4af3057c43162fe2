/** What questions tell people: that one was chosen or answered for now; never doubled with the word to those who spoke. */
import type { NoticeSource } from '../../platform/facts/notice.ts'
import type { House } from '../../platform/house.ts'
import type { MemberScope } from '../people/contract.ts'
import type { State } from './contract.ts'
import { challengeById } from './store/challenge.ts'
import { toldOfQuestion } from './store/told.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** Whether a fact of this kind is still worth saying of a question as it stands. */
export const worthSaying = (kind: string, state: State): boolean =>
  kind === 'challenge.answered' ? state === 'answered' : state === 'chosen' || state === 'exploring'

/** Told with the rest of the week; the question stands as a quote, for its words are somebody's. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: ['challenge.chosen', 'challenge.answered'],
    topic: { key: 'question', label: (lang) => words(lang)('notice.topic') },
    urgency: 'told',
    audience: async (tx, fact) => (await tx.rows(toldOfQuestion(fact.subject.id, fact.id))).map((one) => one.person_id),
    say: async ({ scope, lang }, { kind, subject: { id } }) => {
      const [[asked]] = await house.db.read(scope, challengeById(scope, id))
      if (!asked || !worthSaying(kind, asked.state)) return undefined
      const t = words(lang)
      const what = kind === 'challenge.answered' ? 'answered' : 'chosen'
      return {
        subject: t(`notice.${what}`),
        text: t(`notice.${what}Text`),
        quote: { words: asked.question, lang: asked.language },
        button: { label: t('notice.read'), href: urls.challenge({ slug: asked.slug, id }) },
      }
    },
  },
]
