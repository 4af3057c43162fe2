/** Asking who said something without a name: the words, what it needs, the reason; and afterwards how it stands. */
import { typedText } from '../../../../platform/http/form.ts'
import { dayOf } from '../../../../platform/words/dates.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { mistakesIn, type Returned } from '../../../../ui/returned.ts'
import { TextArea } from '../../../../ui/text-field.tsx'
import type { Said } from '../../contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import type { Unsealing } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** How a request stands, with the way to the name for the two who may look. */
export const HowItStands = ({ lang, zone, slug, one }: Setting & { one: Unsealing }) => {
  const t = words(lang)
  if (one.agreed === null) return <p>{t('stands.waits')}</p>
  if (!one.agreed) return <p>{t('stands.declined')}</p>
  return (
    <>
      <p>{t('stands.agreed', { day: dayOf(one.decided_at ?? one.asked_at, lang, zone) })}</p>
      <p>{t(one.risk ? 'stands.silent' : 'stands.told')}</p>
      {one.risk ? <p class="as-typed muted">{one.risk}</p> : null}
      {one.mine || one.decided_by_me ? (
        <form method="post" action={urls.name({ slug, id: one.id })}>
          <Button look="quiet">{t('name.show')}</Button>
          <p class="meta">{t('name.written')}</p>
        </form>
      ) : null}
    </>
  )
}

/** `one` is the request there is; without one the form. `leads` says whether there is somebody to decide. */
export const UnsealingPage = (
  props: Setting &
    Returned & {
      said: Said
      one: Unsealing | undefined
      leads: boolean
      who: string
      once: string
    },
) => {
  const { lang, slug, said, one } = props
  const t = words(lang)
  const mistakes = mistakesIn(t, props)
  const at = { slug, id: said.id }
  return (
    <Page title={t('title')} lead={t('lead')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakes} />
      <Card calm>
        <Markdown html={said.html} lang={said.language} />
      </Card>
      {one ? (
        <>
          <p class="as-typed" lang={one.language}>
            {one.reason}
          </p>
          <HowItStands {...props} one={one} />
        </>
      ) : null}
      {one && one.agreed !== false ? null : props.leads ? (
        <Form action={urls.one(at)} once={props.once}>
          <TextArea
            name="reason"
            low
            maxlength={1000}
            label={t('reason.label')}
            hint={t('reason.hint')}
            value={typedText(props.typed, 'reason')}
            error={mistakeOf(mistakes, 'reason')}
          />
          <Acts>
            <Button>{t('ask')}</Button>
            <a href={dialogueUrls.voice(at)}>{dialogueWords(lang)('voice.back')}</a>
          </Acts>
        </Form>
      ) : (
        <Notice kind="warn">
          <p>{t('noLead')}</p>
          <p>
            <a href={props.who}>{t('who')}</a>
          </p>
        </Notice>
      )}
    </Page>
  )
}
