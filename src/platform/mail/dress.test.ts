/** The dress of a letter: the colours of the house, the same words twice, and nothing of a member’s that becomes markup. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { projectRoot } from '../root.ts'
import { dress, letterColours } from './dress.ts'
import { NotSent, readFault } from './fault.ts'

const tokens = readFileSync(join(projectRoot, 'src/ui/tokens.css'), 'utf8')
const [, light = '', dark = ''] =
  /^:root \{([\s\S]*?)\n\}[\s\S]*?prefers-color-scheme: dark\) \{([\s\S]*?)\n {2}\}/m.exec(tokens) ?? []

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => {
  const [bright = 1, dim = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

describe.each([
  ['light', letterColours.light, light],
  ['dark', letterColours.dark, dark],
])('by %s', (_, colours, sheet) => {
  it('its colours are the tokens', () => {
    for (const [name, value] of Object.entries(colours)) expect(sheet).toContain(`--${name}: ${value};`)
  })
  it('its words can be read', () => {
    const pairs = [
      [colours.text, colours.surface],
      [colours.text, colours.sunken],
      [colours.muted, colours.surface],
      [colours.link, colours.surface],
      [colours['on-brand'], colours.brand],
    ] as const
    for (const [ink, paper] of pairs) expect(contrast(ink, paper)).toBeGreaterThan(4.5)
  })
})

test('what members write stays words, in both parts', () => {
  const nasty = `<img src=x onerror="a()"> & 'quotes'`
  const { html, text } = dress({
    lang: 'sk',
    siteName: nasty,
    title: nasty,
    parts: [
      {
        heading: nasty,
        text: nasty,
        quote: { words: nasty, lang: '"><b>' },
        button: { label: nasty, href: 'https://a.example/?a=1&b="' },
      },
    ],
    foot: [{ text: nasty, href: 'https://a.example/' }, { text: nasty }],
  })
  expect(html).not.toMatch(/<(img|b|script)\b/)
  expect(html).toContain('href="https://a.example/?a=1&amp;b=&quot;"')
  expect(html.match(/<h1>/g)).toHaveLength(1)
  expect(text).toContain(nasty)
})

test.each([
  [{ responseCode: 550, response: '550 5.1.1 no such user', command: 'RCPT TO' }, false, 'address', 'address'],
  [{ responseCode: 550, response: '550 no', command: 'RCPT TO' }, false, 'address', 'address'],
  [{ responseCode: 550, response: '550 5.7.1 relay denied', command: 'RCPT TO' }, false, 'later', 'refused'],
  [{ responseCode: 552, response: '552 5.2.2 mailbox full', command: 'RCPT TO' }, false, 'later', 'refused'],
  [{ responseCode: 451, response: '451 4.7.1 greylisted', command: 'RCPT TO' }, false, 'later', 'busy'],
  [{ responseCode: 553, response: '553 5.7.1 not yours', command: 'MAIL FROM' }, false, 'later', 'sender'],
  [{ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 no' }, false, 'later', 'password'],
  [{ code: 'ECONNECTION' }, false, 'later', 'connection'],
  [{ code: 'ECONNECTION' }, true, 'unknown', 'connection'],
  [{ responseCode: 554, response: '554 5.7.1 spam', command: 'DATA' }, true, 'later', 'refused'],
  [undefined, false, 'later', 'other'],
] as const)('%j, words on the wire: %s, means %s', (thrown, handing, outlook, trouble) => {
  const fault = readFault(thrown, handing)
  expect(fault).toBeInstanceOf(NotSent)
  expect([fault.outlook, fault.trouble]).toEqual([outlook, trouble])
})
