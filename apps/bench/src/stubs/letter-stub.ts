import { once } from 'node:events'
import { createConnection } from 'node:net'
import { createInterface } from 'node:readline'
import { benchSettings } from '../config.ts'

// Minimum work of a sender: a prepared message, all its commands sent at once, one letter at a time on each of five
// connections, without any database.

const CONNECTIONS = 5
const MESSAGE_BYTES = 12_000

const port = Number(benchSettings.STUB_SMTP_PORT)
const letters = Number(benchSettings.STUB_LETTERS)
const line = `${'x'.repeat(76)}\r\n`
const message = `Subject: x\r\n\r\n${line.repeat(Math.ceil(MESSAGE_BYTES / line.length))}.\r\n`

let startedAt = 0
await Promise.all(
  Array.from({ length: CONNECTIONS }, async () => {
    const socket = createConnection(port, '127.0.0.1')
    socket.setNoDelay(true)
    const replies = createInterface({ input: socket })[Symbol.asyncIterator]()
    await once(socket, 'connect')
    await replies.next()
    while (startedAt < letters) {
      startedAt += 1
      socket.write(`MAIL FROM:<a@stub.example>\r\nRCPT TO:<t${startedAt}@stub.example>\r\nDATA\r\n`)
      for (let reply = 0; reply < 3; reply += 1) await replies.next()
      socket.write(message)
      await replies.next()
    }
    socket.end('QUIT\r\n')
  }),
)
