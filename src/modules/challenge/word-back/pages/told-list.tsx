/** What a person was told: their own words, and what came of them. */
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Empty } from '../../../../ui/empty.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { PlainText } from '../../pages/plain-text.tsx'
import { urls } from '../../urls.ts'
import type { ToldMe } from '../store/told.ts'
import { words } from '../words.ts'

/** A word told, with the reader's own words where they still stand. */
export interface ToldLine extends Omit<ToldMe, 'said' | 'said_language'> {
  readonly quote: { readonly text: string; readonly language: string } | undefined
}

const shortened = (text: string): string =>
  text.length <= 140 ? text : `${text.slice(0, 138).replace(/\s+\S*$/, '')} …`

/** The lines of what somebody was told. */
export const ToldList = ({ lang, zone, told }: { lang: Language; zone: string; told: readonly ToldLine[] }) => {
  const t = words(lang)
  return (
    <ul class="list lined came">
      {told.map((one) => (
        <li key={one.id} id={`word-${one.id}`}>
          {one.quote ? (
            <p class="came-said">
              <span class="muted">{t('said')}:</span>{' '}
              <q lang={one.quote.language} dir="auto">
                {shortened(one.quote.text)}
              </q>
            </p>
          ) : null}
          <PlainText text={one.words} lang={one.language} />
          <p class="meta">
            {t('by', { name: one.teller ?? t('left'), day: dayOf(one.told_at, lang, zone) })}
            {one.slug && one.challenge_id && one.title ? (
              <>
                {' · '}
                <a href={urls.challenge({ slug: one.slug, id: one.challenge_id })}>
                  <span lang={one.title_language ?? lang} dir="auto">
                    {shortened(one.title)}
                  </span>
                </a>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

export const CameOfMinePage = (props: {
  lang: Language
  zone: string
  told: readonly ToldLine[]
  page: number
  total: number
}) => {
  const { lang, told, page, total } = props
  const t = words(lang)
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} measure="narrow">
      {told.length === 0 ? (
        <Empty title={t('mine.none')} text={t('mine.noneText')} />
      ) : (
        <section aria-label={t('mine.title')} class="flow">
          <ToldList {...props} />
          <Pagination
            lang={lang}
            page={page}
            pages={Math.ceil(total / 20)}
            href={(n) => urls.cameOfIt({}, { page: n > 1 ? n : undefined })}
          />
        </section>
      )}
    </Page>
  )
}
