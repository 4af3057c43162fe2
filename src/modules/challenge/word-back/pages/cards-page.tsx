/** Cards to print, cut and hand over: one for each person who was told, four on a sheet. */
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { PrintButton } from '../../../../ui/copy-button.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Page } from '../../../../ui/page.tsx'
import { RingMark } from '../../../../ui/ring.tsx'
import { urls } from '../../urls.ts'
import type { Ending, Waiter } from '../store/ending.ts'
import { words } from '../words.ts'

/** What somebody said, as the card repeats it. */
export interface CardQuote {
  readonly text: string
  readonly language: string
}

const shortened = (text: string): string =>
  text.length <= 160 ? text : `${text.slice(0, 158).replace(/\s+\S*$/, '')} …`

const CardToGive = (props: {
  lang: Language
  zone: string
  place: string
  ending: Ending
  word: Waiter
  quote: CardQuote | undefined
}) => {
  const { lang, zone, place, ending, word, quote } = props
  const t = words(lang)
  return (
    <li class="give">
      <p class="give-head">
        <RingMark />
        <span dir="auto">{place}</span>
      </p>
      {word.name ? <h2 dir="auto">{word.name}</h2> : null}
      <p class="give-said">
        <span class="eyebrow">{t(quote ? 'said' : 'spoke')}</span>
        <span lang={quote?.language ?? ending.title_language} dir="auto">
          {shortened(quote?.text ?? ending.title)}
        </span>
      </p>
      <p class="give-did">
        <span class="eyebrow">{t('did')}</span>
        <span lang={word.language ?? lang} dir="auto">
          {word.words}
        </span>
      </p>
      <p class="give-by">
        {t('by', { name: word.teller ?? t('left'), day: word.told_at ? dayOf(word.told_at, lang, zone) : '' })}
      </p>
    </li>
  )
}

export const CardsPage = (props: {
  lang: Language
  zone: string
  place: string
  ending: Ending
  told: readonly Waiter[]
  quotes: ReadonlyMap<number, CardQuote>
}) => {
  const { lang, ending, told } = props
  const t = words(lang)
  const where = { slug: ending.slug, id: ending.challenge_id, ending: ending.id }
  return (
    <Page
      title={t('cards.title')}
      lead={t('cards.lead')}
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('title'), href: urls.word(where) }]} />}
    >
      {told.length === 0 ? (
        <Empty title={t('cards.none')} />
      ) : (
        <>
          <PrintButton lang={lang} />
          <ul class="gives">
            {told.map((word) => (
              <CardToGive key={word.id} {...props} word={word} quote={props.quotes.get(word.id)} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
