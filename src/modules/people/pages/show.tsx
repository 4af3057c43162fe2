/** Shows a page: the document and the shell around it, the same for every module. */
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { entriesOf } from '../../../platform/http/navigation.ts'
import { type PageStatus, renderPage } from '../../../platform/http/render.ts'
import { languageNames, languages } from '../../../platform/words/words.ts'
import { Document } from '../../../ui/document.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { KeptWords } from '../begun/pages/kept-words.tsx'
import { SharedDevice } from '../card/pages/shared-device.tsx'
import { isShared } from '../card/shared.ts'
import type { Visit } from '../contract.ts'
import { carriedSession } from '../cookies.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** What a module says of its page. `current` is the key of the navigation entry it belongs to. */
export interface Shown {
  readonly title: string
  readonly body: ComponentChildren
  readonly current?: string
  readonly description?: string
  readonly noindex?: boolean
  readonly banner?: ComponentChildren
  readonly status?: PageStatus
  /** Leaves the community's navigation out, for a page that should have nothing beside it. */
  readonly bare?: boolean
}

const tongues = languages.map((code) => ({ code, name: languageNames[code] }))

/** Answers with a whole page, in the community of the visit when there is one. */
export const show = (c: Context<Visit>, shown: Shown): Response => {
  const { reader, scope, settings, navigation, house } = c.var
  const place = shown.bare ? undefined : c.get('place')
  const t = words(reader.lang)
  const address = new URL(c.req.url)
  const here = address.pathname + address.search
  const entries = place
    ? entriesOf(navigation, 'main')
    : shown.bare
      ? []
      : entriesOf(navigation, 'site').filter((entry) => scope.personId !== null || !entry.forMembers)
  const said = shown.banner ?? (place?.closed ? t('closed.banner') : place?.invented ? t('invented') : undefined)
  const shared = scope.personId !== null && isShared(carriedSession(c))
  const slug = place?.slug ?? ''
  const invented = place?.invented === true
  return renderPage(
    c,
    <Document
      lang={reader.lang}
      title={shown.title}
      siteName={place?.name ?? settings.siteName}
      assets={house.assets}
      theme={reader.theme}
      size={reader.size}
      spacing={reader.spacing}
      saveData={c.req.header('save-data') === 'on'}
      {...(shown.noindex || (place && !(place.open && !invented)) ? { robots: 'noindex' as const } : {})}
      {...(shown.description ? { description: shown.description } : {})}
    >
      <Shell
        lang={reader.lang}
        siteName={settings.siteName}
        homeHref={scope.personId === null ? urls.front() : navigation.siteHome()}
        {...(place ? { place: { name: place.name, href: navigation.communityHome(slug) } } : {})}
        nav={entries.map((entry) => ({
          key: entry.key,
          icon: entry.icon,
          label: entry.label(reader.lang),
          href: entry.href(slug),
          current: entry.key === shown.current,
        }))}
        more={
          place
            ? entriesOf(navigation, 'more')
                .filter((entry) => !entry.forFacilitators || scope.reach.includes(`facilitators:${place.id}`))
                .map((entry) => ({
                  label: entry.label(reader.lang),
                  href: entry.href(slug),
                }))
            : []
        }
        {...(place && scope.personId !== null && navigation.add && !place.closed
          ? { add: { label: navigation.add.label(reader.lang), href: navigation.add.href(slug) } }
          : {})}
        keeper={<KeptWords lang={reader.lang} person={scope.personId} shared={shared} />}
        account={scope.personId === null ? { signInHref: urls.signIn() } : { name: scope.name, href: urls.me() }}
        {...(navigation.search ? { search: { href: navigation.search(place?.slug) } } : {})}
        help={urls.help()}
        settings={urls.reading({}, { next: here })}
        statement={urls.accessibility()}
        privacy={navigation.privacy?.()}
        {...(place && navigation.askForHelp && scope.reach.includes(`community:${place.id}`)
          ? { ask: { label: navigation.askForHelp.label(reader.lang), href: navigation.askForHelp.href(slug) } }
          : {})}
        languages={{ action: urls.language(), next: here, all: tongues }}
        banner={
          shared ? (
            <>
              {said} <SharedDevice lang={reader.lang} />
            </>
          ) : (
            said
          )
        }
      >
        {shown.body}
      </Shell>
    </Document>,
    shown.status,
  )
}
