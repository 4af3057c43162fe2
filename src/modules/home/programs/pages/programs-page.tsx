/** The page for those who write programs: how to begin, what always holds, every address, every problem. */

import type { OpenApi } from '../../../../platform/api/document.ts'
import { perMinute } from '../../../../platform/api/limits.ts'
import { type ProblemKind, problemKinds } from '../../../../platform/api/problem.ts'
import { apiUrls } from '../../../../platform/api/urls.ts'
import { words as problemWords } from '../../../../platform/api/words.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { List } from '../../../../ui/list.tsx'
import { Page } from '../../../../ui/page.tsx'
import { operationsOf } from '../operation-list.ts'
import { typedRequest } from '../request.ts'
import { words } from '../words.ts'

interface ProgramsPageProps {
  readonly lang: Language
  readonly baseUrl: string
  readonly document: OpenApi
  readonly documentHref: string
  readonly keysHref: string
}

type Tag = NonNullable<OpenApi['tags']>[number]

const Begin = ({ lang, baseUrl, document, documentHref, keysHref }: ProgramsPageProps) => {
  const t = words(lang)
  const [path, methods] = Object.entries(document.paths)[0] ?? []
  const first = path && methods?.get ? typedRequest(baseUrl, 'get', path, methods.get) : ''
  return (
    <section class="flow">
      <h2>{t('begin')}</h2>
      <p>{t('begin.key')}</p>
      <ButtonLink href={keysHref}>{t('begin.link')}</ButtonLink>
      <p>{t('begin.try')}</p>
      <section class="scroll" tabindex={0} aria-label={t('begin.try')}>
        <pre lang="en">
          <code>{first}</code>
        </pre>
      </section>
      <p>
        <a href={documentHref} data-turbo="false">
          {t('begin.document')}
        </a>
      </p>
    </section>
  )
}

const Rules = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  return (
    <section class="flow">
      <h2>{t('rules')}</h2>
      <ul>
        <li>{t('rule.person')}</li>
        <li>{t('rule.pages')}</li>
        <li>{t('rule.versions')}</li>
        <li>{t('rule.once')}</li>
        <li>{t('rule.limits', perMinute)}</li>
        <li>{t('rule.language')}</li>
      </ul>
    </section>
  )
}

const Problems = ({ lang }: { lang: Language }) => {
  const t = words(lang)
  const say = problemWords(lang)
  return (
    <section class="flow" id="problems">
      <h2>{t('problems')}</h2>
      <p>{t('problems.lead')}</p>
      <dl class="terms">
        {(Object.entries(problemKinds) as [ProblemKind, number][]).map(([kind, status]) => (
          <div key={kind} id={`problem-${kind}`}>
            <dt>
              <code>
                {status} {kind}
              </code>
            </dt>
            <dd>
              {say(`problem.${kind}`)}. {say(`problem.${kind}.detail`)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** One kind of thing: what it is, and every address with what it does. */
const Noun = ({ noun, document }: Pick<ProgramsPageProps, 'document'> & { noun: Tag }) => (
  <section class="flow" id={`of-${noun.name}`}>
    <h2 lang="en">
      <a href={apiUrls.noun({ noun: noun.name })}>{noun.name}</a>
    </h2>
    <p lang="en">{noun.description}</p>
    <List>
      {operationsOf(document, noun.name).map(({ method, path, operation }) => (
        <div key={operation.operationId} lang="en">
          <a href={`${apiUrls.noun({ noun: noun.name })}#${operation.operationId}`}>{operation.summary}</a>
          <p class="meta">
            <code>{`${method.toUpperCase()} ${path}`}</code>
          </p>
        </div>
      ))}
    </List>
  </section>
)

export const ProgramsPage = (props: ProgramsPageProps) => {
  const { lang, document } = props
  const t = words(lang)
  const nouns = document.tags ?? []
  const contents = (
    <nav aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      <ul class="list near">
        {nouns.map((noun) => (
          <li key={noun.name}>
            <a href={`#of-${noun.name}`} lang="en">
              {noun.name}
            </a>
          </li>
        ))}
        <li>
          <a href="#problems">{t('problems')}</a>
        </li>
      </ul>
    </nav>
  )
  return (
    <Page title={t('title')} lead={t('lead')} aside={contents}>
      <p class="muted">{t('english')}</p>
      <Begin {...props} />
      <Rules lang={lang} />
      {nouns.map((noun) => (
        <Noun key={noun.name} noun={noun} document={document} />
      ))}
      <Problems lang={lang} />
    </Page>
  )
}
