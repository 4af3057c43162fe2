/** The way back for letters that a server gives back after it took them: an address of each recipient's own, signed. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const LENGTH = 15

const signOf = (key: string, recipient: string): string =>
  createHmac('sha256', key).update(recipient.trim().toLowerCase()).digest().subarray(0, LENGTH).toString('hex')

/**
 * The sender on the envelope of a letter to somebody: reports come back there, and nobody who does not know the key can
 * make one up. In small letters and digits, since servers may change the case of an address.
 * @param bounces the address that the mail server hands to `ciranda mail bounce`, such as `bounces@school.example`
 */
export const returnPath = (bounces: string, key: string, recipient: string): string => {
  const at = bounces.lastIndexOf('@')
  return `${bounces.slice(0, at)}+${signOf(key, recipient)}${bounces.slice(at)}`
}

/** The sign in an address that a report came to; nothing when it is not one of ours. */
export const signIn = (bounces: string, address: string): string | undefined => {
  const at = bounces.lastIndexOf('@')
  const [local, domain] = [bounces.slice(0, at), bounces.slice(at)].map((part) => part.toLowerCase())
  const came = address.trim().toLowerCase()
  if (!came.startsWith(`${local}+`) || !came.endsWith(`${domain}`)) return undefined
  const sign = came.slice(`${local}+`.length, came.length - `${domain}`.length)
  return new RegExp(`^[0-9a-f]{${LENGTH * 2}}$`).test(sign) ? sign : undefined
}

/** Whose letter it was, among those who have an address here. */
export const whoseSign = (key: string, sign: string, recipients: readonly string[]): string | undefined =>
  recipients.find((recipient) => timingSafeEqual(Buffer.from(signOf(key, recipient)), Buffer.from(sign)))
