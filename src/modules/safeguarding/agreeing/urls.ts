/** The paths of what students and families say. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  families: path('/c/:slug/families'),
  asking: path('/c/:slug/families-asked'),
  family: path('/c/:slug/families/:person'),
  age: path('/c/:slug/families/:person/age'),
  guardians: path('/c/:slug/families/:person/guardians'),
  letter: path('/c/:slug/families/:person/guardians/:id/letter'),
  linkEnd: path('/c/:slug/families/:person/guardians/:id/link-end'),
  restriction: path('/c/:slug/families/:person/guardians/:id/restriction'),
  paper: path('/c/:slug/families/:person/guardians/:id/paper'),
  mine: path('/c/:slug/my-own-yes'),
  link: path('/guardian/:token'),
  copy: path('/guardian/:token/copy'),
  ages: path('/administration/ages'),
}

/** Whether a path is that of a guardian's link, where the address itself is the key. */
export const isGuardianLink = (address: string): boolean => address.startsWith(urls.link({ token: '' }))
