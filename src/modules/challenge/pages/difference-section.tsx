/** Where we see it differently: each way of seeing it beside the others, by name, kept with the outcome. */
import { dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { List } from '../../../ui/list.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { ReportLink } from '../../safeguarding/public.ts'
import type { DifferenceRow } from '../store/unknown.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { fieldOf, mistakesIn, type Returned } from './mistake.ts'
import { PlainText } from './plain-text.tsx'

/** One way of seeing it, with who sees it so. */
export const Difference = (props: { lang: Language; zone: string; item: DifferenceRow }) => (
  <>
    <PlainText text={props.item.words} lang={props.item.language} />
    <p class="meta">{`${props.item.name ?? words(props.lang)('leftPerson')}, ${dayOf(props.item.at, props.lang, props.zone)}`}</p>
  </>
)

export const DifferenceSection = (
  props: Returned & {
    lang: Language
    zone: string
    slug: string
    id: number
    me: number | null
    items: readonly DifferenceRow[]
    acts: boolean
    once: string
  },
) => {
  const t = words(props.lang)
  const { lang, zone, slug, id, once } = props
  const errors = mistakesIn(t, props.errors)
  const isMistaken = errors.some(({ field }) => field === 'difference')
  return (
    <section id="differences">
      <h2>{t('difference.title')}</h2>
      {props.items.length > 0 ? (
        <List lined>
          {props.items.map((item) => (
            <>
              <Difference lang={lang} zone={zone} item={item} />
              {props.acts && props.me !== null && item.author_id === props.me ? (
                <Acts>
                  <Form
                    action={urls.takeBackDifference({ slug, id, difference: item.id })}
                    once={`${once}-differ-${item.id}`}
                  >
                    <Button look="plain" says={t('takeBackOf', { words: item.words })}>
                      {t('takeBack')}
                    </Button>
                  </Form>
                </Acts>
              ) : props.acts ? (
                <ReportLink lang={lang} slug={slug} kind="difference" thing={item.id} words={item.words} />
              ) : null}
            </>
          ))}
        </List>
      ) : (
        <p class="muted">{t('difference.none')}</p>
      )}
      {props.acts ? (
        <Disclosure summary={t('difference.add')} open={isMistaken}>
          <Form action={urls.differences({ slug, id })} once={`${once}-difference`}>
            <TextArea
              {...fieldOf('difference', props, errors)}
              label={t('difference.label')}
              hint={t('difference.hint')}
              low
              required
            />
            <Button look="quiet">{t('unknown.go')}</Button>
          </Form>
        </Disclosure>
      ) : null}
    </section>
  )
}
