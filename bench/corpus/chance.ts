/** Chance that can be repeated: the same numbers in, the same draws out, on every machine. */

/** The next number from 0 (included) to 1 (excluded). */
export type Chance = () => number

const mixed = (hash: number, part: number): number => {
  let mix = Math.imul(hash ^ part, 0x9e3779b1)
  mix = Math.imul(mix ^ (mix >>> 15), 0x85ebca77)
  return (mix ^ (mix >>> 13)) >>> 0
}

/** A stream of its own for each row, so that a row does not depend on those before it (sfc32 by Chris Doty-Humphrey). */
export const chanceOf = (...seeds: readonly number[]): Chance => {
  let a = seeds.reduce(mixed, 0x2545f491)
  let b = mixed(a, 0x68e31da4)
  let c = mixed(b, 0xb5297a4d)
  let count = 1
  const next = () => {
    const sum = (a + b + count++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let warm = 0; warm < 8; warm++) next()
  return next
}

/** A whole number, both ends included. */
export const between = (chance: Chance, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least + 1))

/** One of a list, each as likely as the others. */
export const oneOf = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T

/** A place in a list of `length`, the first ones far likelier, as words and writers are (Zipf and Mandelbrot). */
export const rankIn = (chance: Chance, length: number, flat = 8): number =>
  Math.min(length - 1, Math.floor(flat * ((length + flat) / flat) ** chance() - flat))

/** One of a list, the first ones far likelier. */
export const oneOfRanked = <T>(chance: Chance, list: readonly T[]): T => list[rankIn(chance, list.length)] as T

/** A number of the normal distribution with mean 0 and deviation 1 (Box and Muller). */
export const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
