/** Keeps text as text: signs that Markdown would read as its own are marked, those inside of addresses are not. */
import TurndownService from 'turndown'

const plain = new TurndownService()

/** Text of HTML as Markdown that shows the same text. */
export const escapeText = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((part, at) => (at % 2 === 1 ? part : escapeSigns(part)))
    .join('')

const escapeSigns = (text: string): string =>
  plain
    .escape(text)
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/<(?=[\w/!?])/g, '\\<')
    .replace(/~(?=~)/g, '\\~')
    .replace(/^(\s*\|)/, '\\$1')
