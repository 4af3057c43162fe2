/** A part of a page that lives: what is new waits in one line until the reader wants it. */
import { type ComponentChildren, h } from 'preact'
import type { Language } from '../platform/words/words.ts'
import { words } from './words.ts'

const COUNTED = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** A place whose parts always stand there and only change, around another place if need be: it has no line of its own. */
export const QuietLivePlace = ({ name, children }: { name: string; children?: ComponentChildren }) =>
  h('live-place', { name, class: 'flow' }, children)

/**
 * `name` is the place's own, such as `thread:12:1`; its parts carry an id and `data-mark`, in lists of the class `voices`.
 * `last` where nothing comes after this page. Without JavaScript nothing is different.
 */
export const LivePlace = (props: { lang: Language; name: string; last: boolean; children?: ComponentChildren }) => {
  const t = words(props.lang)
  const says = [
    ...COUNTED.map((count) => t('live-new', { count })),
    t('live-many'),
    t('live-elsewhere'),
    t('live-again'),
    t('live-rested'),
  ]
  return h(
    'live-place',
    { name: props.name, ...(props.last ? { last: '' } : {}), says: says.join('|') },
    props.children,
    <p class="live-line" />,
  )
}
