/** The place where faces are covered before a picture is sent; nothing without JavaScript, where the server makes it anew alone. */
import { type ComponentChildren, h } from 'preact'
import type { Language } from '../../../../platform/words/words.ts'
import { words } from '../words.ts'

/** `children` is the field with which the file is chosen. */
export const CoverEditor = ({ lang, children }: { lang: Language; children: ComponentChildren }) => {
  const t = words(lang)
  const act = (does: string, label: string) => (
    <button type="button" class={does === 'add' ? 'btn quiet' : 'plain'} data-does={does} hidden={does !== 'add'}>
      {label}
    </button>
  )
  return h(
    'cover-faces',
    { cover: t('cover.one', { n: '{n}' }), where: t('cover.where', { x: '{x}', y: '{y}' }), opened: t('cover.opened') },
    children,
    <section class="cover-editor" data-editor hidden aria-labelledby="cover-title">
      <h2 id="cover-title">{t('cover.title')}</h2>
      <p>{t('cover.text')}</p>
      <div class="cover-stage" data-stage>
        <canvas role="img" aria-label={t('cover.picture')} />
      </div>
      <div class="acts">
        {act('add', t('cover.add'))}
        {act('larger', t('cover.larger'))}
        {act('smaller', t('cover.smaller'))}
        {act('away', t('cover.away'))}
      </div>
      <p class="meta">{t('cover.keys')}</p>
    </section>,
  )
}
