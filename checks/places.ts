// Names the places of the house, so that every law means the same thing by "a test" or "a store".

const MODULE = /^src\/modules\/([^/]+)\//

/** The module a file lives in, or nothing. */
export function moduleOf(path: string): string | undefined {
  return MODULE.exec(path)?.[1]
}

/** The modules that have at least one file, in order of name. */
export function modulesIn(files: readonly string[]): string[] {
  return [...new Set(files.flatMap((path) => moduleOf(path) ?? []))].sort()
}

export function isCode(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
}

/** Tests, the village, and the gallery that shows every part in every state: nothing that a school runs. */
export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.tsx?$/.test(path) || /^src\/ui\/gallery[^/]*\.tsx$/.test(path)
}

/** Code of the product itself: what runs in a school. */
export function isSource(path: string): boolean {
  return path.startsWith('src/') && isCode(path) && !isTest(path)
}

/** Whether a module's file plays a role, as `store.ts` or as a noun inside `store/`. */
export function plays(role: string, path: string): boolean {
  return moduleOf(path) !== undefined && new RegExp(`/${role}(\\.ts|/[^/]+\\.ts)$`).test(path) && !isTest(path)
}

/** Pages, their parts, and the few files beside them that only shape what is shown. */
export function isPage(path: string): boolean {
  return moduleOf(path) !== undefined && path.includes('/pages/') && isCode(path) && !isTest(path)
}

export function isIsland(path: string): boolean {
  return path.includes('/islands/')
}
