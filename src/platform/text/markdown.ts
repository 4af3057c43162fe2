/** Markdown to safe HTML: one kept parser, one kept sanitiser, configured once for everything people write. */
import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const parser = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false })
const lowered = (tag: string | undefined, shift: number): number => Math.min(6, Number(tag?.slice(1) ?? 2) + shift)
// Headings inside what people write never outrank the page's own.
parser.renderer.rules.heading_open = (tokens, index, _options, env) =>
  `<h${lowered(tokens[index]?.tag, Number(env?.shift ?? 2))}>`
parser.renderer.rules.heading_close = (tokens, index, _options, env) =>
  `</h${lowered(tokens[index]?.tag, Number(env?.shift ?? 2))}>\n`

// Our own texts hold lines to write on (____) and new pages (***); in what people write, both are a rule as ever.
parser.renderer.rules.hr = (tokens, index, _options, env) => {
  if (env?.shift !== 0) return '<hr>\n'
  return tokens[index]?.markup.startsWith('_') ? '<hr class="fill">\n' : '<hr class="leaf">\n'
}

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'em',
    's',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'rel', 'title'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener ugc' }) },
}

/** The HTML of a contribution, story or charter line: no script, style, picture or frame can come through. */
export const htmlOf = (markdown: string): string => sanitizeHtml(parser.render(markdown, { shift: 2 }), allowed)

/** A piece of parsed Markdown. */
export type MarkdownToken = ReturnType<typeof parser.parse>[number]

/** Markdown taken apart, for what is not a page. */
export const tokensOf = (markdown: string): MarkdownToken[] => parser.parse(markdown, {})

/**
 * The HTML of our own library texts, whose headings begin at the second level; `hrefOf` resolves `entry:` links, and a
 * line that begins with `[ ]` has a box to tick.
 */
export const libraryHtmlOf = (markdown: string, hrefOf: (address: string) => string): string =>
  sanitizeHtml(parser.render(markdown, { shift: 0 }).replaceAll(/<li>(\s*<p>)?\[ \] /g, '<li class="tick">$1'), {
    ...allowed,
    allowedTags: [...(allowed.allowedTags || []), 'h2'],
    allowedClasses: { hr: ['fill', 'leaf'], li: ['tick'] },
    transformTags: {
      a: (tagName, attributes) => ({ tagName, attribs: { ...attributes, href: hrefOf(attributes.href ?? '') } }),
    },
  })

/** The words alone, for search, excerpts and titles. */
export const plainOf = (markdown: string): string => wordsIn(htmlOf(markdown))

/** The words alone of HTML that came out of the sanitiser: there a `<` always begins a tag. */
export const wordsIn = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
