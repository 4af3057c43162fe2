/** The school says who somebody is: what its groups mean here, and what it tells of a person. */

import type { Seat } from '../contract.ts'

/** One line of the mapping: whoever has this value sits in this community, and speaks from this perspective. */
export interface MappingLine {
  readonly value: string
  /** A community by the name in its address; nothing: the perspective counts wherever another line gives a seat. */
  readonly community: string
  readonly perspective: string
}

/** How a site asks its school; the secret is left out. */
export interface SchoolSettings {
  readonly issuer: string
  readonly client_id: string
  readonly scope: string
  readonly claim: string
  readonly button: string
  readonly lines: readonly MappingLine[]
}

/** What the school tells of somebody. */
export type Claims = Readonly<Record<string, unknown>>

/** How many lines a mapping may have. */
export const mostLines = 40

const claimAt = (claims: Claims, path: string): unknown => {
  // A claim may have dots in its own name, such as https://school.example/groups.
  if (Object.hasOwn(claims, path)) return claims[path]
  return path.split('.').reduce<unknown>((at, part) => {
    const inside = typeof at === 'object' && at !== null && Object.hasOwn(at, part)
    return inside ? (at as Claims)[part] : undefined
  }, claims)
}

/** The values of the claim that holds groups; one alone counts as a list of one. */
export const groupsIn = (claims: Claims, claim: string): string[] => {
  const found = claim ? claimAt(claims, claim) : undefined
  return [found].flat().filter((value): value is string => typeof value === 'string')
}

/** The seats that somebody's groups give. A perspective without a community counts for all of them. */
export const seatsFor = (groups: readonly string[], lines: readonly MappingLine[]): Seat[] => {
  const theirs = lines.filter(({ value }) => groups.includes(value))
  const everywhere = theirs.filter(({ community }) => !community).map(({ perspective }) => perspective)
  return [...new Set(theirs.map(({ community }) => community).filter(Boolean))].map((slug) => {
    const here = theirs.filter(({ community }) => community === slug).map(({ perspective }) => perspective)
    return { slug, perspectives: [...new Set([...here, ...everywhere])].filter(Boolean) }
  })
}

const textIn = (claims: Claims, key: string): string => {
  const value = claims[key]
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim() : ''
}

/** The name that the school gives; the first that there is. */
export const nameIn = (claims: Claims): string => {
  const whole = [textIn(claims, 'given_name'), textIn(claims, 'family_name')].filter(Boolean).join(' ')
  const names = [textIn(claims, 'name'), whole, textIn(claims, 'nickname'), textIn(claims, 'preferred_username')]
  return [...(names.find(Boolean) ?? '')].slice(0, 120).join('')
}

/** The address that the school has proved; nothing when it does not say so, or when it is none. */
export const provedEmail = (claims: Claims): string | undefined => {
  const email = textIn(claims, 'email')
  const sound = email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
  return claims.email_verified === true && sound ? email : undefined
}
