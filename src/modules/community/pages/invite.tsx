/** Inviting: the link to send, the poster to hang up. */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../../platform/words/words.ts'
import { Acts, Button, ButtonLink } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Place } from '../../people/contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

export const InvitePage = ({
  lang,
  place,
  link,
  home,
  without,
}: {
  lang: Language
  place: Place
  link: string
  home: string
  /** What stands here for whoever has no e-mail. */
  without: ComponentChildren
}) => {
  const t = words(lang)
  const { slug } = place
  return (
    <Page title={t('invite.title')} lead={t('invite.lead', { name: place.name })} measure="narrow">
      <section class="flow">
        <TextField name="link" type="url" label={t('invite.link')} hint={t('invite.noNames')} value={link} />
        <Acts>
          <CopyButton lang={lang} text={link} />
          <ButtonLink look="quiet" icon="print" href={urls.poster({ slug })}>
            {t('invite.poster')}
          </ButtonLink>
        </Acts>
      </section>
      {without}
      <p>
        <ButtonLink href={home}>{t('invite.next')}</ButtonLink>
      </p>
      <Disclosure summary={t('invite.renew')}>
        <p>{t('invite.renewWhy')}</p>
        <Form action={urls.renewInvitation({ slug })}>
          <Button look="quiet">{t('invite.renew')}</Button>
        </Form>
      </Disclosure>
    </Page>
  )
}
