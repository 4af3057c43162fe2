/** All doors of dialogue for programs. */
import { contributionApi } from './api/contributions.ts'
import { threadApi } from './api/threads.ts'
import { askApi } from './asking/api.ts'
import { roundApi } from './round/api.ts'
import { withPerspective } from './round/perspective/api.ts'

export const api = [threadApi, contributionApi, askApi, withPerspective(roundApi)]
