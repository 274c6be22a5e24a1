import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { MailboxPlace } from '@wayproof/letters/mailbox/mailbox-place'
import { onTestFinished } from 'vitest'

interface Message {
  readonly uid: number
  readonly body: string
  readonly flags: Set<string>
}

export interface ImapCommand {
  readonly tag: string
  /** Such as `UID STORE`. */
  readonly verb: string
  readonly line: string
  readonly socket: Socket
}

/**
 * Lines to respond with instead of the real ones; `drop` breaks the connection, `silence` sends nothing; null responds
 * normally.
 */
type Lie = (command: ImapCommand) => string | null

export interface ScriptedMailbox {
  readonly place: MailboxPlace
  readonly commands: readonly string[]
  /** Connections so far. */
  connections(): number
  answerWith(reply: Lie): void
  /** Remaining messages: the text, and first letters of its flags. */
  remaining(): readonly string[]
}

/** A mail server with one mailbox and scripted responses. No TLS. */
export async function scriptedMailbox(
  bodies: readonly string[],
  flags: readonly string[] = [],
): Promise<ScriptedMailbox> {
  const messages: Message[] = bodies.map((body, at) => ({ uid: at + 1, body, flags: new Set(flags) }))
  const commands: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  let scriptedAnswer: Lie = () => null
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('* OK ready\r\n')
    let buffered = ''
    socket.on('data', (chunk) => {
      const lines = `${buffered}${chunk.toString('latin1')}`.split('\r\n')
      buffered = lines.pop() ?? ''
      for (const line of lines) {
        commands.push(line)
        const [tag = '', first = '', second = ''] = line.split(' ')
        const verb = (first.toUpperCase() === 'UID' ? `UID ${second}` : first).toUpperCase()
        const scriptedReply = scriptedAnswer({ tag, verb, line, socket })
        if (scriptedReply === 'drop') return void socket.destroy()
        if (scriptedReply !== 'silence')
          socket.write(scriptedReply ?? defaultReply(messages, tag, verb, line), 'latin1')
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    place: { host: '127.0.0.1', port, encryption: 'none', user: 'bounces', password: 'secret', folder: ['INBOX'] },
    commands,
    connections: () => connections,
    answerWith: (reply) => {
      scriptedAnswer = reply
    },
    remaining: () =>
      messages.map((message) =>
        `${message.body} ${[...message.flags]
          .map((flag) => flag[1])
          .sort()
          .join('')}`.trim(),
      ),
  }
}

function defaultReply(messages: Message[], tag: string, verb: string, line: string): string {
  const okLine = `${tag} OK done\r\n`
  const selectedMessages = () => {
    const uids = new Set((line.split(' ')[3] ?? '').split(',').flatMap(range))
    return messages.filter(({ uid }) => uids.has(uid))
  }
  const number = (message: Message) => messages.indexOf(message) + 1
  switch (verb) {
    case 'CAPABILITY':
      return `* CAPABILITY IMAP4rev1 UIDPLUS\r\n${okLine}`
    case 'LIST':
      return `* LIST () "/" INBOX\r\n${okLine}`
    case 'SELECT':
      return `* ${messages.length} EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* OK [PERMANENTFLAGS (\\Seen \\Flagged \\Deleted)] x\r\n${tag} OK [READ-WRITE] done\r\n`
    case 'UID SEARCH': {
      const uids = messages.filter(({ flags, uid }) => matches(line, flags, uid)).map(({ uid }) => ` ${uid}`)
      return `* SEARCH${uids.join('')}\r\n${okLine}`
    }
    case 'UID FETCH': {
      const lines = selectedMessages().map((message) => {
        const { uid, body, flags } = message
        const section = line.includes('BODY')
          ? `BODY[]<0> {${body.length}}\r\n${body}`
          : `FLAGS (${[...flags].join(' ')}) RFC822.SIZE ${body.length}`
        return `* ${number(message)} FETCH (UID ${uid} ${section})\r\n`
      })
      return `${lines.join('')}${okLine}`
    }
    case 'UID STORE': {
      const names = /\(([^)]*)\)/.exec(line)?.[1]?.split(' ') ?? []
      for (const { flags } of selectedMessages())
        for (const name of names)
          if (line.includes(' -FLAGS')) flags.delete(name)
          else flags.add(name)
      return okLine
    }
    case 'UID EXPUNGE': {
      const lines: string[] = []
      for (const message of selectedMessages()) {
        if (!message.flags.has('\\Deleted')) continue
        lines.push(`* ${number(message)} EXPUNGE\r\n`)
        messages.splice(messages.indexOf(message), 1)
      }
      return `${lines.join('')}${okLine}`
    }
    case 'LOGOUT':
      return `* BYE\r\n${okLine}`
    default:
      return okLine
  }
}

function range(text: string): readonly number[] {
  const [from = 0, to = from] = text.split(':').map(Number)
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

function matches(line: string, flags: ReadonlySet<string>, uid: number): boolean {
  const requestedUids = / UID ([\d:,]+)/.exec(line.replace('UID SEARCH', 'SEARCH'))?.[1]
  if (requestedUids && !requestedUids.split(',').flatMap(range).includes(uid)) return false
  return ['Seen', 'Flagged', 'Deleted'].every((flag) => {
    const words = line.split(' ')
    if (words.includes(flag.toUpperCase())) return flags.has(`\\${flag}`)
    return !words.includes(`UN${flag.toUpperCase()}`) || !flags.has(`\\${flag}`)
  })
}
