/** The page for what is not there, or not for this reader: the two look the same. */
import type { Context } from 'hono'
import { problem } from '../../../platform/api/problem.ts'
import { Page } from '../../../ui/page.tsx'
import type { Visit } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { show } from './show.tsx'

/** Answers that there is nothing here for this reader. */
export const notFound = (c: Context<Visit>): Response => {
  if (c.get('answers') === 'json') return problem(c, 'not-found')
  const t = words(c.var.reader.lang)
  return show(c, {
    title: t('notFound.title'),
    status: 404,
    noindex: true,
    body: (
      <Page title={t('notFound.title')} lead={t('notFound.lead')} measure="narrow">
        <p>
          <a href={urls.front()}>{t('notFound.home')}</a>
        </p>
      </Page>
    ),
  })
}
