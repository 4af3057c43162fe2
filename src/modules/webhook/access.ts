/** Who may keep webhooks: those who look after the site, for what goes out belongs to everybody in it. */
import type { MemberScope } from '../people/contract.ts'

export const mayKeepHooks = (scope: MemberScope): boolean => scope.administrator
