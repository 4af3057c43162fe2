/** The paths of a summary: writing it, and its earlier versions. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  summary: path('/c/:slug/threads/:id/summary'),
  versions: path('/c/:slug/threads/:id/summary/versions'),
}
