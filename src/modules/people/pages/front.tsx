/** The first page for a visitor: what this is, in one breath, and the ways in. */
import type { Language } from '../../../platform/words/words.ts'
import { Acts, Button, ButtonLink } from '../../../ui/button.tsx'
import { Face } from '../../../ui/face.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Ring } from '../../../ui/ring.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { HowItGoes } from './how-it-goes.tsx'

/** Somebody of the demonstration whose eyes one may borrow. */
export interface Invented {
  readonly name: string
  readonly email: string
  readonly says: string
}

export const FrontPage = (props: {
  lang: Language
  libraryHref: string
  /** Where a code is typed. */
  codeHref?: string | undefined
  invented: readonly Invented[]
}) => {
  const t = words(props.lang)
  return (
    <Page
      title={t('welcome.title')}
      lead={t('welcome.lead')}
      aside={
        <section class="welcome">
          <Ring
            lang={props.lang}
            size="large"
            silent
            seats={['heard', 'now', 'heard', 'heard', 'passed', 'heard', 'heard', 'waiting']}
          />
          <p>{t('welcome.libraryWhy')}</p>
          <p>
            <a href={props.libraryHref}>{t('welcome.library')}</a>
          </p>
        </section>
      }
    >
      <section class="flow">
        <Acts>
          <ButtonLink href={urls.signIn()}>{t('welcome.signIn')}</ButtonLink>
          {props.codeHref ? (
            <ButtonLink look="quiet" href={props.codeHref}>
              {t('welcome.code')}
            </ButtonLink>
          ) : null}
        </Acts>
        <p class="muted">{t('welcome.invited')}</p>
      </section>
      {props.invented.length > 0 ? (
        <section class="flow">
          <h2>{t('welcome.eyes')}</h2>
          <p class="muted">{t('welcome.eyesWhy')}</p>
          <ul class="villagers">
            {props.invented.map((person) => (
              <li key={person.email} class="villager">
                <Face name={person.name} />
                <Form action={urls.enter()} whole>
                  <input type="hidden" name="email" value={person.email} />
                  <Button look="plain" says={t('welcome.enter', { name: person.name })}>
                    {person.name}
                  </Button>
                </Form>
                <span class="muted small">{person.says}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <HowItGoes lang={props.lang} />
    </Page>
  )
}
