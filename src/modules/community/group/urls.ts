/** The paths of chosen groups. */
import { path } from '../../../platform/http/path.ts'

export const groupUrls = {
  groups: path('/c/:slug/groups'),
  leave: path('/c/:slug/groups/:id/departure'),
  end: path('/c/:slug/groups/:id/ending'),
}

/** The anchor of a group that one hears, on its page. */
export const groupAnchor = (id: number): string => `group-${id}`
