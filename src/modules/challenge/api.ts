/** All doors of questions for programs. */
import { carryingApi } from './api/carrying.ts'
import { challengeApi } from './api/challenges.ts'
import { reflectionApi } from './api/reflections.ts'
import { tryoutApi } from './api/tryouts.ts'

export const api = [challengeApi, carryingApi, tryoutApi, reflectionApi]
