/** All doors of a community for programs. */
import { belongingApi } from './api/belonging.ts'
import { charterApi } from './api/charter.ts'
import { communityApi } from './api/communities.ts'
import { groupsApi } from './api/groups.ts'
import { versionsApi } from './api/versions.ts'

export const api = [communityApi, belongingApi, charterApi, versionsApi, groupsApi]
