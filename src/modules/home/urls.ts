/** The paths of home: Today, a community's home, search. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  today: path('/today'),
  community: path('/c/:slug'),
  search: path('/search'),
}

export const apiUrls = {
  search: path('/api/v1/search'),
}
