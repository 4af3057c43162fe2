/** Needs and offers as a few lines, each leading to its page. */
import type { Language } from '../../../../platform/words/words.ts'
import type { NeedLine } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const NeedLines = ({ lang, needs }: { lang: Language; needs: readonly NeedLine[] }) => (
  <ul class="list need-lines">
    {needs.map((need) => (
      <li key={need.id}>
        <a href={urls.need({ slug: need.slug, id: need.id })} lang={need.language} dir="auto">
          {need.words}
        </a>
        <span class="muted small">
          {words(lang)(`kind.${need.kind}`)} · <span dir="auto">{need.author}</span>
        </span>
      </li>
    ))}
  </ul>
)
