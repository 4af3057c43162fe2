/** Signs what is sent, in the way of the Standard Webhooks specification (symmetric keys, version 1). */
import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/** The signing secret as people copy it, from random bytes (24 to 64 of them). */
export const secretFrom = (bytes: Uint8Array): string => PREFIX + Buffer.from(bytes).toString('base64')

/**
 * The three headers of a message. Signed is `id.timestamp.body` with HMAC-SHA256, told in base64 as `v1,…`; several
 * secrets give several signatures, divided by spaces, while one replaces another.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signedHeaders = (
  message: { readonly id: string; readonly body: string },
  secrets: readonly string[],
  now: Date,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> => {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signature = (secret: string): string => {
    const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64')
    return `v1,${createHmac('sha256', key).update(`${message.id}.${timestamp}.${message.body}`).digest('base64')}`
  }
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map(signature).join(' '),
  }
}
