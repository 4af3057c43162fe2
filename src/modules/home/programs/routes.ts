/** The door of the page for those who write programs. */
import { h } from 'preact'
import { describedBy } from '../../../platform/api/document.ts'
import type { ApiTable } from '../../../platform/api/table.ts'
import { apiUrls } from '../../../platform/api/urls.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Visit } from '../../people/contract.ts'
import { anyone, keysHref, notFound, show } from '../../people/public.ts'
import { NounPage } from './pages/noun-page.tsx'
import { ProgramsPage } from './pages/programs-page.tsx'
import { words } from './words.ts'

/** The page over the tables of every module; the application knows them all. */
export const programsRoutes = (tables: readonly ApiTable<Visit>[]): RouteTable<Visit> =>
  new RouteTable<Visit>()
    .get(apiUrls.page, anyone, (c) => {
      const { house, reader } = c.var
      return show(c, {
        title: words(reader.lang)('title'),
        description: words(reader.lang)('lead'),
        body: h(ProgramsPage, {
          lang: reader.lang,
          baseUrl: house.baseUrl,
          document: describedBy(tables, house.baseUrl).document,
          documentHref: apiUrls.document(),
          keysHref: keysHref(),
        }),
      })
    })
    .get(apiUrls.noun, anyone, (c) => {
      const { house, reader } = c.var
      const { document } = describedBy(tables, house.baseUrl)
      const noun = document.tags?.find(({ name }) => name === c.req.param('noun'))
      if (!noun) return notFound(c)
      const body = h(NounPage, { lang: reader.lang, baseUrl: house.baseUrl, document, noun })
      return show(c, { title: `${noun.name} · API`, body })
    })
