/** Search: one field, a few filters with one button, numbered pages. */
import { type Language, languageNames, languages } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Checks } from '../../../ui/choice.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Select, TextField } from '../../../ui/text-field.tsx'
import { type SearchAsked, searchKinds } from '../asked-for.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** Something found, ready to show. */
export interface FoundThing {
  readonly key: string
  readonly title: string
  readonly href: string
  readonly language: string
  readonly kind: (typeof searchKinds)[number]
  readonly excerpt: readonly { readonly text: string; readonly hit: boolean }[]
}

const FoundItem = ({ lang, found }: { lang: Language; found: FoundThing }) => (
  <li>
    <a href={found.href} lang={found.language} dir="auto">
      {found.title}
    </a>
    <span class="muted small">{words(lang)(`search.kind.${found.kind}`)}</span>
    {found.excerpt.length > 0 ? (
      <p lang={found.language} dir="auto">
        {found.excerpt.map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}
      </p>
    ) : null}
  </li>
)

export const SearchPage = (props: {
  lang: Language
  asked: SearchAsked
  total: number
  found: readonly FoundThing[]
  pages: number
}) => {
  const t = words(props.lang)
  const { asked } = props
  return (
    <Page title={t('search.title')} lead={t('search.lead')}>
      <Form action={urls.search()} method="get" search>
        <TextField name="q" type="search" label={t('search.words')} hint={t('search.hint')} value={asked.q} />
        <Disclosure summary={t('search.kinds')} open={asked.kinds.length > 0 || asked.language !== ''}>
          <Checks
            name="kind"
            label={t('search.kinds')}
            values={asked.kinds}
            across
            options={searchKinds.map((value) => ({ value, label: t(`search.kind.${value}`) }))}
          />
          <Select
            name="language"
            label={t('search.language')}
            value={asked.language}
            options={[
              { value: '', label: t('search.anyLanguage') },
              ...languages.map((code) => ({ value: code, label: languageNames[code], lang: code })),
            ]}
          />
        </Disclosure>
        <Button icon="search">{t('search.go')}</Button>
      </Form>
      {asked.q === '' ? null : props.found.length === 0 ? (
        <Empty title={t('search.none', { words: asked.q })} text={t('search.noneText')} />
      ) : (
        <section class="flow">
          <h2>{t('search.found', { n: props.total })}</h2>
          <ul class="list finds">
            {props.found.map((found) => (
              <FoundItem key={found.key} lang={props.lang} found={found} />
            ))}
          </ul>
          <Pagination
            lang={props.lang}
            page={asked.page}
            pages={props.pages}
            href={(page: number) =>
              urls.search({}, { q: asked.q, language: asked.language, kind: asked.kinds.join(','), page })
            }
          />
        </section>
      )}
    </Page>
  )
}
