/** The paths of jumping in a conversation: each leads to a place in it. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  unread: path('/c/:slug/threads/:id/new'),
  today: path('/c/:slug/threads/:id/today'),
  latest: path('/c/:slug/threads/:id/latest'),
}
