/** What people own: every module's part, from the top floor down, in one list that the copy and the farewell go through. */
import type { OwnDataPart } from './platform/own-data/part.ts'

/** All parts; people stands last, since everything hangs on the person's row. */
export const ownDataParts: readonly OwnDataPart[] = []
