/** How the page of a copy looks: it is read from disk, without this site and without any network. */

export const look = `:root { color-scheme: light dark; }
body { font: 1.125rem/1.6 system-ui, sans-serif; margin: 0 auto; max-inline-size: 42rem; padding: 1.5rem; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { border-block-start: 1px solid #8884; font-size: 1.5rem; margin-block-start: 2.5rem; padding-block-start: 1rem; }
article { border-inline-start: 4px solid #1f6f6a; margin-block: 1.25rem; padding-inline-start: 1rem; }
article p { margin-block: 0.25rem; overflow-wrap: anywhere; white-space: pre-wrap; }
.when { font-size: 0.9rem; opacity: 0.8; }
li { margin-block: 0.25rem; }
`
