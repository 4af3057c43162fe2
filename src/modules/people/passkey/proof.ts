/** Proves what a device answered; everything that does not fit is simply no proof. */
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { algorithms } from './passkey.ts'
import type { PasskeyPlace } from './place.ts'
import type { KeptKey } from './store.ts'

/** The answer as an object with an id; nothing when it is none. */
export const readAnswer = <T extends { id: string; response: object }>(text: string): T | undefined => {
  try {
    const read = JSON.parse(text) as { id?: unknown; response?: unknown } | null
    return typeof read?.id === 'string' && typeof read.response === 'object' && read.response ? (read as T) : undefined
  } catch {
    return undefined
  }
}

// The library throws for whatever is forged, stale or for another site; which of these it was is nobody's business.
const orNothing = <T>(work: () => Promise<T>): Promise<T | undefined> => work().catch(() => undefined)

/** The new key that an answer proves. */
export const provedKey = (answer: RegistrationResponseJSON, challenge: string, place: PasskeyPlace) =>
  orNothing(async () => {
    const proof = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.id,
      supportedAlgorithmIDs: algorithms,
    })
    return proof.verified ? proof.registrationInfo.credential : undefined
  })

/** The counter after this use, when the answer was made by this key for this question, here. */
export const provedUse = (answer: AuthenticationResponseJSON, challenge: string, place: PasskeyPlace, key: KeptKey) =>
  orNothing(async () => {
    // A device that says whom it knows must say the right one.
    if (answer.response.userHandle && answer.response.userHandle !== key.handle) return undefined
    const proof = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.id,
      credential: {
        id: key.credential_id,
        publicKey: new Uint8Array(key.public_key),
        counter: key.counter,
        transports: key.transports as AuthenticatorTransport[],
      },
    })
    return proof.verified ? proof.authenticationInfo.newCounter : undefined
  })
