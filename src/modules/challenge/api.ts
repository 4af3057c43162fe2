/** All doors of questions for programs. */
import { challengeApi } from './api/challenges.ts'
import { tryoutApi } from './api/tryouts.ts'

export const api = [challengeApi, tryoutApi]
