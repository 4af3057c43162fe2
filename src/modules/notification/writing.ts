/** Writes a letter: asks the sources what still holds, arranges it, and dresses it. */
import type { House } from '../../platform/house.ts'
import { dress } from '../../platform/mail/dress.ts'
import type { Letter } from '../../platform/mail/post.ts'
import { mailUrls } from '../../platform/mail/urls.ts'
import type { Recipient } from '../people/public.ts'
import { type KeptNotice, weekTopic } from './contract.ts'
import type { Arranged, Said } from './letter.ts'
import { type Sources, sourceOf } from './notices.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** Says these notices to a person, in the order they came; what holds no more is left out. */
export const sayAll = async (
  house: House,
  sources: Sources,
  to: Pick<Recipient, 'scope' | 'lang'>,
  notices: readonly KeptNotice[],
  on: 'letter' | 'page',
): Promise<Said[]> => {
  const { timeZone } = await house.settings.current()
  const said: Said[] = []
  for (const kept of notices) {
    const source = sourceOf(sources, kept.kind)
    const notice = await source?.say(
      { scope: to.scope, lang: to.lang, zone: timeZone, on },
      {
        kind: kept.kind,
        subject: { kind: kept.subject_kind, id: kept.subject_id },
        community: kept.community_id,
      },
    )
    // The link that ends a kind of letter never ends alerts.
    const topic = source?.alert ? weekTopic : kept.topic
    if (notice) said.push({ id: kept.id, topic, urgency: kept.urgency, at: kept.happened_at, notice })
  }
  return said
}

/** The kind of letter that its own link ends: a topic when all of it is about one question to the person, or the week's. */
export const topicOfLetter = ({ items }: Arranged): string => {
  const [first] = items
  const same = first?.urgency === 'asked' && items.every(({ topic }) => topic === first.topic)
  return same ? first.topic : weekTopic
}

const topicLabel = (sources: Sources, topic: string, to: Pick<Recipient, 'lang'>): string =>
  topic === weekTopic
    ? words(to.lang)('topic.week')
    : (sources.find((source) => source.topic.key === topic)?.topic.label(to.lang) ?? topic)

/** What a letter needs beside its words. */
export interface Writing {
  readonly house: House
  readonly sources: Sources
  readonly to: Recipient & { readonly email: string }
  readonly messageId: string
  readonly stopToken: string
}

/** The letter itself; nothing when there is nothing to say. */
export const writeLetter = async (w: Writing, arranged: Arranged): Promise<Letter | undefined> => {
  const { house, to } = w
  const { items, more } = arranged
  const [first] = items
  if (!first) return undefined
  const t = words(to.lang)
  const { siteName } = await house.settings.current()
  const whole = (path: string) => (path.startsWith('/') ? house.baseUrl + path : path)
  const alone = items.length === 1 && more === 0
  const title = alone ? first.notice.subject : t('letter.week', { site: siteName })
  const stop = house.baseUrl + mailUrls.stop({ token: w.stopToken })
  const dressed = dress({
    lang: to.lang,
    siteName,
    title,
    parts: items.map(({ notice, urgency, others }) => ({
      ...(alone ? {} : { heading: notice.subject }),
      text: others ? `${notice.text}\n\n${t('letter.others')}` : notice.text,
      // Until a letter has proved the address, anybody may have typed it: words of members stay inside.
      quote: to.proved ? notice.quote : undefined,
      button: { label: notice.button.label, href: whole(notice.button.href) },
      asks: urgency === 'asked',
    })),
    foot: [
      ...(more > 0 ? [{ text: t('letter.more', { count: more }), href: whole(urls.forYou()) }] : []),
      ...(to.proved ? [] : [{ text: t('letter.unproved', { name: to.scope.name }) }]),
      { text: t('letter.settings'), href: whole(urls.letters()) },
      { text: t('letter.stop', { topic: topicLabel(w.sources, topicOfLetter(arranged), to) }), href: stop },
    ],
  })
  return { to: to.email, subject: title, sender: siteName, messageId: w.messageId, stop, ...dressed }
}
