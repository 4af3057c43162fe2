/** Signs to read from paper or a board and type: none looks like another, and without vowels none makes a word. */
const SIGNS = '34679CDFGHJKMNPQRTVWXY'
const FAIR = Math.floor(256 / SIGNS.length) * SIGNS.length

/**
 * Draws so many signs from random bytes; each sign as likely as any other.
 * @throws when the bytes do not suffice: three for each sign do, as good as always
 */
export const drawSigns = (bytes: Uint8Array, length: number): string => {
  const fair = [...bytes].filter((byte) => byte < FAIR).slice(0, length)
  if (fair.length < length) throw new Error('Too few random bytes')
  return fair.map((byte) => SIGNS[byte % SIGNS.length]).join('')
}

/** Draws them with the house's own chance. */
export const newSigns = (house: { secret(bytes?: number): string }, length: number): string =>
  drawSigns(Buffer.from(house.secret(length * 4), 'base64url'), length)

/** What somebody typed, with small letters, spaces and dashes forgiven; nothing when it cannot be so many signs of ours. */
export const signsTyped = (typed: string, length: number): string | undefined => {
  const signs = typed.toUpperCase().replace(/[\s\p{Dash}_.]+/gu, '')
  return signs.length === length && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : undefined
}

/** Signs as they stand on paper: four and four, so that the eye finds its way. */
export const inFours = (signs: string): string => signs.replace(/(.{4})(?=.)/g, '$1-')

/** So many signs has a card. */
export const CARD_SIGNS = 16
