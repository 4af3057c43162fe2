/** A device that keeps passkeys, as software: it makes keys and signs questions, and lies when a test wants it to. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What a site asks, as far as a device looks at it. */
export interface Question {
  readonly challenge: string
  readonly rpId?: string
  readonly rp?: { readonly id?: string }
  readonly user?: { readonly id: string }
}

/** How a device lies. */
export interface Lie {
  readonly origin?: string
  readonly challenge?: string
  readonly counter?: number
  readonly handle?: string
  /** Nobody showed finger, face or code. */
  readonly unverified?: boolean
  /** Signs with another key than the one it gave. */
  readonly signedBy?: KeyObject
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const text = (data: Buffer) => data.toString('base64url')

/** A device with one key. */
export const device = (origin: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(20)
  let counter = 1
  let handle = ''
  const seen = (type: string, question: Question, lie: Lie): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge: lie.challenge ?? question.challenge, origin: lie.origin ?? origin }))
  const said = (rpId: string, flags: number, lie: Lie, more: Buffer = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lie.counter ?? counter)
    return Buffer.concat([sha256(rpId), Buffer.from([lie.unverified ? flags & ~4 : flags]), count, more])
  }
  const whole = (response: object) =>
    JSON.stringify({ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {}, response })
  return {
    id: text(id),
    key: privateKey,
    /** Answers a question for a new key. */
    make: (question: Question, lie: Lie = {}): string => {
      handle = question.user?.id ?? ''
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const bytes = (part: string) => new Uint8Array(Buffer.from(part, 'base64url'))
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const kept = Buffer.concat([Buffer.alloc(16), length, id, Buffer.from(isoCBOR.encode(cose))])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(said(question.rp?.id ?? '', 0x45, lie, kept))],
      ])
      return whole({
        clientDataJSON: text(seen('webauthn.create', question, lie)),
        attestationObject: text(Buffer.from(isoCBOR.encode(attestation as never))),
        transports: ['internal'],
      })
    },
    /** Answers a question with its key. */
    show: (question: Question, lie: Lie = {}): string => {
      counter += 1
      const client = seen('webauthn.get', question, lie)
      const data = said(question.rpId ?? '', 0x05, lie)
      return whole({
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(sign('sha256', Buffer.concat([data, sha256(client)]), lie.signedBy ?? privateKey)),
        userHandle: lie.handle ?? handle,
      })
    },
  }
}

/** It. */
export type Device = ReturnType<typeof device>
