/** Below a wondering: what answered it. */
import type { Language } from '../../../../platform/words/words.ts'
import type { Said } from '../../contract.ts'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import { words } from '../words.ts'

export const ResolvedHere = ({ lang, slug, said }: { lang: Language; slug: string; said: Said }) =>
  said.resolved ? (
    <p class="meta">
      <a href={dialogueUrls.voice({ slug, id: said.resolved.id })}>
        {words(lang)('here.answered', { name: said.resolved.name ?? dialogueWords(lang)('voices.somebody') })}
      </a>
    </p>
  ) : null
