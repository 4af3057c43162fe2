/** References to take along: one link for each kind of file. */
import type { Language } from '../../../../platform/words/words.ts'
import { words } from '../../words.ts'
import { type FileKind, fileKinds, fileNames } from '../file.ts'

/** `href` leads to the file of a kind. `of` says of what, for those who hear the links out of their place. */
export const Files = (props: { lang: Language; href: (kind: FileKind) => string; of?: string }) => {
  const t = words(props.lang)
  return (
    <p class="library-files no-print">
      <span class="muted">{t('cite.files')}</span>
      {fileKinds.map((kind) => (
        <a
          key={kind}
          href={props.href(kind)}
          download
          aria-label={[t('cite.download', { kind: fileNames[kind] }), props.of].filter(Boolean).join(': ')}
        >
          {fileNames[kind]}
        </a>
      ))}
    </p>
  )
}
