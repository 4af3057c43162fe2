/** The paths of rights: one's own data, leaving, and what the site says of how it handles data. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  mine: path('/me/data'),
  copies: path('/me/data/copies'),
  leaving: path('/me/leaving'),
  left: path('/left'),
  privacy: path('/privacy'),
  retention: path('/administration/retention'),
  processing: path('/administration/processing'),
  bases: path('/administration/processing/bases'),
  assessment: path('/administration/processing/impact-assessment'),
  controller: path('/administration/processing/controller'),
}
