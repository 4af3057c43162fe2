/** What the application needs of webhooks: their reader of facts, and their room among those of the administration. */

import type { House } from '../../platform/house.ts'
import type { AdministrationRoom } from '../../platform/http/navigation.ts'
import { networksFrom, networksVariable, schoolNetworksVariable } from '../../platform/http/network.ts'
import { StartRefused } from '../../platform/start-refused.ts'
import type { MemberScope } from '../people/contract.ts'
import { hooks } from './store/hooks.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

export { notices as webhookNotices } from './letters.ts'
export { webhookReader } from './notices.ts'

/** @throws StartRefused when the environment names networks that cannot be read: better told at once than ignored. */
export const soundNetworks = (env: Record<string, string | undefined>): void => {
  const unread = [networksVariable, schoolNetworksVariable].find((name) => !networksFrom(env[name] ?? ''))
  if (!unread) return
  throw new StartRefused(
    `${unread} names networks such as 10.20.0.0/16 or fd12:3456::/48, divided by commas: please look at it again.`,
  )
}

/** The room of webhooks. */
export const administrationRooms: readonly AdministrationRoom[] = [
  {
    key: 'webhooks',
    label: (lang) => words(lang)('nav'),
    says: (lang) => words(lang)('nav.says'),
    href: () => urls.hooks(),
  },
]

/** The machines to which facts are sent, for the record of processing; those who look after the site alone see them. */
export const hookHosts = async (house: House, scope: MemberScope): Promise<string[]> => {
  const [all] = await house.db.read(scope, hooks(scope))
  return [...new Set(all.filter(({ state }) => state === 'active').map(({ address }) => new URL(address).host))]
}
