/** The path of the names that one may call in a conversation. */
import { path } from '../../../platform/http/path.ts'

export const urls = { names: path('/c/:slug/threads/:id/names') }
