import { createConnection } from 'node:net'

const PATIENCE_MS = 3_000

/**
 * Says whether a mail server is ready at `url`: it greets with 220 (RFC 5321), or starts TLS if the address requires
 * it.
 */
export function greets(url: string): Promise<boolean> {
  const at = URL.parse(url)
  if (!at?.hostname) return Promise.resolve(false)
  const isSecure = at.protocol === 'smtps:'
  return new Promise((resolve) => {
    const socket = createConnection(Number(at.port || (isSecure ? 465 : 587)), at.hostname.replace(/^\[|\]$/g, ''))
    const end = (wasGreeted: boolean) => {
      socket.destroy()
      resolve(wasGreeted)
    }
    socket.setTimeout(PATIENCE_MS, () => end(false))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
    socket.once('data', (data) => end(data.toString('latin1').startsWith('220')))
    if (isSecure) socket.once('connect', () => end(true))
  })
}
