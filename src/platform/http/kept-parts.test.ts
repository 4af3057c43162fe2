// Kept parts: the same bytes as rendering anew, never another's, forgotten when there are too many, and nobody can ask for one in words.
import fc from 'fast-check'
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { bytesOf, KeptParts, still } from './kept-parts.ts'

const part = (words: string) => h('p', { title: words }, words) as VNode
const shown = (kept: KeptParts, words: readonly string[]) =>
  bytesOf(
    renderToString(
      h(
        'main',
        null,
        'Olá ',
        words.map((one) =>
          h(
            'li',
            { key: one },
            kept.part(one, () => part(one)),
          ),
        ),
      ),
    ),
  ).toString()
const plain = (words: readonly string[]) =>
  renderToString(
    h(
      'main',
      null,
      'Olá ',
      words.map((one) => h('li', { key: one }, part(one))),
    ),
  )

test('A page of kept parts reads as the page rendered anew, however few are held', () => {
  const few = new KeptParts(40)
  const many = new KeptParts(1_000_000)
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 20 }), (words) => {
      const wellFormed = words.map((one) => one.toWellFormed())
      for (const kept of [few, many]) expect(shown(kept, wellFormed)).toBe(plain(wellFormed))
    }),
  )
})

test('What is made of the same is made once', () => {
  const kept = new KeptParts(1000)
  let made = 0
  const make = () => {
    made += 1
    return part('once')
  }
  for (let i = 0; i < 3; i++) bytesOf(renderToString(kept.part('key', make)))
  expect(made).toBe(1)
})

test('Other words under the same key are another part, and the former one is forgotten', () => {
  const kept = new KeptParts(1000)
  const said = (words: string) => bytesOf(renderToString(kept.part('key', () => part(words), words))).toString()
  for (const words of ['first', 'first', 'second', 'first']) expect(said(words)).toBe(renderToString(part(words)))
})

test('A part may stand in a part', () => {
  const kept = new KeptParts(1000)
  const inner = () => kept.part('inner', () => part('ä'))
  const outer = kept.part('outer', () => h('div', null, inner(), still(() => h('hr', null))()))
  expect(bytesOf(renderToString(outer)).toString()).toBe('<div><p title="ä">ä</p><hr/></div>')
})

test('No words that somebody writes bring a part up', () => {
  new KeptParts(1000).part('secret', () => part('secret'))
  for (const typed of ['\u0000', '\u00001\u0000', `\u0000${'0'.repeat(24)} 1\u0000`])
    expect(bytesOf(renderToString(h('p', null, typed))).toString()).toBe(`<p>${typed}</p>`)
})
