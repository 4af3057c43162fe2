/** For you: what is asked of a person, and what happened; calm, and nothing is counted. */
import { dayOf } from '../../../platform/words/dates.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { List } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Said } from '../letter.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

const Quote = ({ quote }: { quote: Said['notice']['quote'] }) =>
  quote ? (
    <blockquote lang={quote.lang} dir="auto">
      {quote.words}
    </blockquote>
  ) : null

const Asked = ({ said }: { said: Said }) => (
  <Notice kind="human">
    <h3 dir="auto">{said.notice.subject}</h3>
    <p>{said.notice.text}</p>
    <Quote quote={said.notice.quote} />
    <p>
      <ButtonLink href={said.notice.button.href}>{said.notice.button.label}</ButtonLink>
    </p>
  </Notice>
)

const Happened = ({ reader, said }: { reader: Reader; said: Said }) => (
  <div class="flow tight">
    <h3 dir="auto">
      <a href={said.notice.button.href}>{said.notice.subject}</a>
    </h3>
    <p>{said.notice.text}</p>
    <Quote quote={said.notice.quote} />
    <p class="meta">{dayOf(said.at, reader.lang, reader.zone)}</p>
  </div>
)

export const ForYouPage = ({ reader, said }: { reader: Reader; said: readonly Said[] }) => {
  const t = words(reader.lang)
  const asked = said.filter(({ urgency }) => urgency === 'asked')
  const happened = said.filter(({ urgency }) => urgency === 'told')
  return (
    <Page title={t('forYou.title')} lead={t('forYou.lead')} measure="narrow">
      {said.length === 0 ? <Empty title={t('forYou.none')} text={t('forYou.noneText')} /> : null}
      {asked.length > 0 ? (
        <section class="flow">
          <h2>{t('forYou.asked')}</h2>
          {asked.map((one) => (
            <Asked key={one.id} said={one} />
          ))}
        </section>
      ) : null}
      {happened.length > 0 ? (
        <section class="flow">
          <h2>{t('forYou.happened')}</h2>
          <List>
            {happened.map((one) => (
              <Happened key={one.id} reader={reader} said={one} />
            ))}
          </List>
        </section>
      ) : null}
      <p>
        <a href={urls.letters()}>{t('letters.title')}</a>
      </p>
    </Page>
  )
}
