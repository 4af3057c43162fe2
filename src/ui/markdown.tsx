/** What people wrote, as HTML: only what the platform's sanitiser has made comes in here. */

/** `html` comes from `htmlOf`; `lang` is the language it is written in. */
export const Markdown = (props: { html: string; lang?: string }) => (
  <div class="prose" lang={props.lang} dir="auto" dangerouslySetInnerHTML={{ __html: props.html }} />
)
