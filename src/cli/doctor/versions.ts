/** Which Ciranda and which Node this is. */
import { version } from '../../platform/version.ts'
import { type Finding, fine, look } from './finding.ts'

const OLDEST = [22, 18] as const

/** @param node such as 24.21.0 */
export const examineVersions = (node: string): Finding[] => {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const old = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
  return [
    fine('versions', `Ciranda ${version()}`),
    old
      ? look(
          'versions',
          `Node ${node} is older than ${OLDEST.join('.')}`,
          'Start Ciranda by npm start or bin/ciranda: they bring the Node they need.',
        )
      : fine('versions', `Node ${node}`),
  ]
}
