/** Keys for programs: making one, seeing its secret once, ending it. */
import { type FieldError, type Typed, typedText } from '../../../../platform/http/form.ts'
import { calendarDay, dayOf } from '../../../../platform/words/dates.ts'
import { Button } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { Reader } from '../../contract.ts'
import { urls } from '../../urls.ts'
import { lifetimes, type Token, works } from '../token.ts'
import { words } from '../words.ts'

export interface ProgramsProps {
  readonly reader: Reader
  readonly now: Date
  readonly tokens: readonly Token[]
  readonly once: string
  /** Where one reads how programs speak with the site. */
  readonly how: string
  /** The secret of the key just made. */
  readonly secret?: string
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const Made = ({ reader, secret }: { reader: Reader; secret: string }) => {
  const t = words(reader.lang)
  return (
    <Notice kind="ok" title={t('madeTitle')} announce>
      <p>{t('made')}</p>
      <p>
        <code class="secret">{secret}</code>
      </p>
      <CopyButton lang={reader.lang} text={secret} label={t('copy')} />
    </Notice>
  )
}

const Key = ({ reader, now, token }: { reader: Reader; now: Date; token: Token }) => {
  const t = words(reader.lang)
  const { lang, zone } = reader
  const alive = works(token, now)
  const until = { day: dayOf(token.expires_at, lang, zone) }
  const state = alive ? t('until', until) : token.revoked_at ? t('ended') : t('over', until)
  const used = token.last_used ? t('used', { day: dayOf(calendarDay(token.last_used), lang, 'UTC') }) : t('unused')
  return (
    <li class="row between">
      <span>
        <b dir="auto">{token.name}</b>
        <br />
        <span class="muted">
          {[t(token.rights.includes('write') ? 'rights.write' : 'rights.read'), state, used].join(' · ')}
        </span>
      </span>
      {alive ? (
        <Form action={urls.endProgram({ id: token.id })} inline>
          <Button look="quiet" says={t('ends', { name: token.name })}>
            {t('end')}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

const NewKey = ({ reader, once, typed, errors }: ProgramsProps) => {
  const t = words(reader.lang)
  const said = (errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  return (
    <>
      <ErrorSummary lang={reader.lang} errors={said} />
      <Form action={urls.programs()} once={once} whole>
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          maxlength={80}
          value={typedText(typed, 'name')}
          error={mistakeOf(said, 'name')}
        />
        <Choice
          name="rights"
          label={t('rights')}
          options={(['read', 'write'] as const).map((value) => ({ value, label: t(`rights.${value}`) }))}
          value={typedText(typed, 'rights', 'read')}
          error={mistakeOf(said, 'rights')}
        />
        <Choice
          name="days"
          label={t('days')}
          across
          options={lifetimes.map((days) => ({ value: String(days), label: t(`days.${days}`) }))}
          value={typedText(typed, 'days', '90')}
          error={mistakeOf(said, 'days')}
        />
        <Button>{t('go')}</Button>
      </Form>
    </>
  )
}

export const ProgramsPage = (props: ProgramsProps) => {
  const t = words(props.reader.lang)
  return (
    <Page title={t('title')} lead={t('lead')} measure="narrow">
      {props.secret ? <Made reader={props.reader} secret={props.secret} /> : <NewKey {...props} />}
      <section class="flow">
        <h2>{t('yours')}</h2>
        {props.tokens.length === 0 ? <p class="muted">{t('none')}</p> : null}
        <ul class="list">
          {props.tokens.map((token) => (
            <Key key={token.id} reader={props.reader} now={props.now} token={token} />
          ))}
        </ul>
      </section>
      <p>
        <a href={props.how}>{t('how')}</a>
      </p>
    </Page>
  )
}
