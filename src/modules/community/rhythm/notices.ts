/** What the rhythm tells people: handing over at once, everything else once a week. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope } from '../../people/contract.ts'
import { facilitates } from '../audience.ts'
import { communityById } from '../store.ts'
import { askedOfMe, farewellOf, handoverToMe, rhythmOf, whoAnswers, whoBelongs, whoIsAsked } from './store.ts'
import { rhythmUrls as urls } from './urls.ts'
import { words } from './words.ts'

type Source = NoticeSource<MemberScope>
type Reads = Pick<House, 'db'>

const proposed = (house: Reads): Source => ({
  facts: ['stage.proposed'],
  topic: { key: 'rhythm', label: (lang) => words(lang)('notice.topic') },
  urgency: 'told',
  evenAtRest: true,
  audience: async (tx, fact) => (await tx.rows(whoAnswers(fact.subject.id))).map((one) => one.person_id),
  say: async ({ scope, lang }, fact) => {
    const [[asked]] = await house.db.read(scope, askedOfMe(scope, fact.subject.id))
    if (!asked) return undefined
    const t = words(lang)
    return {
      subject: t('notice.proposed', { community: asked.community }),
      text: asked.stage === 'closed' ? t('ask.close') : t('ask.stage', { stage: t(`stage.${asked.stage}`) }),
      quote: { words: asked.why, lang: asked.language },
      button: { label: t('notice.answer'), href: urls.rhythm({ slug: asked.slug }) },
    }
  },
})

const handover = (house: Reads): Source => ({
  facts: ['handover.asked'],
  topic: { key: 'handover', label: (lang) => words(lang)('notice.handoverTopic') },
  urgency: 'asked',
  audience: async (tx, fact) => (await tx.rows(whoIsAsked(fact.subject.id))).map((one) => one.person_id),
  say: async ({ scope, lang }, fact) => {
    const [[asked]] = await house.db.read(scope, handoverToMe(scope, fact.subject.id))
    if (!asked) return undefined
    const t = words(lang)
    return {
      subject: t('notice.handover', { community: asked.community }),
      text: `${t('handover.asked', { name: asked.from_name ?? t('somebody') })}. ${t('handover.askedLead')}`,
      button: { label: t('notice.answer'), href: urls.rhythm({ slug: asked.slug }) },
    }
  },
})

const stands = (house: Reads): Source => ({
  facts: ['community.closed', 'community.rested', 'community.woke', 'community.reopened'],
  topic: { key: 'rhythm', label: (lang) => words(lang)('notice.topic') },
  urgency: 'told',
  evenAtRest: true,
  audience: async (tx, fact) =>
    (await tx.rows(whoBelongs(fact.subject.id, fact.id, false))).map((one) => one.person_id),
  say: async ({ scope, lang }, { kind, subject: { id } }) => {
    const [[rhythm], [community], [farewell]] = await house.db.read(
      scope,
      rhythmOf(scope, id),
      communityById(scope, id),
      farewellOf(scope, id),
    )
    if (!rhythm || !community) return undefined
    const told = kind === 'community.closed' ? 'closed' : kind === 'community.rested' ? 'rested' : 'woke'
    const now = rhythm.stage === 'closed' ? 'closed' : rhythm.stage === 'dormant' ? 'rested' : 'woke'
    if (told !== now) return undefined
    const t = words(lang)
    const quote = farewell?.farewell ? { words: farewell.farewell, lang: farewell.language } : undefined
    return {
      subject: t(`notice.${told}`, { community: community.name }),
      text: told === 'closed' ? t('like.closed') : told === 'rested' ? t('helps.dormant') : t('notice.wokeText'),
      quote: told === 'closed' ? quote : undefined,
      button: {
        label: t(told === 'closed' ? 'notice.read' : 'notice.rhythm'),
        href: urls.rhythm({ slug: community.slug }),
      },
    }
  },
})

const quiet = (house: Reads): Source => ({
  facts: ['community.quiet'],
  topic: { key: 'rhythm', label: (lang) => words(lang)('notice.topic') },
  urgency: 'told',
  evenAtRest: true,
  audience: async (tx, fact) => (await tx.rows(whoBelongs(fact.subject.id, fact.id, true))).map((one) => one.person_id),
  say: async ({ scope, lang }, { subject: { id } }) => {
    const [[rhythm], [community]] = await house.db.read(scope, rhythmOf(scope, id), communityById(scope, id))
    if (!rhythm?.quiet || !community || !facilitates(scope, id)) return undefined
    const t = words(lang)
    return {
      subject: t('notice.quiet', { community: community.name }),
      text: `${t('quiet.title')}. ${t('quiet.text')}`,
      button: { label: t('notice.rhythm'), href: urls.rhythm({ slug: community.slug }) },
    }
  },
})

/** The sources of notices about a community's rhythm. */
export const notices = (house: Reads): readonly Source[] => [
  proposed(house),
  handover(house),
  stands(house),
  quiet(house),
]
