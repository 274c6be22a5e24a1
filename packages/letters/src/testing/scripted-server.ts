import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export type Verb = 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | '.'

export interface ScriptedServer {
  readonly url: (credentials?: string) => string
  /** All commands of the client. */
  readonly heard: () => string
}

/**
 * A plain-text mail server that follows SMTP except for the verbs in `instead`; null closes the connection. It delays each
 * answer by the given milliseconds.
 */
export async function scriptedServer(
  instead: Partial<Record<Verb, string | null>>,
  extensions: readonly string[] = [],
  thinking = 0,
): Promise<ScriptedServer> {
  let heard = ''
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let inData = false
    let line = ''
    socket.on('error', () => undefined)
    socket.write('220 mx.example ESMTP\r\n')
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      line += chunk.toString('latin1')
      for (let end = line.indexOf('\r\n'); end >= 0; end = line.indexOf('\r\n')) {
        const said = line.slice(0, end)
        line = line.slice(end + 2)
        if (inData && said !== '.') continue
        const verb = said.split(' ')[0]?.toUpperCase() as Verb
        const answer = verb in instead ? instead[verb] : usual(verb, extensions)
        if (answer === null || answer === undefined) return void socket.destroy()
        inData = verb === 'DATA' && answer.startsWith('354')
        if (thinking === 0) socket.write(`${answer}\r\n`)
        else setTimeout(() => socket.write(`${answer}\r\n`), thinking)
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: (credentials = '') => `smtp://${credentials}127.0.0.1:${port}`, heard: () => heard }
}

function usual(verb: Verb, extensions: readonly string[]): string {
  if (verb === 'EHLO')
    return ['mx.example', ...extensions, 'HELP']
      .map((text, n, all) => `250${n < all.length - 1 ? '-' : ' '}${text}`)
      .join('\r\n')
  if (verb === 'STARTTLS') return '502 not implemented'
  if (verb === 'AUTH') return '235 welcome'
  if (verb === 'DATA') return '354 go on'
  return '250 fine'
}
