/** The bottom bar of a phone: three places, Add in the middle, and More, which opens without JavaScript. */
import type { Language } from '../platform/words/words.ts'
import { Icon } from './icons.tsx'
import type { LabelledLink, NavItem } from './places.ts'
import { words } from './words.ts'

const Place = ({ item }: { item: NavItem }) => (
  <li>
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      <Icon name={item.icon} />
      <span>{item.label}</span>
    </a>
  </li>
)

/** Shows the first three places; further ones wait behind More. */
export const BottomBar = (props: {
  lang: Language
  place?: { readonly name: string }
  siteName: string
  nav: readonly NavItem[]
  more?: readonly LabelledLink[]
  add?: LabelledLink
}) => {
  const t = words(props.lang)
  const shown = props.nav.slice(0, 3)
  const rest: readonly LabelledLink[] = [...props.nav.slice(3), ...(props.more ?? [])]
  return (
    <nav class="bar" aria-label={props.place?.name ?? props.siteName}>
      <ul class="places">
        {shown.slice(0, 2).map((item) => (
          <Place key={item.key} item={item} />
        ))}
        {props.add ? (
          <li>
            <a class="add" href={props.add.href}>
              <Icon name="plus" />
              <span>{props.add.label}</span>
            </a>
          </li>
        ) : null}
        {shown.slice(2).map((item) => (
          <Place key={item.key} item={item} />
        ))}
        {rest.length > 0 ? (
          <li>
            <details data-closes>
              <summary>
                <Icon name="more" />
                <span>{t('more')}</span>
              </summary>
              <div class="panel">
                <ul class="places">
                  {rest.map((item) => (
                    <li key={item.href}>
                      <a href={item.href}>{item.label}</a>
                    </li>
                  ))}
                </ul>
              </div>
            </details>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
