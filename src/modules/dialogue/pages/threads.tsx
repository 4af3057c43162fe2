/** The list of a community's open conversations, and the page of one. */
import { Empty } from '../../../ui/empty.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { pagesOf, THREADS_A_PAGE } from '../numbering.ts'
import { saidOn } from '../said-on.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import type { Setting } from './who-said.tsx'

/** One line of the list. */
export interface Listed {
  readonly id: number
  readonly title: string
  readonly language: string
  readonly begun_at: Date
  readonly author: string | null
  readonly contributions: number
}

export const ThreadsPage = (props: Setting & { threads: readonly Listed[]; count: number; page: number }) => {
  const { lang, zone, slug, now } = props
  const t = words(lang)
  return (
    <Page title={t('threads.title')} lead={t('threads.lead')}>
      {props.threads.length === 0 ? (
        <Empty title={t('threads.none')} text={t('threads.noneText')} />
      ) : (
        <section>
          <List lined>
            {props.threads.map((thread) => (
              <>
                <h2>
                  <a href={urls.thread({ slug, id: thread.id })} lang={thread.language} dir="auto">
                    {thread.title}
                  </a>
                </h2>
                <p class="meta">
                  {t('threads.by', {
                    name: thread.author ?? t('voices.somebody'),
                    day: saidOn(thread.begun_at, now, lang, zone),
                  })}
                  {' · '}
                  {t('threads.voices', { n: thread.contributions })}
                </p>
              </>
            ))}
          </List>
        </section>
      )}
      <Pagination
        lang={lang}
        page={props.page}
        pages={pagesOf(props.count, THREADS_A_PAGE)}
        href={(page) => urls.threads({ slug }, { page: page > 1 ? page : undefined })}
      />
    </Page>
  )
}
