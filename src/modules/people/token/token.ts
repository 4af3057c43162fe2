/** A token by which a program acts for a person: what it may do, how long, and how its secret looks. */
import type { PersonId } from '../contract.ts'
import { newToken } from '../secret.ts'

/** What a token may do. Every token may read; what it reads and writes is never more than its person may. */
export const rights = ['read', 'write'] as const
/** One right of a token. */
export type Right = (typeof rights)[number]

/** How many days a token may live at most. */
export const mostDays = 366
/** How many tokens a person may have that still work. */
export const mostTokens = 20
/** The choices of the page, in days. */
export const lifetimes = [30, 90, 365] as const

/** A token as its person sees it; its secret is kept nowhere. */
export interface Token {
  readonly id: number
  readonly name: string
  readonly rights: Right[]
  readonly made_at: Date
  readonly expires_at: Date
  readonly revoked_at: Date | null
  readonly last_used: string | null
}

/** What a new token is made of. `days` counts from now; `form` is the token of the form that asks for it. */
export interface NewToken {
  readonly personId: PersonId
  readonly name: string
  readonly rights: readonly Right[]
  readonly days: number
  readonly form?: string | undefined
}

const PREFIX = 'ciranda_'

/** A secret nobody can guess, with a beginning that people and scanners recognise. */
export const newSecret = (): string => PREFIX + newToken()

/** Whether a text looks like a secret of ours: nothing else needs to be looked up. */
export const isSecret = (text: string): boolean => /^ciranda_[\w-]{43}$/.test(text)

/** The rights as they are kept: reading always, each once, in their order. */
export const rightsKept = (asked: readonly string[]): Right[] =>
  rights.filter((right) => right === 'read' || asked.includes(right))

/** Whether a token still opens doors. */
export const works = (token: Pick<Token, 'expires_at' | 'revoked_at'>, now: Date): boolean =>
  token.revoked_at === null && token.expires_at > now
