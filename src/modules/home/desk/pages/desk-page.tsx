/** The desk: five things at most, each with a calm sentence and one button. */
import { calendarDay, dayOf, weekdayOf } from '../../../../platform/words/dates.ts'
import { Acts, Button, ButtonLink } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Reader } from '../../../people/contract.ts'
import { ShortNotice } from '../../../safeguarding/public.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import type { Thing, Words } from '../desk.ts'

const shortened = (text: string): string =>
  text.length <= 240 ? text : `${text.slice(0, 238).replace(/\s+\S*$/, '')} …`

const sentence = (thing: Thing, { lang, zone }: Reader): string => {
  const t = words(lang)
  switch (thing.kind) {
    case 'look':
      return t('desk.look')
    case 'door':
      return t('desk.door', { name: thing.name })
    case 'first':
      return t('desk.first', { name: thing.name })
    case 'word':
      return t('desk.word', { n: thing.people })
    case 'ask':
      return t('desk.ask', {
        asker: thing.asker ?? t('desk.somebody'),
        asked: thing.asked ?? t('desk.somebody'),
        day: dayOf(thing.day, lang, zone),
      })
    case 'over':
      return t('desk.over', { day: dayOf(calendarDay(thing.day), lang, 'UTC') })
    case 'meeting':
      return t('desk.meeting', { day: weekdayOf(calendarDay(thing.day), lang, 'UTC') })
    default:
      return t(`desk.${thing.kind}`, { perspectives: thing.perspectives })
  }
}

const Quoted = ({ said, quote }: { said: Words; quote: boolean }) =>
  quote ? (
    <blockquote lang={said.language} dir="auto">
      {shortened(said.text)}
    </blockquote>
  ) : (
    <p lang={said.language} dir="auto">
      <b>{shortened(said.text)}</b>
    </p>
  )

const OnDesk = (props: { reader: Reader; slug: string; thing: Thing; uppermost: boolean; once: string }) => {
  const { reader, slug, thing } = props
  const t = words(reader.lang)
  const said = 'words' in thing ? thing.words : undefined
  return (
    <li class="thing">
      {(thing.kind === 'first' || thing.kind === 'look' || thing.kind === 'door') && props.uppermost ? (
        <p>
          <Chip tone="human" icon="hand">
            {t(thing.kind === 'look' ? 'desk.waitsLook' : thing.kind === 'door' ? 'desk.waitsDoor' : 'desk.waits')}
          </Chip>
        </p>
      ) : null}
      <p>{sentence(thing, reader)}</p>
      {said ? (
        <Quoted said={said} quote={thing.kind === 'look' || thing.kind === 'first' || thing.kind === 'ask'} />
      ) : null}
      <Acts>
        <ButtonLink href={thing.href} {...(props.uppermost ? {} : { look: 'quiet' as const })}>
          {t(`desk.${thing.kind}Act`)}
        </ButtonLink>
        {thing.kind === 'first' ? (
          <Form action={urls.deskReading({ slug, voice: thing.id })} once={props.once}>
            <Button look="plain" says={t('desk.readOf', { name: thing.name })}>
              {t('desk.read')}
            </Button>
          </Form>
        ) : null}
      </Acts>
    </li>
  )
}

export const DeskPage = (props: {
  reader: Reader
  slug: string
  things: readonly Thing[]
  more: boolean
  /** That a second adult is missing, if so. */
  short: Parameters<typeof ShortNotice>[0]['short']
  once: string
}) => {
  const { reader, things } = props
  const t = words(reader.lang)
  return (
    <Page title={t('desk.title')} lead={things.length > 0 ? t('desk.lead') : undefined} measure="narrow">
      <ShortNotice lang={reader.lang} slug={props.slug} short={props.short} tends />
      {things.length === 0 ? (
        <Empty title={t('desk.clear')} text={t('desk.clearText')} />
      ) : (
        <>
          <ol class="list lined desk">
            {things.map((thing, i) => (
              <OnDesk key={thing.href} {...props} thing={thing} uppermost={i === 0} once={`${props.once}-${i}`} />
            ))}
          </ol>
          <p class="muted">{t(props.more ? 'desk.more' : 'desk.all')}</p>
        </>
      )}
    </Page>
  )
}
