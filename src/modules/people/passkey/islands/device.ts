/** Speaks with the devices that keep passkeys: gets the question from the site, answers with what the device says. */
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** The answer of a device, as text. @throws when the site does not ask, or the person or the device does not answer. */
export const askDevice = async (ask: string, make: boolean): Promise<string> => {
  const asked = await fetch(ask, { method: 'POST', body: new URLSearchParams({ does: make ? 'make' : 'show' }) })
  if (!asked.ok) throw new Error('not asked')
  const optionsJSON = await asked.json()
  return JSON.stringify(make ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON }))
}
