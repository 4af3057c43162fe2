// A light stemmer for Slovak: takes endings off a folded word, so that its inflected forms meet in one lexeme.
import { endings, irregular } from './slovak-rules.ts'

const shortestStem = 3

/** The lexeme of one folded word (`skolami` and `skola` both give `skol`). Pure; short words stay whole. */
export function slovakStem(word: string): string {
  const known = irregular.get(word)
  if (known) return known
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  return alternate(withoutEnding(withoutPrefix(word)))
}

/** Takes off the superlative and the negation, not from words that only begin like it. */
function withoutPrefix(word: string): string {
  let rest = word
  if (rest.startsWith('naj') && rest.length > 8) rest = rest.slice(3)
  if (rest.startsWith('ne') && rest.length > 6 && !/^ne(gat|priat|kontrol)/.test(rest)) rest = rest.slice(2)
  return rest
}

function withoutEnding(word: string): string {
  const ending = endings.find((each) => word.endsWith(each) && fits(word.slice(0, -each.length), each))
  return ending ? word.slice(0, -ending.length) : word
}

/** Enough must be left to be a word; some endings are part of the word itself after certain letters. */
function fits(stem: string, ending: string): boolean {
  if (stem.length < shortestStem || !/[aeiouy]|[bcdfghjklmnpstvz][lr]/.test(stem)) return false
  // uciteľ is no past tense
  if (/^i?el/.test(ending) && stem.endsWith('t')) return false
  if (ending === 'ol' && !/[hkst]$/.test(stem)) return false
  if (/^s(i|e|o)/.test(ending) && !/[bcdhklnrtvz]$/.test(stem)) return false
  return true
}

/** Sounds that change between forms: mesto/miest, vznikol/vznikla, žiak/žiaci, jednotlivec/jednotlivca. */
function alternate(stem: string): string {
  const even = stem
    .replace(/i([ae])/g, '$1')
    .replace(/([hkpst])n$/, '$1')
    .replace(/([hkpst])l$/, '$1')
    .replace(/c$/, 'k')
  const zero = even.replace(/([bcdfghjklmnprstvxz])[eo]([bcdfghjklmnprstvxz])$/, '$1$2')
  return /[aeiouy]/.test(zero) ? zero : even
}
