/** Adding a webhook, and afterwards its secret, shown this once. */
import type { FieldError, Typed } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Acts, Button, ButtonLink } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { HookId } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { HookFields, mistakesIn } from './hook-fields.tsx'
import { Leaves } from './leaves.tsx'

const crumbs = (lang: Language) => (
  <Breadcrumb lang={lang} crumbs={[{ label: words(lang)('list.title'), href: urls.hooks() }]} />
)

export const AddHookPage = (props: { lang: Language; once: string; typed?: Typed; errors?: readonly FieldError[] }) => {
  const { lang } = props
  const t = words(lang)
  const errors = mistakesIn(lang, props.errors)
  return (
    <Page title={t('add.title')} lead={t('add.lead')} eyebrow={crumbs(lang)} measure="narrow">
      <ErrorSummary lang={lang} errors={errors} />
      <Leaves lang={lang} />
      <Form action={urls.add()} once={props.once} whole>
        <HookFields lang={lang} typed={props.typed} errors={errors} />
        <Button>{t('add.go')}</Button>
      </Form>
    </Page>
  )
}

export const SecretPage = ({ lang, id, secret }: { lang: Language; id: HookId; secret: string }) => {
  const t = words(lang)
  return (
    <Page title={t('secret.title')} eyebrow={crumbs(lang)} measure="narrow">
      <Notice kind="warn" announce>
        {t('secret.lead')}
      </Notice>
      <TextField name="secret" label={t('secret.label')} hint={t('secret.why')} value={secret} autocomplete="off" />
      <Acts>
        <CopyButton lang={lang} text={secret} />
        <ButtonLink href={urls.hook({ id })}>{t('secret.go')}</ButtonLink>
      </Acts>
    </Page>
  )
}
