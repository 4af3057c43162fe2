/** What shared things tell people: an adult of the look that is waited for, everybody weekly of what is new. */
import type { NoticeSource } from '../../../platform/facts/notice.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/words/words.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine, mayOpen } from './access.ts'
import type { Thing, ThingId } from './contract.ts'
import { thingsById, whoSeesThing, whoseThing } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

type Source = NoticeSource<MemberScope>
type Reads = Pick<House, 'db'>

const found = async (house: Reads, scope: MemberScope, id: ThingId): Promise<Thing | undefined> =>
  (await house.db.read(scope, thingsById([id])))[0][0]
const people = (rows: readonly { readonly person_id: number }[]) => rows.map((one) => one.person_id)
const look = (lang: Language, { slug, id }: Thing) => ({
  label: words(lang)('notice.look'),
  href: urls.thing({ slug, id }),
})

const fresh = (house: Reads): Source => ({
  facts: ['thing.shared', 'thing.opened'],
  topic: { key: 'things', label: (lang) => words(lang)('notice.topic') },
  urgency: 'told',
  audience: async (tx, fact) => people(await tx.rows(whoSeesThing(fact.subject.id))),
  say: async ({ scope, lang }, fact) => {
    const thing = await found(house, scope, fact.subject.id)
    if (!thing || thing.taken_down_at || thing.waits || isMine(scope, thing)) return undefined
    const t = words(lang)
    return {
      subject: t('notice.shared', { place: thing.place }),
      // No letter carries a student's name or words.
      text: thing.by_student ? t('notice.sharedPlain') : t('notice.sharedBy', { name: thing.author }),
      quote: thing.by_student ? undefined : { words: thing.title, lang: thing.language },
      button: look(lang, thing),
    }
  },
})

const waiting = (house: Reads): Source => ({
  facts: ['thing.waits'],
  topic: { key: 'things-waiting', label: (lang) => words(lang)('notice.waitsTopic') },
  urgency: 'asked',
  audience: async (tx, fact) => people(await tx.rows(whoSeesThing(fact.subject.id))),
  say: async ({ scope, lang }, fact) => {
    const thing = await found(house, scope, fact.subject.id)
    if (!thing || !mayOpen(scope, thing)) return undefined
    const t = words(lang)
    return {
      subject: t('notice.waits', { place: thing.place }),
      text: t('notice.waitsText'),
      button: look(lang, thing),
    }
  },
})

const takenDown = (house: Reads): Source => ({
  facts: ['thing.withdrawn'],
  topic: { key: 'things-down', label: (lang) => words(lang)('notice.downTopic') },
  urgency: 'told',
  audience: async (tx, fact) => people(await tx.rows(whoseThing(fact.subject.id))),
  say: async ({ scope, lang }, fact) => {
    const thing = await found(house, scope, fact.subject.id)
    if (!thing?.taken_down_at || !isMine(scope, thing)) return undefined
    const t = words(lang)
    return {
      subject: t('notice.down', { place: thing.place }),
      text: t('notice.downText'),
      quote: thing.reason ? { words: thing.reason, lang: thing.reason_language ?? lang } : undefined,
      button: look(lang, thing),
    }
  },
})

/** The sources of notices about shared things. */
export const notices = (house: Reads): readonly Source[] => [fresh(house), waiting(house), takenDown(house)]
