/** The paths of what waits as a whole: one's own list, and what one does about each. */
import { path } from '../../../platform/http/path.ts'

export const heldUrls = {
  mine: path('/c/:slug/my-waiting-words'),
  opening: path('/c/:slug/waiting/:id/opening'),
  question: path('/c/:slug/waiting/:id/question'),
  fine: path('/c/:slug/my-waiting-words/:id/fine'),
  takingBack: path('/c/:slug/my-waiting-words/:id/taking-back'),
}

/** The anchor of one of them on a list. */
export const heldAnchor = (id: number): string => `held-${id}`
