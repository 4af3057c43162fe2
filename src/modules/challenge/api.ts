/** All doors of questions for programs. */
import { carryingApi } from './api/carrying.ts'
import { challengeApi } from './api/challenges.ts'
import { concludingApi } from './api/concluding.ts'
import { differenceApi } from './api/differences.ts'
import { reflectionApi } from './api/reflections.ts'
import { tryoutApi } from './api/tryouts.ts'
import { unknownApi } from './api/unknowns.ts'

export const api = [challengeApi, carryingApi, unknownApi, differenceApi, tryoutApi, concludingApi, reflectionApi]
