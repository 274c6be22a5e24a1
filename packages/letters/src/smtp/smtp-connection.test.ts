import { once } from 'node:events'
import { type AddressInfo, createServer, Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { expect, it, onTestFinished } from 'vitest'

/** A mail server that greets and answers EHLO, and its side of the one connection. */
async function greetingServer() {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      if (String(bytes).startsWith('EHLO')) socket.write('250-mx.example\r\n250 PIPELINING\r\n')
      if (String(bytes).startsWith('NOOP')) socket.write('250 fine\r\n')
    })
    socket.write('220 mx.example ESMTP\r\n')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, sockets }
}

async function connected(port: number) {
  const connection = new SMTPConnection({ host: '127.0.0.1', port })
  onTestFinished(() => connection.close())
  const errors: Error[] = []
  connection.on('error', (error) => errors.push(error))
  await new Promise<void>((resolve) => connection.connect(() => resolve()))
  return { connection, errors }
}

// The SMTP session sends letters over this private field of nodemailer; an update that renames it must fail here.
it('nodemailer has its socket in _socket, and its listeners can be replaced', async () => {
  const { port } = await greetingServer()
  const { connection, errors } = await connected(port)
  const { _socket: socket } = connection
  expect(socket).toBeInstanceOf(Socket)
  if (!(socket instanceof Socket)) return
  expect(socket.listenerCount('data')).toBeGreaterThan(0)
  socket.removeAllListeners('data')
  const reply = once(socket, 'data')
  socket.write('NOOP\r\n')
  expect(String(await reply)).toBe('250 fine\r\n')
  expect(errors).toEqual([])
})

it('nodemailer stores the reply to EHLO, which lists the extensions', async () => {
  const { port } = await greetingServer()
  const { connection } = await connected(port)
  expect(connection.lastServerResponse).toMatch(/^250[ -]PIPELINING\b/im)
})

it('nodemailer still reports that the server has closed a connection whose data it no longer reads', async () => {
  const { port, sockets } = await greetingServer()
  const { connection } = await connected(port)
  const { _socket: socket } = connection
  if (socket) socket.removeAllListeners('data').on('data', () => undefined)
  const ended = once(connection, 'end')
  for (const each of sockets) each.end()
  await expect(ended).resolves.toEqual([])
})
