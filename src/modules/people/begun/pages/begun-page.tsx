/** Words I have begun: all of them with a way back to each, and one with its words to read and copy. */
import { h } from 'preact'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button, ButtonLink } from '../../../../ui/button.tsx'
import { OpenCard } from '../../../../ui/card.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Reader } from '../../contract.ts'
import { type KeptBegun, textsIn } from '../begun.ts'
import { begunUrls } from '../urls.ts'
import { words } from '../words.ts'
import { keptAt } from './begun-line.tsx'

const LINE = 140

/** The first words of it, on one line. */
const beginning = ({ fields }: KeptBegun): string => {
  const text = (textsIn(fields)[0]?.values.find((value) => value.trim()) ?? '').replace(/\s+/g, ' ').trim()
  return text.length > LINE ? `${text.slice(0, LINE).replace(/\s\S*$/, '')}…` : text
}

/** The form's page, with the words in it. */
const back = ({ page, id }: KeptBegun) => `${page}${page.includes('?') ? '&' : '?'}begun=${id}`

const Away = ({ reader, begun, title }: { reader: Reader; begun: KeptBegun; title: string }) => {
  const t = words(reader.lang)
  return (
    <Form action={begunUrls.removal({ id: begun.id })} inline>
      <Button look="plain" says={`${t('all.away')}: ${title}`}>
        {t('all.away')}
      </Button>
    </Form>
  )
}

export interface Seen {
  readonly reader: Reader
  readonly now: Date
  /** So many days they are kept. */
  readonly days: number
}

/** All of them. What is only on this device is added by the browser. */
export const BegunPage = (props: Seen & { all: readonly KeptBegun[]; away: boolean }) => {
  const { reader, now } = props
  const t = words(reader.lang)
  return (
    <Page title={t('all.title')} lead={t('all.lead')} measure="narrow">
      {props.away ? (
        <Notice kind="ok" announce>
          {t('all.gone')}
        </Notice>
      ) : null}
      {h('begun-here', {
        class: 'flow',
        heading: t('here.title'),
        where: t('all.on'),
        away: t('all.away'),
        untitled: t('all.untitled'),
      })}
      {props.all.length === 0 ? (
        <Empty title={t('all.none')} text={t('all.noneText')} />
      ) : (
        props.all.map((begun) => {
          const title = begun.title || t('all.untitled')
          return (
            <OpenCard key={begun.id} title={title} href={begunUrls.one({ id: begun.id })}>
              <p dir="auto">{beginning(begun)}</p>
              <p class="meta">{t('all.kept', { at: keptAt(reader, begun.kept_at, now) })}</p>
              <Acts>
                <ButtonLink look="quiet" href={back(begun)} says={`${t('all.on')}: ${title}`}>
                  {t('all.on')}
                </ButtonLink>
                <Away reader={reader} begun={begun} title={title} />
              </Acts>
            </OpenCard>
          )
        })
      )}
      <section class="flow">
        <h2>{t('where.title')}</h2>
        <p>{t('where.server', { days: props.days })}</p>
        <p>{t('where.device')}</p>
        <p>{t('where.shared')}</p>
      </section>
    </Page>
  )
}

/** One of them. `gone`: its page or its form is not there any more. */
export const OneBegunPage = (props: Seen & { begun: KeptBegun; gone: boolean }) => {
  const { reader, now, begun } = props
  const t = words(reader.lang)
  const title = begun.title || t('all.untitled')
  return (
    <Page
      title={title}
      eyebrow={<Breadcrumb lang={reader.lang} crumbs={[{ label: t('all.title'), href: begunUrls.list() }]} />}
      lead={t('all.kept', { at: keptAt(reader, begun.kept_at, now) })}
      measure="narrow"
    >
      {props.gone ? <Notice kind="warn">{t('one.gone')}</Notice> : null}
      {textsIn(begun.fields).map(({ name, label, values }) => (
        <section key={name} class="flow tight">
          {label ? <h2>{label}</h2> : null}
          {values
            .filter((value) => value.trim())
            .map((value) => (
              <div key={value} class="flow tight">
                <p class="typed" dir="auto">
                  {value}
                </p>
                <CopyButton lang={reader.lang} text={value} label={t('one.copy')} />
              </div>
            ))}
        </section>
      ))}
      <Acts>
        {props.gone ? null : <ButtonLink href={back(begun)}>{t('all.on')}</ButtonLink>}
        <Away reader={reader} begun={begun} title={title} />
      </Acts>
    </Page>
  )
}
