/** A cover over a face: where it lies on a picture, as parts of its sides, so that it is the same at every size. */

/** An oval; `x`, `y` its middle and `w`, `h` its size, each between 0 and 1. */
export interface Cover {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const STEP = 0.02
const GROWS = 1.15
const LEAST = 0.03
const MOST = 1.2

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))

/** A new one in the middle, as wide as tall on a picture of these sides. */
export const newCover = (width: number, height: number): Cover => {
  const side = Math.min(width, height) * 0.25
  return { x: 0.5, y: 0.5, w: side / width, h: side / height }
}

/** Moved by parts of the sides; its middle stays on the picture. */
export const moved = (cover: Cover, dx: number, dy: number): Cover => ({
  ...cover,
  x: between(0, cover.x + dx, 1),
  y: between(0, cover.y + dy, 1),
})

/** Larger or smaller, of the same shape. */
export const sized = (cover: Cover, times: number): Cover => {
  const by = between(LEAST / Math.min(cover.w, cover.h), times, MOST / Math.max(cover.w, cover.h))
  return { ...cover, w: cover.w * by, h: cover.h * by }
}

/** What a key does to a cover; `undefined` takes it away, the same cover when the key means nothing here. */
export const keyed = (cover: Cover, key: string, fine: boolean): Cover | undefined => {
  const step = fine ? STEP / 4 : STEP
  if (key === 'ArrowLeft') return moved(cover, -step, 0)
  if (key === 'ArrowRight') return moved(cover, step, 0)
  if (key === 'ArrowUp') return moved(cover, 0, -step)
  if (key === 'ArrowDown') return moved(cover, 0, step)
  if (key === '+' || key === '=') return sized(cover, GROWS)
  if (key === '-') return sized(cover, 1 / GROWS)
  return key === 'Delete' || key === 'Backspace' ? undefined : cover
}

/** How much a press of “larger” or “smaller” changes. */
export const grows = GROWS
