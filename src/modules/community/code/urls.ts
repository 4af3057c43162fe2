/** The paths of coming in by a code, of who waits, and of cards. */
import { path } from '../../../platform/http/path.ts'

export const codeUrls = {
  type: path('/join'),
  come: path('/join/with/:code'),
  waiting: path('/waiting'),
  makeCode: path('/c/:slug/invite/codes'),
  endCode: path('/c/:slug/invite/codes/:id/end'),
  letIn: path('/c/:slug/people/:person/welcome'),
  decline: path('/c/:slug/people/:person/decline'),
  cards: path('/c/:slug/cards'),
  printCards: path('/c/:slug/cards/print'),
}
