/** The paths of home: Today, a community's home, search. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  today: path('/today'),
  community: path('/c/:slug'),
  desk: path('/c/:slug/desk'),
  deskReading: path('/c/:slug/desk/readings/:voice'),
  search: path('/search'),
  myWords: path('/me/words'),
  myReflections: path('/me/reflections'),
}

export const apiUrls = {
  search: path('/api/v1/search'),
}
