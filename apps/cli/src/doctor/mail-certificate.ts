import { once } from 'node:events'
import { connect, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Instant } from '@wayproof/kernel/clock'

const SILENCE_MS = 10_000
const [PORT, TLS_PORT] = [587, 465]

/** The end of a mail server's certificate; null if the server offers no TLS or does not answer, which another check reports. */
export async function mailCertificateEnd(smtpUrl: string): Promise<Instant | null> {
  const { protocol, hostname, port } = new URL(smtpUrl)
  const isTls = protocol === 'smtps:'
  const signal = AbortSignal.timeout(SILENCE_MS)
  const socket = connect({ host: hostname, port: Number(port) || (isTls ? TLS_PORT : PORT), signal })
  socket.on('error', () => {})
  try {
    await once(socket, 'connect', { signal })
    if (!isTls && !(await startTls(socket, signal))) return null
    // An expired or unknown certificate is read, too.
    const secured = connectTls({
      socket,
      ...(isIP(hostname) ? {} : { servername: hostname }),
      rejectUnauthorized: false,
    })
    await once(secured, 'secureConnect', { signal })
    return Date.parse(secured.getPeerCertificate().valid_to)
  } catch {
    return null
  } finally {
    socket.destroy()
  }
}

/** Asks for TLS in an SMTP session. False if the server does not offer it. */
async function startTls(socket: Socket, signal: AbortSignal): Promise<boolean> {
  await reply(socket, signal)
  socket.write('EHLO localhost\r\n')
  if (!/STARTTLS/i.test(await reply(socket, signal))) return false
  socket.write('STARTTLS\r\n')
  return (await reply(socket, signal)).startsWith('220')
}

/** The lines of a reply; the last one has a space after its code. */
async function reply(socket: Socket, signal: AbortSignal): Promise<string> {
  let text = ''
  while (!/^\d{3} .*\r\n/m.test(text)) {
    const [chunk] = await once(socket, 'data', { signal })
    text += String(chunk)
  }
  return text
}
