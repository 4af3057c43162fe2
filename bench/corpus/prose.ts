/** Writes as people in schools write: sentences, paragraphs, lists, quotes, links; any number of words. */
import { between, type Chance, oneOf, oneOfRanked } from './chance.ts'
import type { Lexicon } from './lexicon.ts'

const SLOT = /\{(\w+)\}/g
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const filled = (chance: Chance, { slots }: Lexicon, template: string): string =>
  capital(template.replace(SLOT, (slot, name: string) => oneOfRanked(chance, slots[name] ?? [slot])))

/** Sentences of so many words in all; the last one is cut where it must be. */
export const sentences = (chance: Chance, lexicon: Lexicon, words: number): string => {
  if (words < 5) return filled(chance, lexicon, oneOf(chance, lexicon.thanks))
  const said: string[] = []
  while (said.length < words)
    said.push(
      ...filled(chance, lexicon, oneOf(chance, chance() < 0.1 ? lexicon.questions : lexicon.sentences)).split(' '),
    )
  const text = said.slice(0, words).join(' ')
  return /[.?!]$/.test(text) ? text : `${text.replace(/[,;:]$/, '')}.`
}

/** A title of some words without a full stop, at most 120 characters. */
export const title = (chance: Chance, lexicon: Lexicon): string => {
  const whole = filled(chance, lexicon, oneOf(chance, chance() < 0.3 ? lexicon.questions : lexicon.sentences))
  const words = whole.split(' ').slice(0, between(chance, 4, 10))
  return words
    .join(' ')
    .replace(/[.,;:]$/, '')
    .slice(0, 120)
}

/** A word for a tag or an address: letters only. */
export const tag = (chance: Chance, { slots }: Lexicon): string =>
  oneOfRanked(chance, slots.noun ?? [])
    .toLowerCase()
    .replace(/^(o|a|de|het|der|die|das) /, '')

const linked = (chance: Chance, lexicon: Lexicon): string =>
  ` [${filled(chance, lexicon, '{noun}')}](https://corpus.example/${between(chance, 1, 999)})`

const paragraph = (chance: Chance, lexicon: Lexicon, words: number): string => {
  const text = sentences(chance, lexicon, words)
  const strong = chance() < 0.25 ? text.replace(/ (\p{L}{4,}) /u, ' **$1** ') : text
  return chance() < 0.12 ? strong + linked(chance, lexicon) : strong
}

const listOf = (chance: Chance, lexicon: Lexicon, words: number): string => {
  const items = between(chance, 3, 6)
  const each = Math.max(5, Math.floor(words / items))
  return Array.from({ length: items }, () => `- ${sentences(chance, lexicon, each)}`).join('\n')
}

/** Markdown of about so many words; long ones have lists, quotes and code now and then. */
export const markdown = (chance: Chance, lexicon: Lexicon, words: number): string => {
  const parts: string[] = []
  for (let left = words; left > 0; ) {
    const some = Math.min(left, between(chance, 25, 90))
    const kind = chance()
    if (words > 60 && kind < 0.1) parts.push(listOf(chance, lexicon, some))
    else if (words > 60 && kind < 0.15) parts.push(`> ${sentences(chance, lexicon, 14)}`)
    else if (words > 80 && kind < 0.2)
      parts.push(`\`\`\`\n${filled(chance, lexicon, oneOf(chance, lexicon.code))}\n\`\`\``)
    else parts.push(paragraph(chance, lexicon, some))
    left -= some
  }
  return parts.join('\n\n')
}
