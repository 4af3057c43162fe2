/** The top bar of a phone, and of pages that belong to no community. */
import type { VNode } from 'preact'
import type { Language } from '../platform/words/words.ts'
import { Icon, type IconName } from './icons.tsx'
import type { Account } from './places.ts'
import { words } from './words.ts'

const IconLink = ({ href, icon, label }: { href: string; icon: IconName; label: string }) => (
  <li>
    <a class="icon-link" href={href}>
      <Icon name={icon} />
      <span class="unseen">{label}</span>
    </a>
  </li>
)

/** Mark, search, help, oneself: always in this order. */
export const TopBar = (props: {
  lang: Language
  mark: VNode
  account: Account
  search?: { readonly href: string }
  help: string
}) => {
  const t = words(props.lang)
  const me = props.account
  return (
    <header class="top">
      {props.mark}
      <ul class="tools">
        {props.search ? <IconLink href={props.search.href} icon="search" label={t('search')} /> : null}
        <IconLink href={props.help} icon="help" label={t('help')} />
        {'name' in me ? (
          <IconLink href={me.href} icon="me" label={me.name} />
        ) : (
          <li>
            <a class="word" href={me.signInHref}>
              {t('sign-in')}
            </a>
          </li>
        )}
      </ul>
    </header>
  )
}
