/** The document: everything around a page, once; no inline style, no inline script. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/words/words.ts'

/** How a reader wants to see pages. */
export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type TextSize = 'normal' | 'large' | 'larger'
export type Spacing = 'normal' | 'wide'

/** A whole HTML document; the renderer puts the doctype before it. `saveData` leaves the font preload out. */
export const Document = (props: {
  lang: Language
  title: string
  siteName: string
  assets: { readonly css: string; readonly js: string; readonly fonts?: readonly string[]; readonly icon?: string }
  theme?: Theme
  size?: TextSize
  spacing?: Spacing
  robots?: 'noindex'
  description?: string
  saveData?: boolean
  children?: ComponentChildren
}) => {
  const { theme = 'system', size = 'normal', spacing = 'normal', assets } = props
  const latin = assets.fonts?.find((font) => font.includes('-latin-wght'))
  const scheme = theme === 'system' ? 'light dark' : theme === 'light' ? 'light' : 'dark'
  return (
    <html lang={props.lang} data-theme={theme} data-size={size} data-spacing={spacing}>
      <head>
        <meta charset="utf-8" />
        <title>{props.title === props.siteName ? props.title : `${props.title} · ${props.siteName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={scheme} />
        {props.robots ? <meta name="robots" content={props.robots} /> : null}
        {props.description ? <meta name="description" content={props.description} /> : null}
        <meta name="turbo-cache-control" content="no-preview" />
        <meta name="turbo-prefetch" content="false" />
        {latin && !props.saveData ? (
          <link rel="preload" href={latin} as="font" type="font/woff2" crossorigin="anonymous" />
        ) : null}
        {assets.icon ? <link rel="icon" href={assets.icon} type="image/svg+xml" /> : null}
        {assets.css ? <link rel="stylesheet" href={assets.css} data-turbo-track="reload" /> : null}
        {assets.js ? <script type="module" src={assets.js} data-turbo-track="reload" /> : null}
      </head>
      <body>
        {props.children}
        <div id="announcer" class="unseen" role="status" aria-live="polite" data-turbo-permanent />
      </body>
    </html>
  )
}
