/** On the invite page: codes for whoever has no e-mail, and what a community with students still needs. */

import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Acts, Button, ButtonLink } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Reader } from '../../../people/contract.ts'
import { audiences, lacksAdult } from '../code.ts'
import type { JoinCode } from '../store.ts'
import { codeUrls } from '../urls.ts'
import { words } from '../words.ts'
import { codeShown } from './come.tsx'

/** What the part needs to know. */
export interface CodesProps {
  readonly reader: Reader
  readonly slug: string
  readonly codes: readonly JoinCode[]
  /** How many adults read at once what a student says. */
  readonly adults: number
  /** Whether students are here or invited. */
  readonly students: boolean
  /** Where second adult and safeguarding lead are named. */
  readonly leadHref: string | undefined
  readonly once: string
}

const Adults = ({ lang, adults, leadHref }: { lang: Language; adults: number; leadHref: string | undefined }) => {
  const t = words(lang)
  return (
    <Notice kind={lacksAdult(true, adults) ? 'human' : 'info'} title={t('adults.title')}>
      <p>{t('adults.second')}</p>
      <p>{t('adults.lead')}</p>
      {leadHref ? (
        <p>
          <a href={leadHref}>{t('adults.go')}</a>
        </p>
      ) : null}
    </Notice>
  )
}

export const Codes = (props: CodesProps) => {
  const { reader, slug, codes } = props
  const t = words(reader.lang)
  return (
    <section class="flow" id="codes">
      <h2>{t('codes.title')}</h2>
      <p>{t('codes.lead')}</p>
      {props.students ? <Adults lang={reader.lang} adults={props.adults} leadHref={props.leadHref} /> : null}
      <ul class="list">
        {codes.map((one) => (
          <li key={one.id} class="row between">
            <span>
              <b class="join-code">{codeShown(one.code)}</b>
              <br />
              <span class="muted">
                {t(
                  `codes.${one.perspective === 'student' || one.perspective === 'family' ? one.perspective : 'anybody'}`,
                )}
                {' · '}
                {t('codes.until', { day: dayOf(one.expires_at, reader.lang, reader.zone), n: one.uses_left })}
              </span>
            </span>
            <Form action={codeUrls.endCode({ slug, id: one.id })} inline>
              <Button look="quiet" says={t('codes.ends', { code: codeShown(one.code) })}>
                {t('codes.end')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={codeUrls.makeCode({ slug })} once={props.once}>
        <p>{t('codes.make')}</p>
        <Acts>
          {audiences.map((whom) => (
            <Button key={whom} look="quiet" name="whom" value={whom}>
              {t(`codes.${whom}`)}
            </Button>
          ))}
        </Acts>
      </Form>
      <p>
        <ButtonLink look="plain" href={codeUrls.cards({ slug })}>
          {t('cards.title')}
        </ButtonLink>
      </p>
    </section>
  )
}
