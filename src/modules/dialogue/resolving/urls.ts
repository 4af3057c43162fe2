/** The path of what answered a wondering. */
import { path } from '../../../platform/http/path.ts'

export const urls = { answered: path('/c/:slug/voices/:id/answered') }
