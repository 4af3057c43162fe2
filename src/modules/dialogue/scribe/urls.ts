/** The paths of a scribe: writing down what somebody said, and their yes to it. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  write: path('/c/:slug/threads/:id/scribe'),
  confirmation: path('/c/:slug/voices/:id/confirmation'),
}
