/** A passkey: a key that somebody's device keeps and opens with a finger, a face or its own code. */

/** How many passkeys a person may have. */
export const mostPasskeys = 20

/** How long a device may take to answer, in milliseconds. */
export const CHALLENGE_MS = 5 * 60_000

/** A passkey as its person sees it. */
export interface Passkey {
  readonly id: number
  readonly name: string
  readonly made_at: Date
  readonly last_used: string | null
}

/** What else somebody comes in by: an address for letters, a password, the school as long as it is asked. */
export interface OtherWays {
  readonly email: string | null
  readonly password: boolean
  readonly school: boolean
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** A name to begin with for the device that somebody sits at, by what its browser says of itself; often nothing. */
export const deviceNamed = (userAgent: string | undefined): string =>
  KINDS.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? ''

/** Whether somebody could come in when this many passkeys are left; letters count only where the site sends some. */
export const stillComesIn = (ways: OtherWays | undefined, passkeysLeft: number, letters: boolean): boolean =>
  passkeysLeft > 0 || (ways?.password ?? false) || (ways?.school ?? false) || (letters && Boolean(ways?.email))

/** EdDSA, ES256 and RS256, by their COSE numbers: what devices of today make. */
export const algorithms = [-8, -7, -257]
