/** The shell: the same places in the same order on every page, on a phone and on a wide screen. */
import type { ComponentChildren } from 'preact'
import { KeptParts } from '../platform/http/kept-parts.ts'
import type { Language } from '../platform/words/words.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Foot, type LanguageChoices } from './foot.tsx'
import { Icon } from './icons.tsx'
import type { Account, LabelledLink, NavItem } from './places.ts'
import { Rail } from './rail.tsx'
import { RingMark } from './ring.tsx'
import { TopBar } from './top-bar.tsx'
import { words } from './words.ts'

/** Everything the shell shows; without `nav` it is plain: a top bar and a foot. */
export interface ShellProps {
  readonly lang: Language
  readonly siteName: string
  readonly homeHref: string
  readonly place?: { readonly name: string; readonly href: string }
  readonly nav?: readonly NavItem[]
  readonly more?: readonly LabelledLink[]
  readonly add?: LabelledLink
  readonly account: Account
  readonly search?: { readonly href: string; readonly value?: string }
  readonly help: string
  readonly settings?: string
  readonly statement?: string
  readonly privacy?: string | undefined
  /** Where one asks for help. */
  readonly ask?: LabelledLink
  readonly languages: LanguageChoices
  readonly banner?: ComponentChildren
  /** Looks after what is typed, and says when the network is away. */
  readonly keeper?: ComponentChildren
  readonly children?: ComponentChildren
}

// The bars stay the same while somebody goes about in one place.
const bars = new KeptParts(2_000_000)

/** Sets the shell around a page, which stands in `main`. */
export const Shell = ({
  children,
  banner,
  keeper,
  settings,
  statement,
  privacy,
  ask,
  languages,
  ...props
}: ShellProps) => {
  const t = words(props.lang)
  const nav = props.nav ?? []
  const place = props.place ?? { name: props.siteName, href: props.homeHref }
  const mark = () => (
    <a class="mark" href={place.href}>
      <RingMark />
      <span dir="auto">{place.name}</span>
    </a>
  )
  const madeOf = JSON.stringify(props)
  const full = nav.length > 0
  return (
    <>
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <div class={full ? 'shell' : 'shell bare'}>
        {banner ? (
          <div class="banner">
            <Icon name="info" />
            <span>{banner}</span>
          </div>
        ) : null}
        {keeper}
        {bars.part(`top ${madeOf}`, () => (
          <TopBar {...props} mark={mark()} />
        ))}
        <div class="middle">
          {full ? bars.part(`rail ${madeOf}`, () => <Rail {...props} nav={nav} mark={mark()} />) : null}
          <div class="reach">
            <main id="content" class="page" tabindex={-1}>
              {children}
            </main>
            <Foot
              lang={props.lang}
              help={props.help}
              settings={settings}
              statement={statement}
              privacy={privacy}
              ask={ask}
              languages={languages}
            />
          </div>
        </div>
        {full ? bars.part(`bar ${madeOf}`, () => <BottomBar {...props} nav={nav} />) : null}
      </div>
    </>
  )
}
