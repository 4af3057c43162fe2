/** What the shell knows of the places it leads to. */
import type { IconName } from './icons.tsx'

/** A link with its words. */
export interface LabelledLink {
  readonly label: string
  readonly href: string
}

/** An entry of the navigation. */
export interface NavItem extends LabelledLink {
  readonly key: string
  readonly icon: IconName
  readonly current?: boolean
}

/** Who reads: somebody by name, or a guest who may sign in. */
export type Account = { readonly name: string; readonly href: string } | { readonly signInHref: string }
