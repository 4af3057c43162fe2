/** Draws a chosen picture with its covers: small enough, upright, with nothing in it but what is seen. */
import type { Cover } from './cover.ts'

const LONGEST = 1600
// A solid colour of its own: what lies below is not in the picture any more.
const SOLID = '#22282b'

/** A picture that was opened. */
export interface Opened {
  readonly image: ImageBitmap
  readonly width: number
  readonly height: number
}

/** Opens it as it is to be seen; nothing when the browser cannot. */
export const opened = async (file: File): Promise<Opened | undefined> => {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const by = Math.min(1, LONGEST / Math.max(image.width, image.height))
    return { image, width: Math.round(image.width * by), height: Math.round(image.height * by) }
  } catch {
    return undefined
  }
}

/** Draws it with its covers. */
export const draw = (canvas: HTMLCanvasElement, { image, width, height }: Opened, covers: readonly Cover[]): void => {
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  if (!brush) return
  brush.fillStyle = '#ffffff'
  brush.fillRect(0, 0, width, height)
  brush.drawImage(image, 0, 0, width, height)
  brush.fillStyle = SOLID
  for (const { x, y, w, h } of covers) {
    brush.beginPath()
    brush.ellipse(x * width, y * height, (w * width) / 2, (h * height) / 2, 0, 0, 2 * Math.PI)
    brush.fill()
  }
}

/** The picture as a file of its own, named after nothing. */
export const asFile = (canvas: HTMLCanvasElement): Promise<File | undefined> =>
  new Promise((done) =>
    canvas.toBlob(
      (blob) => done(blob ? new File([blob], 'picture.jpg', { type: 'image/jpeg' }) : undefined),
      'image/jpeg',
      0.86,
    ),
  )
