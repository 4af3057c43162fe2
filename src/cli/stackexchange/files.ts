/** The files of a Stack Exchange archive in a folder. */
import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandFailed } from '../verb.ts'

/** Paths of the files that are read; the others (votes, tags, badges, links, history) hold no words. */
export interface Files {
  readonly posts: string
  readonly comments: string
  readonly users: string
}

/** @throws CommandFailed when the folder or one of the files is not there */
export const filesIn = async (folder: string): Promise<Files> => {
  const found = await stat(folder).catch(() => undefined)
  if (!found) throw new CommandFailed(`There is no folder ${folder}.`)
  if (!found.isDirectory())
    throw new CommandFailed(`${folder} is not a folder: name the one that holds Posts.xml, Comments.xml and Users.xml.`)
  return {
    posts: await readable(folder, 'Posts.xml'),
    comments: await readable(folder, 'Comments.xml'),
    users: await readable(folder, 'Users.xml'),
  }
}

const readable = async (folder: string, name: string): Promise<string> => {
  const path = join(folder, name)
  const file = await stat(path).catch(() => undefined)
  if (!file?.isFile())
    throw new CommandFailed(
      `The folder ${folder} has no ${name}: a Stack Exchange archive has Posts.xml, Comments.xml and Users.xml.`,
    )
  await access(path, constants.R_OK).catch(() => {
    throw new CommandFailed(`${path} may not be read by this user.`)
  })
  return path
}
