/** Copy and print buttons: shown only where the browser can do it. */
import { h } from 'preact'
import type { Language } from '../platform/words/words.ts'
import { Icon } from './icons.tsx'
import { words } from './words.ts'

/** Copies `text`, and says that it did. */
export const CopyButton = (props: { lang: Language; text: string; label?: string }) => {
  const t = words(props.lang)
  return h(
    'copy-text',
    { class: 'row', text: props.text, done: t('copied'), failed: t('copy-failed') },
    <button type="button" class="btn quiet" hidden>
      <Icon name="link" />
      {props.label ?? t('copy')}
    </button>,
    <span class="muted" data-told />,
  )
}

/** Opens the print dialogue. */
export const PrintButton = (props: { lang: Language; label?: string }) =>
  h(
    'print-page',
    {},
    <button type="button" class="btn quiet" hidden>
      <Icon name="print" />
      {props.label ?? words(props.lang)('print')}
    </button>,
  )
