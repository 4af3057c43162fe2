/** The paths of unsealing: asking who said something, what leads decide, and the name. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  one: path('/c/:slug/voices/:id/unsealing'),
  all: path('/c/:slug/unsealings'),
  decision: path('/c/:slug/unsealings/:id/decision'),
  name: path('/c/:slug/unsealings/:id/name'),
}
