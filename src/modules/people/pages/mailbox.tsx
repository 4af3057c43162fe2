/** The mailbox of a demonstration: letters that a real site would send. */
import type { KeptLetter } from '../../../platform/mail/post.ts'
import { momentOf } from '../../../platform/words/dates.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Reader } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** A letter's text with its one link made a link. */
const Body = ({ text }: { text: string }) => (
  <p class="prose">
    {text
      .split(/(https?:\/\/\S+)/)
      .map((part) =>
        /^https?:/.test(part) ? <a href={part}>{part}</a> : part.split('\n').map((line) => [line, <br />]),
      )}
  </p>
)

export const MailboxPage = ({ reader, letters }: { reader: Reader; letters: readonly KeptLetter[] }) => {
  const t = words(reader.lang)
  return (
    <Page title={t('mailbox.title')} lead={t('mailbox.lead')} measure="narrow">
      {letters.length === 0 ? <Empty title={t('mailbox.empty')} /> : null}
      {letters.map((letter) => (
        <article key={letter.id} class="card">
          <h2 dir="auto">{letter.subject}</h2>
          <p class="muted small">
            {t('mailbox.to', { who: letter.recipient, when: momentOf(letter.at, reader.lang, reader.zone) })}
          </p>
          <Body text={letter.body} />
          {letter.dressed ? (
            <p>
              <a href={urls.mailboxLook({ id: letter.id })}>{t('mailbox.look')}</a>
            </p>
          ) : null}
        </article>
      ))}
    </Page>
  )
}
