/** What is the same in a statement many times is written, sent and read once: the circles that the asking person hears. */

/** An array that never changes, as PostgreSQL reads it. */
const literals = new WeakMap<object, string>()

const literalOf = (array: readonly unknown[]): string => {
  const known = literals.get(array)
  if (known !== undefined) return known
  const literal = `{${array.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
  literals.set(array, literal)
  return literal
}

const isStill = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  (literals.has(value) || (Object.isFrozen(value) && value.every((one) => typeof one === 'string')))

interface Shorter {
  readonly text: string
  /** For each parameter as it was, the place of the first that is the same. */
  readonly same: readonly number[]
}

const MANY = 500
const shorter = new Map<string, Shorter>()

// A dollar and digits stand for nothing else in our statements: words never stand in them.
const rewritten = (text: string, same: readonly number[]): Shorter => {
  const places = same.filter((at, i) => at === i)
  return { text: text.replace(/\$(\d+)/g, (_, n) => `$${places.indexOf(same[Number(n) - 1] ?? 0) + 1}`), same }
}

/** The statement and its parameters, in which an array that cannot change (a scope's reach) stands once. */
export const spared = (text: string, parameters: readonly unknown[]): { text: string; values: unknown[] } => {
  const first = new Map<unknown, number>()
  const same = parameters.map((value, i) => {
    if (!isStill(value)) return i
    const at = first.get(value)
    if (at === undefined) first.set(value, i)
    return at ?? i
  })
  if (first.size === 0) return { text, values: [...parameters] }
  const known = shorter.get(text)
  const short = known?.same.every((at, i) => at === same[i]) ? known : rewritten(text, same)
  if (!known && shorter.size < MANY) shorter.set(text, short)
  const values = parameters.flatMap((value, i) =>
    same[i] === i ? [first.has(value) ? literalOf(value as string[]) : value] : [],
  )
  return { text: short.text, values }
}
