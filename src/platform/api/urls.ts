/** The addresses of the API itself; every module's own stand in its urls.ts, below the same beginning. */
import { path } from '../http/path.ts'

export const apiUrls = {
  /** The readable page. */
  page: path('/api'),
  /** The description for machines. */
  document: path('/api/v1/openapi.json'),
}

/** What every address of the API begins with. */
export const apiRoot = '/api'
