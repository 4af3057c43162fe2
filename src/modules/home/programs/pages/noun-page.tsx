/** One kind of thing that programs can reach: every operation with its fields and examples. */
import type { OpenApi } from '../../../../platform/api/document.ts'
import { apiUrls } from '../../../../platform/api/urls.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Page } from '../../../../ui/page.tsx'
import { operationsOf } from '../operation-list.ts'
import { words } from '../words.ts'
import { OperationPart } from './operation.tsx'

export const NounPage = (props: {
  lang: Language
  baseUrl: string
  document: OpenApi
  noun: { readonly name: string; readonly description?: string }
}) => {
  const { lang, baseUrl, document, noun } = props
  const t = words(lang)
  return (
    <Page
      title={noun.name}
      titleLang="en"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('title'), href: apiUrls.page() }, { label: noun.name }]} />}
    >
      <p lang="en">{noun.description}</p>
      {operationsOf(document, noun.name).map((one) => (
        <OperationPart
          key={one.operation.operationId}
          lang={lang}
          baseUrl={baseUrl}
          schemas={document.components?.schemas ?? {}}
          {...one}
        />
      ))}
    </Page>
  )
}
