/** What a webhook that pauses tells: those who look after the site, for nothing leaves the house any more. */
import type { NoticeSource } from '../../platform/facts/notice.ts'
import type { House } from '../../platform/house.ts'
import type { MemberScope } from '../people/contract.ts'
import { administrators } from './store/deliveries.ts'
import { hookById } from './store/hooks.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** The fact that a webhook was paused. */
export const pausedFact = 'webhook.paused'

/** Told at once; nothing when it was switched on again, or taken away, meanwhile. */
export const notices = (house: Pick<House, 'db'>): readonly NoticeSource<MemberScope>[] => [
  {
    facts: [pausedFact],
    topic: { key: 'webhook', label: (lang) => words(lang)('notice.topic') },
    urgency: 'asked',
    forAdministrators: true,
    audience: async (tx) => (await tx.rows(administrators())).map((one) => one.person_id),
    say: async ({ scope, lang }, fact) => {
      const [[hook]] = await house.db.read(scope, hookById(scope, fact.subject.id))
      if (hook?.state !== 'paused') return undefined
      const t = words(lang)
      return {
        subject: t('notice.subject'),
        text: t('notice.text', { host: new URL(hook.address).host }),
        button: { label: t('notice.button'), href: urls.hook({ id: hook.id }) },
      }
    },
  },
]
