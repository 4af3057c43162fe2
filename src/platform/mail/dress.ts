/** Dresses a letter: the same words as plain text, and as HTML that needs nothing from anywhere and reads in the dark. */

/** One thing that a letter says. Links are whole addresses. */
export interface LetterPart {
  readonly heading?: string
  readonly text: string
  readonly quote?: { readonly words: string; readonly lang: string } | undefined
  readonly button?: { readonly label: string; readonly href: string } | undefined
  /** It waits for the reader: the one thing in rust. */
  readonly asks?: boolean
}

/** A line at the end; with a link when it leads somewhere. */
export interface FootLine {
  readonly text: string
  readonly href?: string
}

/** What a letter says, in order. */
export interface LetterWords {
  readonly lang: string
  readonly siteName: string
  readonly title: string
  readonly parts: readonly LetterPart[]
  readonly foot: readonly FootLine[]
}

// The tokens of src/ui/tokens.css; letters cannot ask for a stylesheet. dress.test.ts keeps the two alike.
const LIGHT = {
  bg: '#faf7f2',
  surface: '#ffffff',
  sunken: '#f1ece3',
  text: '#22282b',
  muted: '#535e63',
  link: '#135e82',
  brand: '#1f5f5b',
  'on-brand': '#ffffff',
  accent: '#a8431f',
  line: '#ddd5c8',
}
const DARK: typeof LIGHT = {
  bg: '#151a1c',
  surface: '#1d2427',
  sunken: '#101416',
  text: '#ece8e1',
  muted: '#aeb8bc',
  link: '#86c5e8',
  brand: '#7cc7bf',
  'on-brand': '#0c2b29',
  accent: '#f0a27f',
  line: '#374246',
}

/** Both sets of colours, for the test that holds them to the tokens. */
export const letterColours = { light: LIGHT, dark: DARK }

// Colours stand as plain values: many mail programs know no custom properties.
const colours = (c: typeof LIGHT): string => `
body,.ground{background:${c.bg};color:${c.text}}
.sheet{background:${c.surface};border-color:${c.line}}
h1,h2,p{color:${c.text}}
.site,.foot,.foot p{color:${c.muted}}
a{color:${c.link}}
blockquote{background:${c.sunken};border-color:${c.brand};color:${c.text}}
.part,.foot{border-color:${c.line}}
.part.asks{border-color:${c.accent}}
.button{background:${c.brand};color:${c['on-brand']}}`

const STYLE = `
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
.ground{padding:24px 12px;font:18px/1.6 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,'Segoe UI',sans-serif}
.sheet{max-width:560px;margin:0 auto;padding:24px 20px;border:1px solid;border-radius:10px;text-align:start}
.site{margin:0 0 8px;font-size:16px;font-weight:700}
h1{margin:0 0 16px;font-size:26px;line-height:1.25;overflow-wrap:anywhere}
h2{margin:0 0 8px;font-size:20px;line-height:1.35;overflow-wrap:anywhere}
p{margin:0 0 16px;overflow-wrap:anywhere}
blockquote{margin:0 0 16px;padding:12px 16px;border-inline-start:4px solid;border-radius:6px;white-space:pre-line;overflow-wrap:anywhere}
.part{padding-top:20px;margin-top:4px;border-top:1px solid}
.part:first-of-type{padding-top:0;margin-top:0;border-top:0}
.part.asks{padding-inline-start:16px;padding-top:0;border-top:0;border-inline-start:4px solid;margin-bottom:20px}
.button{display:inline-block;padding:10px 20px;border-radius:6px;font-weight:700;line-height:1.4;text-decoration:none}
.foot{margin-top:8px;padding-top:16px;border-top:1px solid;font-size:16px;line-height:1.5}
.foot p{margin:0 0 8px}
@media (min-width:600px){.sheet{padding:32px}.ground{padding:40px 24px}}`

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => NAMED[sign] ?? '')

const link = (href: string, label: string, cls = ''): string =>
  `<a${cls ? ` class="${cls}"` : ''} href="${escaped(href)}">${escaped(label)}</a>`

const partHtml = ({ heading, text, quote, button, asks }: LetterPart): string =>
  [
    `<div class="part${asks ? ' asks' : ''}">`,
    heading ? `<h2>${escaped(heading)}</h2>` : '',
    ...text.split(/\n{2,}/).map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    quote ? `<blockquote lang="${escaped(quote.lang)}" dir="auto">${escaped(quote.words)}</blockquote>` : '',
    button ? `<p>${link(button.href, button.label, 'button')}</p>` : '',
    '</div>',
  ].join('')

const html = ({ lang, siteName, title, parts, foot }: LetterWords): string =>
  `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>
<style>:root{color-scheme:light dark}${STYLE}${colours(LIGHT)}
@media (prefers-color-scheme:dark){${colours(DARK)}}</style></head>
<body><div class="ground"><main class="sheet">
<p class="site">${escaped(siteName)}</p>
<h1>${escaped(title)}</h1>
${parts.map(partHtml).join('\n')}
<div class="foot">${foot.map(({ text, href }) => `<p>${href ? link(href, text) : escaped(text)}</p>`).join('')}</div>
</main></div></body></html>
`

const partText = ({ heading, text, quote, button }: LetterPart): string =>
  [
    heading ?? '',
    text,
    quote
      ? quote.words
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n')
      : '',
    button ? `${button.label}:\n${button.href}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')

const text = ({ siteName, title, parts, foot }: LetterWords): string =>
  [
    title,
    ...parts.map(partText),
    `-- \n${[siteName, ...foot.map(({ text: line, href }) => (href ? `${line}:\n${href}` : line))].join('\n\n')}`,
  ].join('\n\n')

/** Both parts of a letter. */
export const dress = (words: LetterWords): { readonly text: string; readonly html: string } => ({
  text: `${text(words)}\n`,
  html: html(words),
})
