/** The paths of pace: its page for those who facilitate, a pause, and its end. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  pace: path('/c/:slug/threads/:id/pace'),
  pause: path('/c/:slug/threads/:id/pause'),
  /** Saying to others what one kept for oneself. */
  others: path('/c/:slug/voices/:id/others'),
  pauseEnd: path('/c/:slug/threads/:id/pause-end'),
}
