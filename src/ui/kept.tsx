/** Parts that are rendered once and kept: what is made of the same things looks the same. */
import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'

/** A memory of rendered parts. What was not asked for in a long while is forgotten. */
export class KeptParts {
  #young = new Map<string, string>()
  #old = new Map<string, string>()
  #letters = 0
  readonly #most: number

  /** @param most how many letters of keys and parts are held, twice over */
  constructor(most: number) {
    this.#most = most
  }

  /**
   * The part that `make` makes, rendered when its key was never seen.
   * @param key everything the part is made of: two parts that differ must differ here
   */
  part(key: string, make: () => VNode): VNode {
    const html = this.#young.get(key) ?? this.#keep(key, this.#old.get(key) ?? renderToString(make()))
    return jsxTemplate([html])
  }

  #keep(key: string, html: string): string {
    if (this.#letters > this.#most) {
      this.#old = this.#young
      this.#young = new Map()
      this.#letters = 0
    }
    this.#young.set(key, html)
    this.#letters += key.length + html.length
    return html
  }
}
