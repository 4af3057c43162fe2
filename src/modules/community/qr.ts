/** The squares of a QR code, without any drawing. */
import { create } from 'qrcode'

/** A code of `side` by `side` modules and the dark ones among them. */
export interface QrSquares {
  readonly side: number
  readonly dark: readonly (readonly [x: number, y: number])[]
}

/** The code of an address, readable with a quarter of it covered. */
export const qrSquares = (address: string): QrSquares => {
  const { modules } = create(address, { errorCorrectionLevel: 'Q' })
  const dark: [number, number][] = []
  for (let y = 0; y < modules.size; y++) for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) dark.push([x, y])
  return { side: modules.size, dark }
}
