/** The paths of chosen groups. */
import { path } from '../../../platform/http/path.ts'

export const groupUrls = {
  groups: path('/c/:slug/groups'),
  leave: path('/c/:slug/groups/:id/departure'),
  end: path('/c/:slug/groups/:id/ending'),
}
