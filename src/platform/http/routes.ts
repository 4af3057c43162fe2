/** A module's doors: each route is mounted with the rule that says who may come in; none without. */
import type { Context, Env, Hono } from 'hono'
import type { Path } from './path.ts'

/** Who may come in. Answers nothing to admit, or the response that turns away. */
export interface AccessRule<E extends Env> {
  readonly name: string
  readonly admit: (c: Context<E>) => Promise<Response | undefined> | Response | undefined
}

type Answer = Response | Promise<Response>

/** What a route that does something does with what is only believed of its caller: proves it before, or in its own write. */
export type Proof = 'before' | 'in its write'

/** Proves what is believed of a caller. */
export type Prove<E extends Env> = (c: Context<E>) => Promise<unknown>
type Handler<E extends Env, P extends string> = (c: Context<E, P>) => Answer

/** One declared route, for the checkers and the walks of random viewers. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  readonly rule: string
}

/** The routes of one module. */
export class RouteTable<E extends Env> {
  readonly routes: Route[] = []
  readonly #mounts: ((app: Hono<E>, prove: Prove<E>) => void)[] = []

  /** Shows something; never changes anything. */
  get<P extends string>(path: Path<P>, rule: AccessRule<E>, handle: Handler<E, P>): this {
    return this.#add('GET', path.pattern, rule, handle as unknown as Handler<E, string>)
  }

  /**
   * Does something. `proof` is 'in its write' only where everything that is done is one `db.write` of the caller's.
   */
  post<P extends string>(path: Path<P>, rule: AccessRule<E>, handle: Handler<E, P>, proof: Proof = 'before'): this {
    return this.#add('POST', path.pattern, rule, handle as unknown as Handler<E, string>, proof)
  }

  /** Mounts every route on the application. */
  mount(app: Hono<E>, prove: Prove<E> = async () => undefined): void {
    for (const mount of this.#mounts) mount(app, prove)
  }

  #add(
    method: 'GET' | 'POST',
    pattern: string,
    rule: AccessRule<E>,
    handle: Handler<E, string>,
    proof: Proof = 'in its write',
  ): this {
    this.routes.push({ method, pattern, rule: rule.name })
    this.#mounts.push((app, prove) => {
      app.on(method, pattern, async (c) => {
        const turnedAway = await rule.admit(c)
        if (turnedAway) return turnedAway
        if (proof === 'before') await prove(c)
        return handle(c as Context<E, string>)
      })
    })
    return this
  }
}
