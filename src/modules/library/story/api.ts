/** All doors of stories for programs. */
import { circleApi } from './api/circle.ts'
import { depictedApi } from './api/depicted.ts'
import { publicationApi } from './api/publication.ts'
import { releaseApi } from './api/release.ts'
import { storyApi } from './api/stories.ts'

export const api = [storyApi, releaseApi, depictedApi, circleApi, publicationApi]
