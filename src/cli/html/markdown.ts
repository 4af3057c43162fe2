/** Turns the HTML of an archive into our Markdown; what Markdown cannot say is dropped and counted by kind. */
import TurndownService from 'turndown'
import type { Tally } from '../tally.ts'
import { linkAddress } from './address.ts'
import { codeBlock, codeSpan } from './code.ts'
import { escapeText } from './escape.ts'
import { shifted } from './superscript.ts'
import { addTables } from './tables.ts'
import { wordsAlone } from './words-alone.ts'

/** HTML to Markdown. Nothing is fetched and nothing in it runs; it never fails. */
export type ToMarkdown = (html: string) => string

// Dropped with all that is in them: their text was not meant to be read, or means nothing without them.
const DROPPED = (
  'script style iframe frame frameset object embed applet noscript template svg math form input button ' +
  'select option textarea video audio source track canvas map area link meta base title head dialog'
).split(' ')
// Kept as the text they hold; for these alone nothing is lost that is worth a line in a report.
const BARE = new Set('p div span br body html x-turndown li ul ol tbody thead tfoot'.split(' '))
const LONGEST_HTML = 500_000
const DEEPEST = 500

/**
 * @param picture what a picture without words of its own is called
 * @param dropped where dropped elements are counted
 */
export const toMarkdown = (picture: string, dropped: Tally): ToMarkdown => {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    strongDelimiter: '**',
    br: '  ',
    blankReplacement: (_content, node) => {
      note(node)
      return block(node) ? '\n\n' : ''
    },
    defaultReplacement: (content, node) => {
      note(node)
      return block(node) ? `\n\n${content}\n\n` : content
    },
  })
  const note = (node: Node) => {
    const kind = node.nodeName.toLowerCase()
    // Names of elements may be made up: a report must not grow with them.
    if (!BARE.has(kind) && !EXPRESSED.has(kind))
      dropped.add(/^[a-z][a-z0-9]{0,15}$/.test(kind) ? `<${kind}>` : 'elements with odd names')
  }
  service.escape = escapeText
  service.addRule('dropped', {
    filter: (node) => DROPPED.includes(node.nodeName.toLowerCase()),
    replacement: (_content, node) => {
      note(node)
      return ''
    },
  })
  service.addRule('struck', {
    filter: ['del', 's'],
    replacement: (content) => (content.trim() ? `~~${content}~~` : content),
  })
  service.addRule('old struck', {
    filter: (node) => node.nodeName === 'STRIKE',
    replacement: (content) => (content.trim() ? `~~${content}~~` : content),
  })
  service.addRule('shifted', {
    filter: ['sup', 'sub'],
    replacement: (content, node) => {
      const kind = node.nodeName === 'SUP' ? 'sup' : 'sub'
      return shifted(node.textContent ?? '', kind) ?? `${kind === 'sup' ? '^' : '\\_'}(${content})`
    },
  })
  service.addRule('code block', { filter: 'pre', replacement: (_content, node) => codeBlock(node.textContent ?? '') })
  service.addRule('code', {
    filter: ['code', 'kbd', 'samp', 'tt'] as (keyof HTMLElementTagNameMap)[],
    replacement: (_content, node) => codeSpan(node.textContent ?? ''),
  })
  service.addRule('picture', {
    filter: 'img',
    replacement: (_content, node) => {
      const alt = (node as HTMLElement).getAttribute('alt')?.replace(/\s+/g, ' ').trim() ?? ''
      const text = escapeText(alt === '' || alt === 'enter image description here' ? picture : alt)
      const address = linkAddress((node as HTMLElement).getAttribute('src'))
      if (!address) dropped.add('pictures without an address on the web')
      return address && !insideLink(node) ? `[${text}](${address})` : text
    },
  })
  service.addRule('link', {
    filter: 'a',
    replacement: (content, node) => {
      const typed = (node as HTMLElement).getAttribute('href')
      const address = linkAddress(typed)
      if (typed !== null && !address) dropped.add('links that lead nowhere on the web')
      const text = content.replace(/\s*\n\s*/g, ' ')
      if (!address || text.trim() === '') return text
      const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
      return `${before}[${inside}](${address})${after}`
    },
  })
  addTables(service)
  return (html) => {
    try {
      if (html.length > LONGEST_HTML || nests(html)) throw new RangeError('too long')
      return service.turndown(html.replace(/x-turndown/gi, 'x-other')).trim()
    } catch {
      // Elements nested thousands deep: the words count.
      dropped.add('texts too entangled for anything but their words')
      return escapeText(wordsAlone(html))
    }
  }
}

const EXPRESSED = new Set(
  'h1 h2 h3 h4 h5 h6 blockquote pre code kbd samp tt em i strong b a img hr sup sub del s strike table tr td th caption'.split(
    ' ',
  ),
)

const block = (node: Node): boolean => (node as Node & { isBlock?: boolean }).isBlock === true

const insideLink = (node: Node): boolean => {
  for (let above = node.parentNode; above; above = above.parentNode) if (above.nodeName === 'A') return true
  return false
}

// Each level is walked once for all that stands in it: thousands of levels would take minutes.
const nests = (html: string): boolean => {
  let depth = 0
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (/^(p|br|hr|img|li|input|td|tr|th)$/i.test(name)) continue
    depth += end ? -1 : 1
    if (depth > DEEPEST) return true
  }
  return false
}
