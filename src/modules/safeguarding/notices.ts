/** What safeguarding tells people: that somebody asks for help, that there is an answer, that something was reported. No names, no words. */
import type { NoticeSource } from '../../platform/facts/notice.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/words/words.ts'
import type { MemberScope } from '../people/contract.ts'
import { pendingLead, whoIsNamed } from './store/adults.ts'
import { keepersOf, placeOfCase } from './store/cases.ts'
import { helpPlace, whoAsked, whoWasAsked } from './store/help.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

type Source = NoticeSource<MemberScope>
type Reads = Pick<House, 'db'>

const people = (rows: readonly { readonly person_id: number }[]) => rows.map((one) => one.person_id)
const topic = (
  key: string,
  label: 'notice.helpTopic' | 'notice.answerTopic' | 'notice.caseTopic' | 'notice.leadTopic',
) => ({
  key,
  label: (lang: Language) => words(lang)(label),
})

const asked = (house: Reads): Source => ({
  facts: ['help.asked'],
  topic: topic('help', 'notice.helpTopic'),
  urgency: 'asked',
  alert: true,
  evenAtRest: true,
  audience: async (tx, fact) => people(await tx.rows(whoWasAsked(fact.subject.id))),
  say: async ({ scope, lang }, { subject }) => {
    const [[place]] = await house.db.read(scope, helpPlace(scope, subject.id))
    if (!place || place.mine || place.read) return undefined
    const t = words(lang)
    const button = { label: t('notice.helpButton'), href: urls.help({ slug: place.slug, id: subject.id }) }
    return { subject: t('notice.help'), text: t('notice.helpText'), button }
  },
})

const answered = (house: Reads): Source => ({
  facts: ['help.answered'],
  topic: topic('help-answered', 'notice.answerTopic'),
  urgency: 'asked',
  evenAtRest: true,
  audience: async (tx, fact) => people(await tx.rows(whoAsked(fact.subject.id))),
  say: async ({ scope, lang }, { subject }) => {
    const [[place]] = await house.db.read(scope, helpPlace(scope, subject.id))
    if (!place?.mine || !place.answered) return undefined
    const t = words(lang)
    const button = { label: t('notice.answerButton'), href: urls.help({ slug: place.slug, id: subject.id }) }
    return { subject: t('notice.answer'), text: t('notice.answerText'), button }
  },
})

const reported = (house: Reads): Source => ({
  facts: ['safety-case.reported'],
  topic: topic('safety-case', 'notice.caseTopic'),
  urgency: 'asked',
  alert: true,
  evenAtRest: true,
  audience: async (tx, fact) => people(await tx.rows(keepersOf(fact.subject.id))),
  say: async ({ scope, lang }, { subject }) => {
    const [[place]] = await house.db.read(scope, placeOfCase(scope, subject.id))
    if (!place) return undefined
    const t = words(lang)
    const button = { label: t('notice.caseButton'), href: urls.care({ slug: place.slug }) }
    return { subject: t('notice.case'), text: t('notice.caseText'), button }
  },
})

const named = (house: Reads): Source => ({
  facts: ['lead.named'],
  topic: topic('lead', 'notice.leadTopic'),
  urgency: 'asked',
  audience: async (tx, fact) => people(await tx.rows(whoIsNamed(fact.community, fact.subject.id))),
  say: async ({ scope, lang }, { community }) => {
    const [[place]] = await house.db.read(scope, pendingLead(scope, community))
    if (!place) return undefined
    const t = words(lang)
    const button = { label: t('notice.leadButton'), href: urls.who({ slug: place.slug }) }
    return { subject: t('notice.lead', { place: place.name }), text: t('notice.leadText'), button }
  },
})

/** The sources of notices about care. Two of them are alerts: told at any hour. */
export const notices = (house: Reads): readonly Source[] => [
  asked(house),
  answered(house),
  reported(house),
  named(house),
]
