/** Who we are, and How we treat each other: lines, how the document stands, its versions. */

import type { ComponentChildren } from 'preact'
import { type FieldError, type Typed, typedText } from '../../../platform/http/form.ts'
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import type { Reader } from '../../people/contract.ts'
import { type CharterDocument, type Line, type Part, partsOf, settledNow, stateOf } from '../charter.ts'
import type { Version } from '../store/charter.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { CharterLine, type LineTrouble } from './charter-line.tsx'
import { mistakesIn } from './mistakes.ts'

const PartLines = (props: {
  lang: Language
  slug: string
  part: Part
  lines: readonly Line[]
  once: string
  trouble?: LineTrouble
  typed?: Typed
  error?: string
}) => {
  const t = words(props.lang)
  const lines = props.lines.filter((line) => line.part === props.part)
  const here = typedText(props.typed, 'part') === props.part
  return (
    <section class="flow">
      <h2>{t(`part.${props.part}`)}</h2>
      {lines.length === 0 ? <p class="muted">{t('line.none')}</p> : null}
      {lines.some((line) => line.state === 'suggested') ? <p class="muted">{t('line.suggested')}</p> : null}
      <ul class="list">
        {lines.map((line) => (
          <CharterLine
            key={line.id}
            lang={props.lang}
            slug={props.slug}
            line={line}
            {...(props.trouble?.line === line.id ? { trouble: props.trouble } : {})}
          />
        ))}
      </ul>
      <Disclosure summary={t('line.new')} open={here && props.error !== undefined}>
        <Form action={urls.lines({ slug: props.slug })} once={props.once + props.part}>
          <input type="hidden" name="part" value={props.part} />
          <TextArea
            id={`new-${props.part}`}
            name="words"
            low
            label={t('line.words')}
            value={here ? typedText(props.typed, 'words') : ''}
            error={here ? props.error : undefined}
          />
          <Button look="quiet">{t('line.new')}</Button>
        </Form>
      </Disclosure>
    </section>
  )
}

const Versions = ({ reader, versions }: { reader: Reader; versions: readonly Version[] }) => {
  const t = words(reader.lang)
  return (
    <Disclosure summary={t('version.history')}>
      {versions.map((version) => (
        <section key={version.number} class="flow">
          <h3>{t('version.number', { n: version.number, day: dayOf(version.at, reader.lang, reader.zone) })}</h3>
          <p dir="auto">
            <b>{t('version.changed')}</b> {version.changed}
          </p>
          <p dir="auto">
            <b>{t('version.why')}</b> {version.why}
          </p>
          <ul class="list">
            {version.lines.map((line) => (
              <li key={line.words} dir="auto">
                {line.words}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Disclosure>
  )
}

export const CharterPage = (props: {
  reader: Reader
  slug: string
  document: CharterDocument
  lines: readonly Line[]
  versions: readonly Version[]
  aside?: ComponentChildren
  once: string
  trouble?: LineTrouble
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const { reader, document } = props
  const t = words(reader.lang)
  const errors = mistakesIn(reader.lang, props.errors)
  const last = props.versions[0]
  const now = settledNow(document, props.lines)
  const state = stateOf(now, last?.lines)
  return (
    <Page
      title={t(document === 'charter' ? 'nav.charter' : 'nav.agreement')}
      lead={t(`${document}.lead`)}
      aside={props.aside}
    >
      <ErrorSummary lang={reader.lang} errors={errors} />
      {state === 'drafted' ? <Notice>{t('version.draft')}</Notice> : null}
      {state === 'renegotiating' ? <Notice>{t('version.open', { n: last?.number ?? 0 })}</Notice> : null}
      {state === 'active' && last ? (
        <p class="muted">{t('version.number', { n: last.number, day: dayOf(last.at, reader.lang, reader.zone) })}</p>
      ) : null}
      {partsOf(document).map((part) => (
        <PartLines
          key={part}
          lang={reader.lang}
          slug={props.slug}
          part={part}
          lines={props.lines}
          once={props.once}
          trouble={props.trouble}
          typed={props.typed}
          error={mistakeOf(errors, 'words')}
        />
      ))}
      {state === 'drafted' || state === 'renegotiating' ? (
        <section class="card">
          <h2>{t('version.settle')}</h2>
          <Form action={urls.versions({ slug: props.slug })} once={props.once}>
            <input type="hidden" name="document" value={document} />
            <TextField
              name="changed"
              label={t('version.changed')}
              value={typedText(props.typed, 'changed')}
              error={mistakeOf(errors, 'changed')}
            />
            <TextField
              name="why"
              label={t('version.why')}
              value={typedText(props.typed, 'why')}
              error={mistakeOf(errors, 'why')}
            />
            <Button>{t('version.settle')}</Button>
          </Form>
        </section>
      ) : null}
      {props.versions.length > 0 ? <Versions reader={reader} versions={props.versions} /> : null}
    </Page>
  )
}
