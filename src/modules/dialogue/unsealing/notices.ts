/** What unsealing tells: the leads, that somebody asks; whoever asked, that it is decided; the author, that two people know. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { MemberScope, PersonId } from '../../people/contract.ts'
import { toldUnsealing, unsealings, whereUnsealing, whoAskedUnsealing, whoDecides, whoIsTold } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const people = (rows: readonly { person_id: PersonId }[]) => rows.map((one) => one.person_id)

/** At once, without a name and without words. */
export const unsealingNotices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => {
  const topic = { key: 'unsealing', label: (lang: Parameters<typeof words>[0]) => words(lang)('notice.topic') }
  const known = async (scope: MemberScope, community: number | null, request: number) => {
    const [[here], all, [told]] = await house.db.read(
      scope,
      whereUnsealing(community ?? 0),
      unsealings(community ?? 0, null),
      toldUnsealing({ request }),
    )
    return { here, told, one: all.find(({ id }) => id === request) }
  }
  return [
    {
      facts: ['unsealing.asked'],
      topic,
      urgency: 'asked',
      evenAtRest: true,
      audience: async (tx, fact) => people(await tx.rows(whoDecides(fact.subject.id))),
      say: async ({ scope, lang }, { subject, community }) => {
        const { here, one } = await known(scope, community, subject.id)
        if (!here || !one || one.mine || one.decided_at) return undefined
        const t = words(lang)
        const button = { label: t('notice.button'), href: urls.all({ slug: here.slug }) }
        return { subject: t('notice.asked'), text: t('notice.askedText', { place: here.place }), button }
      },
    },
    {
      facts: ['unsealing.agreed', 'unsealing.declined'],
      topic,
      urgency: 'asked',
      evenAtRest: true,
      audience: async (tx, { subject: { id } }) => [
        ...people(await tx.rows(whoAskedUnsealing(id))),
        ...people(await tx.rows(whoIsTold(id))),
      ],
      say: async ({ scope, lang }, { subject, community }) => {
        const { here, one, told } = await known(scope, community, subject.id)
        const t = words(lang)
        const about = one?.mine ? one : told
        if (!here || !about) return undefined
        const button = {
          label: t('notice.button'),
          href: urls.one({ slug: here.slug, id: about.contribution_id }),
        }
        return one?.mine
          ? { subject: t('notice.decided'), text: t('notice.decidedText', { place: here.place }), button }
          : { subject: t('notice.told'), text: t('notice.toldText', { place: here.place }), button }
      },
    },
  ]
}
