// A data folder belongs to one process at a time, and says so in one sentence.
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdDataFolder } from './data-folder.ts'

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'ciranda-data-'))
})
afterEach(() => rm(place, { recursive: true, force: true }))

test('is made when it is missing, and held once, by whatever path', async () => {
  const data = await holdDataFolder(join(place, 'a', 'b'))
  await symlink(data.path, join(place, 'other-way'))
  await expect(holdDataFolder(join(place, 'other-way'))).rejects.toThrow('Ciranda is already running')
  await data.release()
  await (await holdDataFolder(data.path)).release()
})

test('that cannot be a folder is refused', async () => {
  await writeFile(join(place, 'file'), '')
  await expect(holdDataFolder(join(place, 'file', 'data'))).rejects.toThrow('Ciranda cannot write in the folder')
})
