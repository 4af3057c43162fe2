/** All doors of a community for programs. */
import { charterApi } from './api/charter.ts'
import { communityApi } from './api/communities.ts'

export const api = [communityApi, charterApi]
