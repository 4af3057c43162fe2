/** The paths of words begun. */
import { path } from '../../../platform/http/path.ts'

export const begunUrls = {
  list: path('/me/begun'),
  here: path('/me/begun/here'),
  one: path('/me/begun/:id'),
  removal: path('/me/begun/:id/removal'),
}
