/** What we don't know yet, with the place to add, to close through evidence, and to open again. */
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { UnknownList } from '../../../ui/unknown.tsx'
import { ReportLink } from '../../safeguarding/public.ts'
import type { UnknownRow } from '../store/unknown.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { fieldOf, mistakesIn, type Returned } from './mistake.ts'

/** `acts` when the reader may add; `said` are the addresses of the contributions in which evidence was said. */
export const UnknownSection = (
  props: Returned & {
    lang: Language
    zone: string
    slug: string
    id: number
    me: number | null
    items: readonly UnknownRow[]
    acts: boolean
    once: string
    said: ReadonlyMap<number, string>
  },
) => {
  const t = words(props.lang)
  const { lang, slug, id, once } = props
  const errors = mistakesIn(t, props.errors)
  const isMistaken = errors.some(({ field }) => field === 'unknown')
  return (
    <section id="unknowns">
      <h2>{t('unknown.title')}</h2>
      {props.items.length > 0 ? (
        <UnknownList
          lang={lang}
          items={props.items.map((item) => ({
            id: `unknown-${item.id}`,
            text: item.words,
            lang: item.language,
            answer: item.evidence ? <Evidence {...props} item={item} /> : undefined,
            acts: props.acts ? (
              <UnknownActs lang={lang} slug={slug} id={id} item={item} me={props.me} once={once} />
            ) : undefined,
          }))}
        />
      ) : (
        <p class="muted">{t('unknown.none')}</p>
      )}
      {props.acts ? (
        <Disclosure summary={t('unknown.add')} open={isMistaken}>
          <Form action={urls.unknowns({ slug, id })} once={`${once}-unknown`}>
            <TextArea {...fieldOf('unknown', props, errors)} label={t('unknown.label')} low required />
            <Button look="quiet">{t('unknown.go')}</Button>
          </Form>
        </Disclosure>
      ) : null}
    </section>
  )
}

const Evidence = (props: { lang: Language; zone: string; item: UnknownRow; said: ReadonlyMap<number, string> }) => {
  const t = words(props.lang)
  const { item } = props
  const who = item.evidence_name ?? t('leftPerson')
  const by = `${who}, ${item.closed_at ? dayOf(item.closed_at, props.lang, props.zone) : ''}`
  const href = item.evidence_contribution ? props.said.get(item.evidence_contribution) : undefined
  return (
    <>
      <span lang={item.evidence_language ?? undefined} dir="auto">
        {item.evidence}
      </span>{' '}
      {href ? <a href={href}>{by}</a> : <span class="meta">{by}</span>}
    </>
  )
}

const UnknownActs = (props: {
  lang: Language
  slug: string
  id: number
  item: UnknownRow
  me: number | null
  once: string
}) => {
  const t = words(props.lang)
  const { item, slug, id, once } = props
  const where = { slug, id, unknown: item.id }
  const says = (key: 'unknown.answerOf' | 'unknown.reopenOf' | 'takeBackOf') => t(key, { words: item.words })
  if (item.evidence)
    return (
      <Form action={urls.reopenUnknown(where)} once={`${once}-open-${item.id}`}>
        <Button look="plain" says={says('unknown.reopenOf')}>
          {t('unknown.reopen')}
        </Button>
      </Form>
    )
  return (
    <>
      <a href={urls.unknown(where)} aria-label={says('unknown.answerOf')}>
        {t('unknown.answer')}
      </a>
      {props.me !== null && item.author_id === props.me ? (
        <Form action={urls.takeBackUnknown(where)} once={`${once}-back-${item.id}`}>
          <Button look="plain" says={says('takeBackOf')}>
            {t('takeBack')}
          </Button>
        </Form>
      ) : (
        <ReportLink lang={props.lang} slug={slug} kind="unknown" thing={item.id} words={item.words} />
      )}
    </>
  )
}
