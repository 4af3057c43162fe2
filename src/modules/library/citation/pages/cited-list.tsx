/** References in a row, each with the way to what the library says about it. */
import type { Language } from '../../../../platform/words/words.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import type { Piece } from '../pieces.ts'
import { CitedLine } from './cited-line.tsx'

export const CitedList = (props: {
  lang: Language
  cited: readonly { readonly slug: string; readonly title: string; readonly pieces: readonly Piece[] }[]
}) => (
  <ul class="library-sources">
    {props.cited.map(({ slug, title, pieces }) => (
      <li key={slug}>
        <CitedLine pieces={pieces} />
        <p class="small no-print">
          <a href={urls.entry({ slug })}>
            {words(props.lang)('entry.source.about')}
            <span class="unseen">: {title}</span>
          </a>
        </p>
      </li>
    ))}
  </ul>
)
