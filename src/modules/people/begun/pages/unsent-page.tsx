/** After a session that nobody knows any more: the words that were sent stand here, and go with the next press once one is in. */
import { Acts, Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import type { Reader } from '../../contract.ts'
import { urls } from '../../urls.ts'
import type { BegunField } from '../begun.ts'
import { words } from '../words.ts'

/** `sent` is everything the form held, `texts` what of it was written in words; `action` where it goes. */
export const UnsentPage = (props: {
  reader: Reader
  action: string
  sent: readonly (readonly [name: string, value: string])[]
  texts: readonly BegunField[]
}) => {
  const t = words(props.reader.lang)
  const typed = new Set(props.texts.map(({ name }) => name))
  return (
    <Page title={t('unsent.title')} lead={t('unsent.lead')} measure="narrow">
      <Notice title={t('unsent.first')}>
        <p>
          <a href={urls.signIn()} target="_blank" rel="noopener">
            {t('unsent.door')}
          </a>
        </p>
        <p>{t('unsent.firstHow')}</p>
      </Notice>
      <Form action={props.action} whole unkept>
        {props.sent.map(([name, value], at) =>
          typed.has(name) ? null : <input key={`${name} ${at}`} type="hidden" name={name} value={value} />,
        )}
        {props.sent.map(([name, value], at) =>
          typed.has(name) ? (
            <TextArea
              key={`${name} ${at}`}
              id={`unsent-${at}`}
              name={name}
              label={t('net.yours')}
              value={value}
              rows={Math.min(12, Math.max(3, value.split('\n').length + 1))}
            />
          ) : null,
        )}
        <Acts>
          <Button>{t('unsent.send')}</Button>
          <span class="meta">{t('unsent.sendWhat')}</span>
        </Acts>
      </Form>
    </Page>
  )
}
