/** One thing a program can do: its parameters, its fields, an example request and an example answer. */
import type { Content, JsonSchema, Operation } from '../../../../platform/api/document.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type FieldRow, fieldsOf } from '../field.ts'
import { laidOut, typedRequest } from '../request.ts'
import { words } from '../words.ts'

interface OperationProps {
  readonly lang: Language
  readonly baseUrl: string
  readonly method: string
  readonly path: string
  readonly operation: Operation
  readonly schemas: Readonly<Record<string, JsonSchema>>
}

const Fields = ({ lang, caption, rows }: { lang: Language; caption: string; rows: readonly FieldRow[] }) => {
  const t = words(lang)
  return rows.length === 0 ? null : (
    <Table
      caption={caption}
      head={[t('field'), t('type'), t('meaning')]}
      rows={rows.map((row) => [
        <code key="name">{row.name}</code>,
        <span key="type" lang="en">
          {row.type}
        </span>,
        <span key="meaning" lang="en">
          {row.optional ? <i lang={lang}>({t('optional')}) </i> : null}
          {row.meaning}
        </span>,
      ])}
    />
  )
}

const Example = ({ title, text }: { title: string; text: string }) => (
  <div class="flow tight">
    <p class="meta">{title}</p>
    {/* A frame that scrolls must be reachable by keyboard. */}
    <section class="scroll" tabindex={0} aria-label={title}>
      <pre lang="en">
        <code>{text}</code>
      </pre>
    </section>
  </div>
)

const bodyOf = (content: Content | undefined) => content?.['application/json']

export const OperationPart = ({ lang, baseUrl, method, path, operation, schemas }: OperationProps) => {
  const t = words(lang)
  const parameters = (operation.parameters ?? []).map((one) => ({
    name: one.name,
    type: [one.schema.type ?? 'string'].flat().join(' '),
    optional: !one.required,
    meaning: one.description ?? one.schema.description ?? '',
  }))
  const sent = bodyOf(operation.requestBody?.content)
  const answer = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1]
  const back = bodyOf(answer?.content)
  const others = Object.keys(operation.responses).filter((status) => !status.startsWith('2'))
  const open = operation.security.some((one) => Object.keys(one).length === 0)
  return (
    <Disclosure id={operation.operationId} open summary={`${method.toUpperCase()} ${path}`}>
      <p lang="en">{operation.summary}</p>
      <p class="muted">{open ? t('open') : t(method === 'get' ? 'needs.read' : 'needs.write')}</p>
      <Fields lang={lang} caption={t('parameters')} rows={parameters} />
      {sent ? <Fields lang={lang} caption={t('body')} rows={fieldsOf(sent.schema, schemas)} /> : null}
      <Example title={t('request')} text={typedRequest(baseUrl, method, path, operation)} />
      {back ? <Fields lang={lang} caption={t('answer')} rows={fieldsOf(back.schema, schemas)} /> : null}
      {back ? <Example title={t('example')} text={laidOut(back.example)} /> : null}
      <p class="muted">{t('others', { statuses: others.join(', ') })}</p>
    </Disclosure>
  )
}
