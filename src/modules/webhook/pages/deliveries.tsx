/** What was sent to a webhook: when, of what kind, what came back, when it goes out next. */
import { momentOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form } from '../../../ui/form.tsx'
import { List } from '../../../ui/list.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Delivery, Hook } from '../contract.ts'
import { hasWords } from '../kind.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

const figures = new Map<string, Intl.NumberFormat>()

const secondsOf = (ms: number, lang: Language): string => {
  const known = figures.get(lang) ?? new Intl.NumberFormat(lang, { maximumFractionDigits: 1 })
  figures.set(lang, known)
  return known.format(ms / 1000)
}

const tones = { waiting: 'teal', delivered: 'ok', 'given-up': 'warn' } as const

const Sent = (props: { reader: Reader; hook: Hook; delivery: Delivery; once: string }) => {
  const { reader, hook, delivery } = props
  const t = words(reader.lang)
  const when = (at: Date) => momentOf(at, reader.lang, reader.zone)
  const seconds = secondsOf(delivery.last_ms ?? 0, reader.lang)
  const kind = hasWords(delivery.kind) ? t.maybe(`kind.${delivery.kind}`) : delivery.kind
  const tried = { seconds, tries: delivery.tries, when: delivery.last_at ? when(delivery.last_at) : '' }
  return (
    <div class="flow tight" id={`sent-${delivery.id}`}>
      <p class="row close">
        <Chip tone={tones[delivery.state]}>{t(`sent.${delivery.state}`)}</Chip>
        <strong>{kind}</strong>
      </p>
      <p class="meta">{t('sent.happened', { when: when(delivery.happened_at) })}</p>
      {delivery.last_at ? (
        <p class="meta">
          {delivery.last_status === null
            ? t('sent.unanswered', tried)
            : t('sent.answered', { ...tried, status: String(delivery.last_status) })}
        </p>
      ) : null}
      {delivery.last_trouble && delivery.state !== 'delivered' ? (
        <p>{t.maybe(`trouble.${delivery.last_trouble}`)}</p>
      ) : null}
      {delivery.state === 'waiting' && delivery.next_at ? (
        <p class="meta">{t('sent.next', { when: when(delivery.next_at) })}</p>
      ) : null}
      {delivery.state !== 'waiting' && hook.state === 'active' ? (
        <Form action={urls.replays({ id: hook.id, delivery: delivery.id })} once={`${props.once}-${delivery.id}`}>
          <Button look="quiet" says={t('sent.againSays', { kind, when: when(delivery.happened_at) })}>
            {t('sent.again')}
          </Button>
        </Form>
      ) : null}
    </div>
  )
}

export const Deliveries = (props: {
  reader: Reader
  hook: Hook
  deliveries: readonly Delivery[]
  page: number
  pages: number
  once: string
}) => {
  const { reader, hook } = props
  const t = words(reader.lang)
  return (
    <section class="flow" id="sent">
      <h2>{t('sent.title')}</h2>
      {props.deliveries.length === 0 ? (
        <Empty title={t('sent.none')} text={t('sent.noneText')} level={3} />
      ) : (
        <>
          <p class="muted">{t('sent.lead')}</p>
          <List lined>
            {props.deliveries.map((delivery) => (
              <Sent key={delivery.id} reader={reader} hook={hook} delivery={delivery} once={props.once} />
            ))}
          </List>
        </>
      )}
      <Pagination
        lang={reader.lang}
        page={props.page}
        pages={props.pages}
        href={(page) => urls.hook({ id: hook.id }, { page })}
        label={t('sent.pages')}
      />
    </section>
  )
}
