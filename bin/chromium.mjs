// Finds the Chromium in which the journeys run, and installs one where that can be done without asking.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp } from './project.mjs'

const usual = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

/** @param {(sentence: string) => void} say */
export function findChromium(say) {
  const chosen = process.env.CIRANDA_CHROMIUM
  if (chosen)
    return existsSync(chosen) ? chosen : giveUp(`CIRANDA_CHROMIUM names ${chosen}, and there is nothing there.`)
  return (
    found() ??
    installed(say) ??
    giveUp(
      'The journeys need a browser and none was found: install Chromium, Chrome or Edge, or name one with CIRANDA_CHROMIUM.',
    )
  )
}

const found = () => (usual[process.platform] ?? []).find((path) => existsSync(path))

function installed(say) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('Installing Chromium for the journeys (about a minute the first time)')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-q'], quiet)
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet)
  return found()
}
