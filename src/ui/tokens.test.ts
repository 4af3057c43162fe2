/** Reads tokens.css and holds every pair of colours to its contrast, in every theme. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The colours of the first block after a selector. */
const colours = (selector: string): Record<string, string> => {
  const start = css.indexOf('{', css.indexOf(selector))
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gi)].map((found) => [found[1], found[2]]))
}

const light = colours(':root {')
const dark = colours(":root[data-theme='dark']")
const darkByDevice = colours(":root:not([data-theme='light']")
const contrast = colours(":root[data-theme='contrast'] {")

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The WCAG contrast ratio of two colours. */
const ratio = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

/** The table of the design: colour, ground, ratio in light, ratio in dark; floored to two places. */
const table: readonly [string, string, number, number][] = [
  ['text', 'surface', 14.93, 12.89],
  ['text', 'bg', 13.97, 14.37],
  ['muted', 'surface', 6.66, 7.78],
  ['muted', 'bg', 6.24, 8.67],
  ['link', 'surface', 7.11, 8.37],
  ['link', 'bg', 6.65, 9.33],
  ['visited', 'surface', 8.28, 7.74],
  ['visited', 'bg', 7.75, 8.63],
  ['brand', 'surface', 7.37, 8.08],
  ['brand', 'bg', 6.9, 9.0],
  ['on-brand', 'brand', 7.37, 7.73],
  ['on-brand', 'brand-hover', 9.96, 9.41],
  ['accent', 'surface', 6.02, 7.63],
  ['accent', 'bg', 5.63, 8.5],
  ['ok', 'surface', 6.51, 8.56],
  ['ok', 'ok-tint', 5.67, 7.73],
  ['warn', 'surface', 7.41, 9.11],
  ['warn', 'warn-tint', 6.6, 8.45],
  ['danger', 'surface', 7.54, 7.36],
  ['danger', 'danger-tint', 6.29, 7.23],
  ['info', 'surface', 7.29, 8.29],
  ['info', 'info-tint', 6.3, 7.66],
  ['control', 'surface', 4.64, 5.23],
  ['control', 'bg', 4.35, 5.84],
  ['focus', 'surface', 17.4, 15.74],
  ['focus', 'bg', 16.28, 17.55],
  ['chart-teal', 'surface', 5.93, 8.08],
  ['chart-rust', 'surface', 5.36, 7.63],
  ['chart-violet', 'surface', 6.67, 7.74],
  ['chart-ochre', 'surface', 5.34, 9.11],
  ['chart-blue', 'surface', 5.38, 8.29],
  ['chart-slate', 'surface', 5.91, 7.78],
]

const grounds = [
  'bg',
  'surface',
  'sunken',
  'brand-tint',
  'accent-tint',
  'ok-tint',
  'warn-tint',
  'danger-tint',
  'info-tint',
]
const onTints: readonly [string, string][] = [
  ['brand', 'brand-tint'],
  ['accent', 'accent-tint'],
  ['ok', 'ok-tint'],
  ['warn', 'warn-tint'],
  ['danger', 'danger-tint'],
  ['info', 'info-tint'],
  ...grounds.flatMap((ground): [string, string][] => [
    ['text', ground],
    ['link', ground],
  ]),
  ['muted', 'sunken'],
  ['visited', 'sunken'],
  ['muted', 'brand-tint'],
]

const of = (theme: Record<string, string>, one: string, other: string): number => {
  const [a, b] = [theme[one], theme[other]]
  if (!a || !b) throw new Error(`No colour for ${one} or ${other}`)
  return ratio(a, b)
}

describe('tokens', () => {
  it.each(table)('%s on %s keeps the ratios of the design', (one, other, inLight, inDark) => {
    expect(Math.floor(of(light, one, other) * 100) / 100).toBeCloseTo(inLight, 1)
    expect(Math.floor(of(dark, one, other) * 100) / 100).toBeCloseTo(inDark, 1)
  })

  it('keeps the dark theme alike, whether the device or the reader asks for it', () => {
    expect(darkByDevice).toEqual(dark)
    expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort())
    expect(Object.keys(contrast).sort()).toEqual(Object.keys(light).sort())
  })

  describe.each(Object.entries({ light, dark, contrast }))('in the %s theme', (_name, theme) => {
    it.each([...table.map(([one, other]): [string, string] => [one, other]), ...onTints])(
      '%s on %s can be read',
      (one, other) => {
        expect(of(theme, one, other)).toBeGreaterThanOrEqual(one === 'control' ? 3 : 4.5)
      },
    )

    it.each(grounds)('controls and focus are seen on %s', (ground) => {
      expect(of(theme, 'focus', ground)).toBeGreaterThanOrEqual(3)
      expect(of(theme, 'control', ground)).toBeGreaterThanOrEqual(3)
    })
  })

  it('keeps the strongest pairs in high contrast', () => {
    expect(of(contrast, 'text', 'bg')).toBeCloseTo(21, 1)
    expect(of(contrast, 'link', 'bg')).toBeGreaterThan(13.5)
    expect(of(contrast, 'on-brand', 'brand')).toBeGreaterThan(16)
    expect(of(contrast, 'focus', 'bg')).toBeGreaterThan(16.7)
  })
})
