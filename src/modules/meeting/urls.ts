/** The paths of meetings. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  meetings: path('/c/:slug/meetings'),
  plan: path('/c/:slug/meetings/new'),
  meeting: path('/c/:slug/meetings/:id'),
  change: path('/c/:slug/meetings/:id/plan'),
  cancel: path('/c/:slug/meetings/:id/cancellation'),
  coming: path('/c/:slug/meetings/:id/coming'),
  together: path('/c/:slug/meetings/:id/together'),
  present: path('/c/:slug/meetings/:id/present'),
  left: path('/c/:slug/meetings/:id/present/departure'),
  mended: path('/c/:slug/meetings/:id/entries/mended'),
  station: path('/c/:slug/meetings/:id/station'),
  entries: path('/c/:slug/meetings/:id/entries'),
  nextSteps: path('/c/:slug/meetings/:id/next-steps'),
  told: path('/c/:slug/meetings/:id/next-steps/:step/told'),
  moved: path('/c/:slug/meetings/:id/moved'),
  lines: path('/c/:slug/meetings/:id/lines'),
  minutes: path('/c/:slug/meetings/:id/minutes'),
  publication: path('/c/:slug/meetings/:id/publication'),
  paper: path('/c/:slug/paper'),
  sheet: path('/c/:slug/paper/:sheet'),
}

/** The addresses of meetings for programs. */
export const apiUrls = {
  meetings: path('/api/v1/communities/:slug/meetings'),
  meeting: path('/api/v1/communities/:slug/meetings/:meeting'),
  cancellation: path('/api/v1/communities/:slug/meetings/:meeting/cancellation'),
  coming: path('/api/v1/communities/:slug/meetings/:meeting/coming'),
  present: path('/api/v1/communities/:slug/meetings/:meeting/present'),
  station: path('/api/v1/communities/:slug/meetings/:meeting/station'),
  entries: path('/api/v1/communities/:slug/meetings/:meeting/entries'),
  nextSteps: path('/api/v1/communities/:slug/meetings/:meeting/next-steps'),
  publication: path('/api/v1/communities/:slug/meetings/:meeting/publication'),
}
