/** The paths of what people need and can offer. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  needs: path('/c/:slug/needs-and-offers'),
  say: path('/c/:slug/needs-and-offers/new'),
  need: path('/c/:slug/needs-and-offers/:id'),
  answers: path('/c/:slug/needs-and-offers/:id/answers'),
  answer: path('/c/:slug/needs-and-offers/:id/answers/:answer/taking-back'),
  openAnswer: path('/c/:slug/needs-and-offers/:id/answers/:answer/opening'),
  open: path('/c/:slug/needs-and-offers/:id/opening'),
  thanks: path('/c/:slug/needs-and-offers/:id/thanks'),
  standing: path('/c/:slug/needs-and-offers/:id/standing'),
  takingBack: path('/c/:slug/needs-and-offers/:id/taking-back'),
}

/** The addresses for programs. */
export const apiUrls = {
  needs: path('/api/v1/communities/:slug/needs'),
  need: path('/api/v1/communities/:slug/needs/:need'),
}
