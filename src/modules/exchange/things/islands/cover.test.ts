// Covers over faces: moved by keys, never off the picture, never too small to cover anything.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyed, newCover, sized } from './cover.ts'

test('a new one is as wide as tall, in the middle', () => {
  const cover = newCover(1600, 900)
  expect([cover.x, cover.y]).toEqual([0.5, 0.5])
  expect(cover.w * 1600).toBeCloseTo(cover.h * 900)
})

test('keys move, change its size, and take it away; others mean nothing', () => {
  const cover = newCover(100, 100)
  expect(keyed(cover, 'ArrowRight', false)?.x).toBeGreaterThan(cover.x)
  expect(keyed(cover, 'ArrowUp', true)?.y).toBeLessThan(cover.y)
  expect(keyed(cover, '+', false)?.w).toBeGreaterThan(cover.w)
  expect(keyed(cover, 'Delete', false)).toBeUndefined()
  expect(keyed(cover, 'a', false)).toBe(cover)
})

test('whatever is pressed, its middle stays on the picture, its shape stays, and it can always be seen', () => {
  const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '+', '-')
  const side = fc.integer({ min: 1, max: 1600 })
  fc.assert(
    fc.property(side, side, fc.array(fc.tuple(key, fc.boolean()), { maxLength: 300 }), (width, height, keys) => {
      const first = newCover(width, height)
      let cover = first
      for (const [pressed, fine] of keys) cover = keyed(cover, pressed, fine) ?? cover
      expect(cover.x >= 0 && cover.x <= 1 && cover.y >= 0 && cover.y <= 1).toBe(true)
      expect(cover.w / cover.h).toBeCloseTo(first.w / first.h)
      expect(Math.max(cover.w, cover.h)).toBeLessThanOrEqual(1.2001)
      expect(Math.max(cover.w, cover.h)).toBeGreaterThan(0.02)
    }),
  )
})

test('the largest covers a whole side, the smallest is still there', () => {
  let cover = newCover(400, 300)
  for (let i = 0; i < 100; i++) cover = sized(cover, 2)
  expect(Math.max(cover.w, cover.h)).toBeCloseTo(1.2)
  for (let i = 0; i < 100; i++) cover = sized(cover, 0.5)
  expect(Math.min(cover.w, cover.h)).toBeCloseTo(0.03)
})
