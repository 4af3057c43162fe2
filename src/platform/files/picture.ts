/** Pictures are decoded and made anew before they are kept: smaller, upright, and with nothing in them but the picture. */
import { inTurn } from '../in-turn.ts'
import { done, type Outcome, refuse } from '../outcome.ts'

/** The longer side of a kept picture, in pixels. */
export const LONGEST_SIDE = 1600
/** More pixels are not unpacked: a photograph has fewer, a bomb has more. */
export const MOST_PIXELS = 60_000_000
const MOST_SECONDS = 20

/** A picture that was made anew. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

// One at a time: unpacked, a picture takes some hundred megabytes.
const oneByOne = inTurn(1)

/**
 * Makes a picture anew, of the same kind. What it knew of place, time, camera, owner and name is gone, and whatever hung
 * behind its pixels as well. Refused: `broken` when it is cut off or no such picture, `pixels` when it is too large.
 */
export const madeAnew = (bytes: Uint8Array, kind: 'jpeg' | 'png' | 'webp'): Promise<Outcome<Picture>> =>
  oneByOne(async () => {
    // Loaded by the first picture: most processes never meet one.
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    try {
      const open = { limitInputPixels: false, failOn: 'error', animated: false } as const
      const { width, height, format } = await sharp(bytes, open).metadata()
      if (format !== kind) return refuse('broken')
      if (width * height > MOST_PIXELS) return refuse('pixels')
      const upright = sharp(bytes, { ...open, limitInputPixels: MOST_PIXELS })
        .timeout({ seconds: MOST_SECONDS })
        .autoOrient()
        .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
      const written =
        kind === 'jpeg' ? upright.jpeg({ quality: 82 }) : kind === 'png' ? upright.png() : upright.webp({ quality: 82 })
      const { data, info } = await written.toBuffer({ resolveWithObject: true })
      return done({ bytes: data, width: info.width, height: info.height })
    } catch {
      return refuse('broken')
    }
  })
