/** A quote above somebody's words: whose it is, a way back to it, and whether it has changed since. */
import type { Language } from '../../../../platform/words/words.ts'
import type { Quoted } from '../../contract.ts'
import { Covered } from '../../covering/pages/covered.tsx'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'

export const QuotedWords = ({ lang, slug, quote }: { lang: Language; slug: string; quote: Quoted }) => {
  const t = words(lang)
  const name = quote.author ?? t('voices.somebody')
  return (
    <figure class="quoted" lang={lang}>
      <figcaption class="meta">
        <a href={urls.voice({ slug, id: quote.id })}>{t('quote.of', { name })}</a>
      </figcaption>
      <Covered lang={lang} note={quote.note} noteIn={quote.language}>
        <blockquote lang={quote.language} dir="auto">
          {quote.words.split('\n').map((line, i) => (
            <p key={i}>{line}</p>
          ))}
        </blockquote>
      </Covered>
      {quote.edited ? <p class="meta">{t('quote.edited')}</p> : null}
    </figure>
  )
}
