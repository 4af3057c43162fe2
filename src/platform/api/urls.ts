/** The addresses of the API itself; every module's own stand in its urls.ts, below the same beginning. */
import { path } from '../http/path.ts'

export const apiUrls = {
  /** The readable page. */
  page: path('/api'),
  /** The page of all that can be done with one kind of thing; below /api nothing but programs is answered. */
  noun: path('/programs/:noun'),
  /** The description for machines. */
  document: path('/api/v1/openapi.json'),
}

/** What every address of the API begins with. */
export const apiRoot = '/api'
