/** Ask for help, on one screen: whom, words if wished, Send. And what one asked before, or was asked. */
import { typedList, typedText } from '../../../platform/http/form.ts'
import { momentOf } from '../../../platform/words/dates.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { Checks } from '../../../ui/choice.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Carer } from '../adults.ts'
import type { Country } from '../numbers.ts'
import type { Help } from '../store/help.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Outside } from './outside.tsx'
import { mistakesIn, type Returned, wrong } from './returned.ts'

type Props = Returned & {
  reader: Reader
  slug: string
  me: number | null
  carers: readonly Carer[]
  helps: readonly Help[]
  country: Country
  once: string
}

const Before = (props: Props & { title: string; helps: readonly Help[] }) => {
  const { reader, slug, helps, me } = props
  const t = words(reader.lang)
  if (helps.length === 0) return null
  return (
    <section class="flow">
      <h2>{props.title}</h2>
      <List lined>
        {helps.map((help) => (
          <a href={urls.help({ slug, id: help.id })}>
            {help.author_id === me ? t('ask.mine') : help.author}, {momentOf(help.asked_at, reader.lang, reader.zone)}
          </a>
        ))}
      </List>
    </section>
  )
}

export const AskPage = (props: Props) => {
  const { reader, slug, carers, helps, me, typed } = props
  const { lang } = reader
  const t = words(lang)
  const kind = (carer: Carer) => t(carer.leads ? 'who.lead' : carer.facilitates ? 'who.facilitator' : 'who.adult')
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')} measure="narrow">
      <Before {...props} title={t('ask.forYou')} helps={helps.filter((help) => help.author_id !== me)} />
      {carers.length > 0 ? (
        <Form action={urls.ask({ slug })} once={props.once} unkept>
          <ErrorSummary lang={lang} errors={mistakesIn(lang, props)} />
          <Checks
            name="adults"
            label={t('ask.whom')}
            hint={carers.length > 1 ? t('ask.whomHint') : t('ask.onlyOne')}
            values={typedList(typed, 'adults')}
            options={carers.map((carer) => ({
              value: String(carer.person_id),
              label: carer.name,
              hint: kind(carer),
            }))}
            {...wrong(lang, props, 'adults')}
          />
          <TextArea
            name="words"
            label={t('ask.words')}
            hint={t('ask.wordsHint')}
            low
            value={typedText(typed, 'words')}
            maxlength={1000}
            {...wrong(lang, props, 'words')}
          />
          <Acts>
            <Button look="big">{t('ask.send')}</Button>
          </Acts>
          <p class="muted">{t('ask.who')}</p>
        </Form>
      ) : (
        <p>{t('ask.nobody')}</p>
      )}
      <Outside lang={lang} country={props.country} />
      <Before {...props} title={t('ask.before')} helps={helps.filter((help) => help.author_id === me)} />
    </Page>
  )
}
