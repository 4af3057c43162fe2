/** The paths of safeguarding. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  who: path('/c/:slug/who-looks-after-us'),
  vetting: path('/c/:slug/who-looks-after-us/adults'),
  vettingEnd: path('/c/:slug/who-looks-after-us/adults/:person/ending'),
  naming: path('/c/:slug/who-looks-after-us/leads'),
  leadAnswer: path('/c/:slug/who-looks-after-us/leads/:person/answer'),
  country: path('/c/:slug/who-looks-after-us/country'),
  ask: path('/c/:slug/ask-for-help'),
  help: path('/c/:slug/ask-for-help/:id'),
  reading: path('/c/:slug/ask-for-help/:id/reading'),
  answer: path('/c/:slug/ask-for-help/:id/answer'),
  takingBack: path('/c/:slug/ask-for-help/:id/taking-back'),
  report: path('/c/:slug/report/:kind/:thing'),
  reported: path('/c/:slug/report-sent'),
  care: path('/c/:slug/care'),
  case: path('/c/:slug/care/:id'),
  acts: path('/c/:slug/care/:id/acts'),
  mine: path('/me/who-looked'),
}
