/** The way back up: where this page hangs. */
import type { Language } from '../platform/words/words.ts'
import { words } from './words.ts'

/** Links upwards; a crumb without `href` only tells, such as the kind of thing this is. */
export const Breadcrumb = (props: {
  lang: Language
  crumbs: readonly { readonly label: string; readonly href?: string }[]
}) => (
  <nav class="crumbs" aria-label={words(props.lang)('where-you-are')}>
    <ol class="way">
      {props.crumbs.map((crumb) => (
        <li key={crumb.label}>{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span>{crumb.label}</span>}</li>
      ))}
    </ol>
  </nav>
)
