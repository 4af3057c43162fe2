/** The door of the page for those who write programs. */
import { h } from 'preact'
import { describedBy } from '../../../platform/api/document.ts'
import type { ApiTable } from '../../../platform/api/table.ts'
import { apiUrls } from '../../../platform/api/urls.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Visit } from '../../people/contract.ts'
import { anyone, keysHref, show } from '../../people/public.ts'
import { ProgramsPage } from './pages/programs-page.tsx'
import { words } from './words.ts'

/** The page over the tables of every module; the application knows them all. */
export const programsRoutes = (tables: readonly ApiTable<Visit>[]): RouteTable<Visit> =>
  new RouteTable<Visit>().get(apiUrls.page, anyone, (c) => {
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
