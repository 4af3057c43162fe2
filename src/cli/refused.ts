/** Says in English why an act was refused. */
import type { Refusal } from '../platform/outcome.ts'
import { CommandFailed, Misused } from './verb.ts'

const REASONS: Readonly<Record<string, string>> = {
  'signIn.unknown': 'Nobody here has this e-mail address.',
  'signIn.emailEmpty': 'Say which e-mail address: --email and an address such as name@school.example.',
  'signIn.emailOdd': 'This does not look like an e-mail address: it needs an @ and a dot.',
  'me.nameEmpty': 'Say the name that others see: --name and the name, in quotes when it has several words.',
  'me.nameLong': 'This name is too long for a page: at most 120 letters.',
  'password.short': 'A password needs at least ten letters.',
  'password.long': 'A password may have at most 200 letters.',
  'join.known': 'Somebody has this e-mail address already: ciranda person reset lets them in again.',
  'token.nobody': 'This person cannot have tokens.',
  'token.days': 'A token lives between 1 and 366 days: --days says how many.',
  'token.tooMany': 'This person has twenty tokens that work; end one first with ciranda token revoke.',
  'token.gone': 'There is no such token, or it has ended already: ciranda token list shows what there is.',
}

/** The sentence for a reason. */
export const inEnglish = (reason: string): string => REASONS[reason] ?? `It was refused (${reason}).`

/** The refusal of an act as the end of a command. */
export const refusedBy = ({ reason }: Refusal): CommandFailed => new CommandFailed(inEnglish(reason))

/** What a schema could not understand, as the end of a command. */
export const misunderstood = (error: { readonly issues: readonly { readonly message: string }[] }): Misused =>
  new Misused(inEnglish(error.issues[0]?.message ?? 'nothing'))
