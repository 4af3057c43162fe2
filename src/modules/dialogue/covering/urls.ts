/** The path of a content note: the page on which one writes it. */
import { path } from '../../../platform/http/path.ts'

export const urls = { note: path('/c/:slug/voices/:id/note') }
