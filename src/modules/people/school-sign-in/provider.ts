/** The school's own sign-in as a program sees it: found by its address, asked by the standard's rules (OpenID Connect). */
import * as client from 'openid-client'
import type { House } from '../../../platform/house.ts'
import { type FetchTrouble, guardedFetch, NotFetched } from '../../../platform/http/guarded-fetch.ts'
import { insideNetworks, schoolNetworksVariable } from '../../../platform/http/network.ts'
import type { Claims, SchoolSettings } from './school.ts'

/** Why the school cannot be asked; keys of the words under `trouble.`. */
export type ProviderTrouble = FetchTrouble | 'absent' | 'odd' | 'issuer' | 'noCode' | 'busy'

/** The settings with their secret, as the owner reads them. */
export interface Asking extends SchoolSettings {
  readonly client_secret: string
}

const inside = () => insideNetworks(process.env, schoolNetworksVariable)

const guarded: client.CustomFetch = (address, options) =>
  guardedFetch(address, { method: options.method, headers: options.headers, body: options.body }, inside())

const bare = (issuer: string): string => issuer.replace(/\/+$/, '')

const isAddress = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value)

/** What the school publishes about its sign-in, or why it is of no use to us. */
export const readProvider = async (issuer: string): Promise<client.ServerMetadata | ProviderTrouble> => {
  try {
    const headers = { accept: 'application/json' }
    const answer = await guardedFetch(`${bare(issuer)}/.well-known/openid-configuration`, { headers }, inside())
    if (answer.status >= 500) return 'busy'
    if (answer.status !== 200) return 'absent'
    const told = (await answer.json().catch(() => undefined)) as Claims | undefined
    if (typeof told !== 'object' || told === null || typeof told.issuer !== 'string') return 'odd'
    if (bare(told.issuer) !== bare(issuer)) return 'issuer'
    if (![told.authorization_endpoint, told.token_endpoint, told.jwks_uri].every(isAddress)) return 'odd'
    const types = told.response_types_supported
    if (Array.isArray(types) && !types.includes('code')) return 'noCode'
    return told as unknown as client.ServerMetadata
  } catch (error) {
    if (error instanceof NotFetched) return error.trouble
    throw error
  }
}

const KEPT_MS = 10 * 60_000
const kept = new WeakMap<House, { key: string; at: number; found: client.Configuration }>()

/** The school ready to be asked; what it publishes is kept for ten minutes. */
export const providerOf = async (house: House, asking: Asking): Promise<client.Configuration | ProviderTrouble> => {
  const key = JSON.stringify([asking.issuer, asking.client_id, asking.client_secret])
  const now = house.clock.now().getTime()
  const before = kept.get(house)
  if (before?.key === key && Math.abs(now - before.at) < KEPT_MS) return before.found
  const told = await readProvider(asking.issuer)
  if (typeof told === 'string') return told
  const found = new client.Configuration(told, asking.client_id, asking.client_secret)
  found[client.customFetch] = guarded
  // Who is who rests on its signature alone, whatever else vouches for the way it came.
  client.enableNonRepudiationChecks(found)
  // Which plain addresses there may be is judged by the guarded fetch.
  client.allowInsecureRequests(found)
  kept.set(house, { key, at: now, found })
  return found
}

/** What a browser keeps while its person is at the school. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly next: string
}

/** Where the browser goes to be asked by the school. */
export const addressAtSchool = async (
  provider: client.Configuration,
  { attempt, scope, back }: { attempt: Attempt; scope: string; back: string },
): Promise<string> =>
  client.buildAuthorizationUrl(provider, {
    redirect_uri: back,
    scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  }).href

/** What the school told: who it is; or that the person went back, nothing of it can be believed, or it fell silent. */
export type Told =
  | { readonly issuer: string; readonly subject: string; readonly claims: Claims }
  | 'stopped'
  | 'wrong'
  | 'down'

/** Reads what the browser brought back from the school, at the address it came to. */
export const toldBySchool = async (provider: client.Configuration, came: URL, attempt: Attempt): Promise<Told> => {
  try {
    const tokens = await client.authorizationCodeGrant(provider, came, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    })
    const proved = tokens.claims()
    if (!proved) return 'wrong'
    // Many schools tell names and groups only here; what the signed token says goes before it.
    const more = provider.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(provider, tokens.access_token, proved.sub)
      : {}
    return { issuer: proved.iss, subject: proved.sub, claims: { ...more, ...proved } }
  } catch (error) {
    if (error instanceof NotFetched || (error instanceof Error && error.cause instanceof NotFetched)) return 'down'
    return error instanceof client.AuthorizationResponseError && error.error === 'access_denied' ? 'stopped' : 'wrong'
  }
}
