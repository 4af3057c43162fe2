/** One request for help: who reads it, who has read it, and their one line. For whoever asked, and for the adults asked. */
import { typedText } from '../../../platform/http/form.ts'
import { momentOf } from '../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Country } from '../numbers.ts'
import type { AskedAdult, Help } from '../store/help.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Outside } from './outside.tsx'
import { mistakesIn, type Returned, wrong } from './returned.ts'

type Props = Returned & {
  reader: Reader
  slug: string
  me: number | null
  help: Help
  country: Country
}

const Adult = ({ reader, adult }: { reader: Reader; adult: AskedAdult }) => {
  const t = words(reader.lang)
  return (
    <li>
      <p>
        <b dir="auto">{adult.name}</b>{' '}
        <span class="muted">
          {adult.read_at
            ? t('help.read', { at: momentOf(new Date(adult.read_at), reader.lang, reader.zone) })
            : t('help.unread')}
        </span>
      </p>
      {adult.answer ? <blockquote dir="auto">{adult.answer}</blockquote> : null}
    </li>
  )
}

const ForAdult = (props: Props & { mine: AskedAdult }) => {
  const { reader, slug, help, mine } = props
  const t = words(reader.lang)
  const at = { slug, id: help.id }
  if (!mine.read_at)
    return (
      <Form action={urls.reading(at)}>
        <p>{t('help.readHint', { name: help.author })}</p>
        <Acts>
          <Button>{t('help.readIt')}</Button>
        </Acts>
      </Form>
    )
  return (
    <>
      <Card>
        {help.words ? (
          <blockquote lang={help.language} dir="auto">
            {help.words}
          </blockquote>
        ) : (
          <p>{t('help.noWords')}</p>
        )}
      </Card>
      <Form action={urls.answer(at)} unkept>
        <TextField
          name="answer"
          label={t('help.answer', { name: help.author })}
          hint={t('help.answerHint')}
          value={typedText(props.typed, 'answer', mine.answer)}
          maxlength={200}
          {...wrong(reader.lang, props, 'answer')}
        />
        <Acts>
          <Button>{t('help.send')}</Button>
        </Acts>
      </Form>
    </>
  )
}

export const HelpPage = (props: Props) => {
  const { reader, slug, me, help } = props
  const { lang } = reader
  const t = words(lang)
  const mine = help.author_id === me
  const asAdult = help.adults.find((one) => one.person_id === me)
  const title = mine ? t('help.title') : t('help.from', { name: help.author })
  return (
    <Page
      title={title}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('ask.title'), href: urls.ask({ slug }) }]} />}
    >
      <ErrorSummary lang={lang} errors={mistakesIn(lang, props)} />
      {help.taken_back_at ? (
        <Notice>
          <p>{t('help.takenBack')}</p>
        </Notice>
      ) : null}
      {!mine && asAdult && !help.taken_back_at ? <ForAdult {...props} mine={asAdult} /> : null}
      {mine && help.words ? (
        <Card calm>
          <p lang={help.language} dir="auto">
            {help.words}
          </p>
        </Card>
      ) : null}
      <section class="flow">
        <h2>{t('help.reaches')}</h2>
        <ul class="asked-adults">
          {help.adults.map((adult) => (
            <Adult key={adult.person_id} reader={reader} adult={adult} />
          ))}
        </ul>
        <p class="muted">{t(mine ? 'help.when' : 'help.both')}</p>
      </section>
      <Outside lang={lang} country={props.country} />
      {mine && !help.taken_back_at ? (
        <Form action={urls.takingBack({ slug, id: help.id })}>
          <p>
            <Button look="plain">{t('help.takeBack')}</Button>
          </p>
        </Form>
      ) : null}
    </Page>
  )
}
