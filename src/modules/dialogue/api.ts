/** All doors of dialogue for programs. */
import { contributionApi } from './api/contributions.ts'
import { threadApi } from './api/threads.ts'
import { askApi } from './asking/api.ts'

export const api = [threadApi, contributionApi, askApi]
