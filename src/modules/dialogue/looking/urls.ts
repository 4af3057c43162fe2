/** The paths of looking: the page of what waits, opening, asking first, and “it is fine”. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  waiting: path('/c/:slug/waiting'),
  opening: path('/c/:slug/voices/:id/opening'),
  question: path('/c/:slug/voices/:id/question'),
  fine: path('/c/:slug/voices/:id/fine'),
}

/** Where words wait for one look. */
export const waitingUrl = urls.waiting
