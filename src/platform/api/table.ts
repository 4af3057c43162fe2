/** A module's doors for programs: each with a typed path, a named rule, the right a token needs, and its schemas. */
import type { Context, Env } from 'hono'
import type { z } from 'zod'
import type { Path } from '../http/path.ts'
import type { AccessRule } from '../http/routes.ts'
import type { Refusal } from '../outcome.ts'
import type { Answer } from './answer.ts'
import type { ModuleWords } from './mistakes.ts'
import type { ProblemKind } from './problem.ts'

/** What a token must be allowed to do. A visitor without a token may read what everybody may. */
export type ApiRight = 'read' | 'write'
/** The methods of the API. */
export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Maybe<T> = T | Promise<T>
/** What a handler answers: an answer, an action's refusal, or a problem. */
export type Handled<T> = Maybe<Answer<T> | Refusal | Response>

/** What a route says of itself. `says` is one English sentence of the description. */
export interface Spec<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType> {
  /** The name a generated client calls it by. */
  readonly id: string
  readonly says: string
  readonly params?: P
  readonly query?: Q
  readonly answer: A
  /** Refusals that are no mistake in what was sent: a key of the module's words, and the problem it is. */
  readonly refusals?: Readonly<Record<string, Extract<ProblemKind, 'forbidden' | 'conflict' | 'changed' | 'gone'>>>
  /** Fields of refusals that are called otherwise in the body. */
  readonly fields?: Readonly<Record<string, string>>
}

/** A request as a handler reads it. */
export interface Sent<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** Passed to an action, it is done once however often it is sent. */
  readonly once: string | undefined
}

/** A declared route, for mounting, for the description and for the walks of random callers. */
export interface ApiRoute<E extends Env> {
  readonly method: ApiMethod
  readonly pattern: string
  readonly rule: AccessRule<E>
  readonly right: ApiRight
  readonly noun: string
  readonly spec: Spec<z.ZodType, z.ZodType, z.ZodType | (undefined & z.ZodType)> & { readonly body?: z.ZodType }
  readonly words: ModuleWords | undefined
  /** The thing as it stands, which a change must name by its tag. */
  readonly current?: (c: Context<E>, sent: Sent<unknown, unknown, unknown>) => Promise<unknown>
  readonly handle: (c: Context<E>, sent: Sent<unknown, unknown, unknown>, current: unknown) => Handled<unknown>
}

/** What an API table speaks of. */
export interface Noun {
  /** The heading under which its routes stand, such as `charter`. */
  readonly noun: string
  /** One or two English sentences: what these things are. */
  readonly about: string
  /** The words of the module's refusals. */
  readonly words?: ModuleWords
}

type Handle<E extends Env, P, Q, B, A> = (c: Context<E>, sent: Sent<P, Q, B>) => Handled<A>
type Changing<E extends Env, P, Q, B, C, A> = (c: Context<E>, sent: Sent<P, Q, B>, current: C) => Handled<A>

/** A change of a thing: `current` answers the thing exactly as its GET does, or nothing when it is not there. */
interface Change<E extends Env, P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType, C>
  extends Spec<P, Q, A> {
  readonly current: (c: Context<E>, sent: Sent<z.output<P>, z.output<Q>, unknown>) => Promise<C | undefined>
}

/** The routes of one noun. */
export class ApiTable<E extends Env> {
  readonly routes: ApiRoute<E>[] = []
  readonly noun: Noun

  constructor(noun: Noun) {
    this.noun = noun
  }

  /** Shows something; never changes anything. */
  get<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
    path: Path<string>,
    rule: AccessRule<E>,
    right: ApiRight,
    spec: Spec<P, Q, A>,
    handle: Handle<E, z.output<P>, z.output<Q>, undefined, z.input<A>>,
  ): this {
    return this.#add('GET', path.pattern, rule, right, spec, handle as never)
  }

  /** Makes something, or does something. With an Idempotency-Key it is done once: pass `sent.once` to the action. */
  post<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    path: Path<string>,
    rule: AccessRule<E>,
    right: ApiRight,
    spec: Spec<P, Q, A> & { readonly body: B },
    handle: Handle<E, z.output<P>, z.output<Q>, z.output<B>, z.input<A>>,
  ): this {
    return this.#add('POST', path.pattern, rule, right, spec, handle as never)
  }

  /** Changes a thing; the caller names the version they saw (`If-Match`). */
  patch<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, C>(
    path: Path<string>,
    rule: AccessRule<E>,
    right: ApiRight,
    spec: Change<E, P, Q, A, C> & { readonly body: B },
    handle: Changing<E, z.output<P>, z.output<Q>, z.output<B>, C, z.input<A>>,
  ): this {
    return this.#add('PATCH', path.pattern, rule, right, spec, handle as never)
  }

  /** Takes a thing away; the caller names the version they saw (`If-Match`). */
  delete<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType, C>(
    path: Path<string>,
    rule: AccessRule<E>,
    right: ApiRight,
    spec: Change<E, P, Q, A, C>,
    handle: Changing<E, z.output<P>, z.output<Q>, undefined, C, z.input<A>>,
  ): this {
    return this.#add('DELETE', path.pattern, rule, right, spec, handle as never)
  }

  #add(
    method: ApiMethod,
    pattern: string,
    rule: AccessRule<E>,
    right: ApiRight,
    spec: ApiRoute<E>['spec'] & { readonly current?: unknown },
    handle: ApiRoute<E>['handle'],
  ): this {
    const { noun, words } = this.noun
    const current = spec.current as ApiRoute<E>['current']
    this.routes.push({ method, pattern, rule, right, noun, spec, words, handle, ...(current ? { current } : {}) })
    return this
  }
}
