/** The rail beside a page on wide screens. */
import type { VNode } from 'preact'
import type { Language } from '../platform/words/words.ts'
import { Icon } from './icons.tsx'
import type { Account, LabelledLink, NavItem } from './places.ts'
import { words } from './words.ts'

/** The community's places, the one button that begins something, and oneself. */
export const Rail = (props: {
  lang: Language
  mark: VNode
  place?: { readonly name: string }
  siteName: string
  nav: readonly NavItem[]
  more?: readonly LabelledLink[]
  add?: LabelledLink
  account: Account
  search?: { readonly href: string; readonly value?: string }
  help: string
}) => {
  const t = words(props.lang)
  const me = props.account
  return (
    <div class="rail">
      {props.mark}
      <nav aria-label={props.place?.name ?? props.siteName}>
        <ul class="places">
          {props.nav.map((item) => (
            <li key={item.key}>
              <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                <Icon name={item.icon} />
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.add ? (
        <a class="btn" href={props.add.href}>
          <Icon name="plus" />
          {props.add.label}
        </a>
      ) : null}
      {props.search ? (
        <search class="seek">
          <form action={props.search.href} method="get">
            <Icon name="search" />
            <input
              type="search"
              name="q"
              aria-label={t('search')}
              placeholder={t('search')}
              value={props.search.value}
            />
          </form>
        </search>
      ) : null}
      <nav class="second" aria-label={t('more')}>
        <ul class="places">
          {(props.more ?? []).map((item) => (
            <li key={item.href}>
              <a href={item.href}>{item.label}</a>
            </li>
          ))}
          <li>
            <a href={props.help}>
              <Icon name="help" />
              {t('help')}
            </a>
          </li>
          <li>
            {'name' in me ? (
              <a href={me.href}>
                <Icon name="me" />
                <span dir="auto">{me.name}</span>
              </a>
            ) : (
              <a href={me.signInHref}>
                <Icon name="me" />
                {t('sign-in')}
              </a>
            )}
          </li>
        </ul>
      </nav>
    </div>
  )
}
