/** The paths of the library, and of the stories that are being written. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  library: path('/library'),
  bibliography: path('/library/bibliography'),
  bibliographyFile: path('/library/bibliography/:kind'),
  entry: path('/library/:slug'),
  citation: path('/library/:slug/citation'),
  citationFile: path('/library/:slug/citation/:kind'),
  sourcesFile: path('/library/:slug/sources/:kind'),
  readings: path('/library/:slug/readings'),
  story: path('/c/:slug/stories/:id'),
  edit: path('/c/:slug/stories/:id/edit'),
  preview: path('/c/:slug/stories/:id/preview'),
  readiness: path('/c/:slug/stories/:id/readiness'),
  depicted: path('/c/:slug/stories/:id/depicted'),
  depictedOne: path('/c/:slug/stories/:id/depicted/:depicted'),
  check: path('/c/:slug/stories/:id/check'),
  circle: path('/c/:slug/stories/:id/circle'),
  consents: path('/c/:slug/stories/:id/consents'),
  naming: path('/c/:slug/stories/:id/naming'),
  publication: path('/c/:slug/stories/:id/publication'),
  versions: path('/c/:slug/stories/:id/versions'),
  withdrawal: path('/c/:slug/stories/:id/withdrawal'),
}

export const apiUrls = {
  entries: path('/api/v1/library'),
  entry: path('/api/v1/library/:slug'),
  citation: path('/api/v1/library/:slug/citation'),
  stories: path('/api/v1/communities/:slug/stories'),
  story: path('/api/v1/communities/:slug/stories/:story'),
}
