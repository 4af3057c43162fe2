/** A receiver of webhooks in tests: it hears, and answers as it is told; also as one whose certificate is of its own making. */
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** What arrived. */
export interface Heard {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** How it answers: a status, or what it does with the response instead. */
type Answers = number | ((...request: Parameters<RequestListener>) => void)

/** A running receiver. The next answers are taken from `answers`; when none is left it says 204. */
export interface Receiver {
  readonly port: number
  readonly heard: Heard[]
  readonly answers: Answers[]
  close(): Promise<void>
}

/** Made for tests, for the name receiver.example; nobody trusts it unless told to. */
export const ownCertificate = `-----BEGIN CERTIFICATE-----
MIIBdzCCARygAwIBAgIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBByZWNlaXZl
ci5leGFtcGxlMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAbMRkw
FwYDVQQDDBByZWNlaXZlci5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
QgAEcpe2pw/jxAGiUYLrijLqTA8beQyvK3wQ4fsQRjsVZuaASSuYmM6ZBA9FRUC+
6MRKHUMPjaFCpU2tRUzBWoA0QKNPME0wDwYDVR0TAQH/BAUwAwEB/zAbBgNVHREE
FDASghByZWNlaXZlci5leGFtcGxlMB0GA1UdDgQWBBQ/g03P2d0HQOFeqh0UxlLe
w6WM8DAKBggqhkjOPQQDAgNJADBGAiEA1fhlLDJ0CsQISW/MTyKD/GdB5RlT2ETr
i6d6+o7UYtICIQDpJD7Mgrl+zNAv4KlcV1GUPmNsYyAuRgz3AByZ6x/vtA==
-----END CERTIFICATE-----`
const ownKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGaPVPwXGRBLL1KUE
LUUB5aiMk0LtMVad2k1EtLdUl/uhRANCAARyl7anD+PEAaJRguuKMupMDxt5DK8r
fBDh+xBGOxVm5oBJK5iYzpkED0VFQL7oxEodQw+NoUKlTa1FTMFagDRA
-----END PRIVATE KEY-----`

/** Opens a receiver on this computer; `secure` with its own certificate. */
export const openReceiver = async (secure = false): Promise<Receiver> => {
  const heard: Heard[] = []
  const answers: Answers[] = []
  const listen: RequestListener = (request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      heard.push({ path: request.url ?? '', headers: request.headers, body })
      const answer = answers.shift() ?? 204
      if (typeof answer === 'number') response.writeHead(answer).end()
      else answer(request, response)
    })
  }
  const server = secure ? createSecureServer({ key: ownKey, cert: ownCertificate }, listen) : createServer(listen)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    answers,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
