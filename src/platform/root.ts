/** Where the project lies: the nearest folder above this file that holds the migrations. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const find = (folder: string): string => {
  if (existsSync(join(folder, 'db', 'migrations'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('The folder db/migrations cannot be found above the program')
  return find(above)
}

/** The project's folder, the same from source and from the build. */
export const projectRoot = find(dirname(fileURLToPath(import.meta.url)))
