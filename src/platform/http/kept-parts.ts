/** Parts of pages that are rendered once and kept as bytes: what is made of the same things looks the same. */
import { randomBytes } from 'node:crypto'
import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'

// Stands in the rendered text where a part's bytes go. Nobody can write it: it is new in every process.
const MARK = `\u0000${randomBytes(12).toString('hex')} `
const END = '\u0000'

interface Kept {
  readonly mark: string
  readonly bytes: Buffer
  readonly body: string
}

const byMark = new Map<string, Kept>()
let made = 0

/** A memory of rendered parts. What was not asked for in a long while is forgotten. */
export class KeptParts {
  #young = new Map<string, Kept>()
  #old = new Map<string, Kept>()
  #held = 0
  readonly #most: number

  /** @param most how many letters of keys and bytes of parts are held, twice over */
  constructor(most: number) {
    this.#most = most
  }

  /**
   * The part that `make` makes, rendered when its key was never seen. Only `bytesOf` makes it seen.
   * @param key everything the part is made of: two parts that differ must differ here, or in `body`
   * @param body a long text that it is made of, too: compared, which costs less than being looked up
   */
  part(key: string, make: () => VNode, body = ''): VNode {
    const young = this.#young.get(key)
    if (young?.body === body) return jsxTemplate([young.mark])
    const old = this.#old.get(key)
    return jsxTemplate([this.#keep(key, old?.body === body ? old : newPart(make(), body)).mark])
  }

  #keep(key: string, kept: Kept): Kept {
    this.#old.delete(key)
    const other = this.#young.get(key)
    if (other) {
      this.#held -= weightOf(key, other)
      forgetAfterThisPage([other])
    }
    if (this.#held > this.#most) {
      forgetAfterThisPage([...this.#old.values()])
      this.#old = this.#young
      this.#young = new Map()
      this.#held = 0
    }
    this.#young.set(key, kept)
    this.#held += weightOf(key, kept)
    return kept
  }
}

const weightOf = (key: string, { bytes, body }: Kept): number => key.length + body.length + bytes.length

// A page that is being rendered may still name them; it is rendered in one go.
const forgetAfterThisPage = (parts: readonly Kept[]) =>
  setImmediate(() => {
    for (const { mark } of parts) byMark.delete(mark)
  })

const newPart = (part: VNode, body: string): Kept => {
  made += 1
  const kept = { mark: `${MARK}${made}${END}`, bytes: bytesOf(renderToString(part)), body }
  byMark.set(kept.mark, kept)
  return kept
}

/** The bytes of something rendered, with the bytes of its kept parts where they belong. */
export const bytesOf = (rendered: string): Buffer<ArrayBuffer> => {
  const [first = '', ...pieces] = rendered.split(MARK)
  const cut = pieces.map((piece) => {
    const end = piece.indexOf(END) + 1
    return { bytes: byMark.get(MARK + piece.slice(0, end))?.bytes ?? Buffer.alloc(0), after: piece.slice(end) }
  })
  // A letter takes three bytes at most.
  const most = cut.reduce((sum, { bytes, after }) => sum + bytes.length + after.length * 3, first.length * 3)
  const whole = Buffer.allocUnsafe(most)
  let at = whole.write(first)
  for (const { bytes, after } of cut) {
    at += bytes.copy(whole, at)
    at += whole.write(after, at)
  }
  return whole.subarray(0, at)
}

/** A part that never changes, rendered once: for small ones, which stand in other parts. */
export const still = (make: () => VNode): (() => VNode) => {
  let html: string | undefined
  return () => {
    html ??= renderToString(make())
    return jsxTemplate([html])
  }
}
