import { createServer } from 'node:net'
import PostalMime from 'postal-mime'
import { describe, expect, it, onTestFinished } from 'vitest'
import { composeMessage } from '../message/compose-message.ts'
import { refusal, sinkServer } from '../testing/sink-server.ts'
import { smtpTransport } from './smtp-transport.ts'

const message = await composeMessage({
  messageId: '<1@faraway.example>',
  from: { name: '远行旅行社', address: 'privacy@faraway.example' },
  to: 'ann@traveler.example',
  returnTo: 'bounces+1@faraway.example',
  subject: '隐私保护调查 · test',
  html: '<p>hello</p>',
  text: 'hello',
  headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': '<https://s.example/u/1>' },
  at: new Date('2026-01-15T01:00:00Z'),
})

const transportTo = (url: string, times = {}) => {
  const transport = smtpTransport(url, times)
  onTestFinished(() => transport.close())
  return transport
}

describe('the SMTP transport', () => {
  it('delivers to the one mailbox, with date, stable Message-ID, both parts and the given headers', async () => {
    const sink = await sinkServer()
    const result = await transportTo(sink.url).send(message)
    expect(result).toEqual({ outcome: 'sent', reply: '250 OK: taken' })
    expect(sink.received).toHaveLength(1)
    expect(sink.received[0]).toMatchObject({ from: 'bounces+1@faraway.example', to: ['ann@traveler.example'] })
    const mail = await PostalMime.parse(sink.received[0]?.raw ?? '')
    expect(mail).toMatchObject({ subject: '隐私保护调查 · test', messageId: '<1@faraway.example>' })
    expect(mail.text?.trim()).toBe('hello')
    expect(mail.html?.trim()).toBe('<p>hello</p>')
    expect(Date.parse(mail.date ?? '')).toBe(Date.parse('2026-01-15T01:00:00Z'))
    expect(mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe('<https://s.example/u/1>')
  })

  it('uses one connection for letters one after another', async () => {
    let connections = 0
    const sink = await sinkServer({
      onConnect: (_session, done) => {
        connections += 1
        done()
      },
    })
    const transport = transportTo(sink.url)
    for (let n = 0; n < 5; n += 1) await transport.send(message)
    expect([sink.received.length, connections]).toEqual([5, 1])
  })

  it.each([
    [550, 'RCPT', 'failed'],
    [451, 'RCPT', 'deferred'],
    [421, 'RCPT', 'deferred'],
    [554, 'DATA', 'failed'],
    [452, 'DATA', 'deferred'],
    [550, 'MAIL', 'unreachable'],
    [421, 'CONNECT', 'unreachable'],
    [554, 'CONNECT', 'unreachable'],
  ] as const)('takes a %i at %s as %s, keeping the reply', async (code, at, outcome) => {
    const no = refusal(code, 'says the server')
    const sink = await sinkServer({
      ...(at === 'CONNECT' ? { onConnect: (_session, done) => done(no) } : {}),
      ...(at === 'MAIL' ? { onMailFrom: (_address, _session, done) => done(no) } : {}),
      ...(at === 'RCPT' ? { onRcptTo: (_address, _session, done) => done(no) } : {}),
      ...(at === 'DATA'
        ? {
            onData: (stream, _session, done) => {
              stream.resume()
              stream.on('end', () => done(no))
            },
          }
        : {}),
    })
    const result = await transportTo(sink.url).send(message)
    expect(result.outcome).toBe(outcome)
    expect(result.reply).toContain(String(code))
  })

  it('reports a server that is down, or that never greets, as unreachable', async () => {
    const sink = await sinkServer()
    await sink.close()
    expect((await transportTo(sink.url).send(message)).outcome).toBe('unreachable')
    const mute = createServer(() => undefined).listen(0, '127.0.0.1')
    onTestFinished(() => void mute.close())
    const address = mute.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect((await transportTo(`smtp://127.0.0.1:${port}`, { silence: 200 }).send(message)).outcome).toBe('unreachable')
  })

  it('leaves a server that disconnects during DATA, stops answering or never stops sending, and continues on a new connection', async () => {
    let mode: 'drop' | 'silence' | 'drip' | 'well' = 'drop'
    const sink = await sinkServer({
      onData(stream, session, done) {
        stream.resume()
        if (mode === 'drop') {
          for (const connection of sink.server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
            if (connection.id === session.id) connection._socket.destroy()
          }
        }
        if (mode === 'drip') {
          const timer = setInterval(() => {
            if (mode !== 'drip') return clearInterval(timer)
            for (const connection of sink.server.connections as Set<{ _socket: { write(text: string): void } }>) {
              connection._socket.write('250-still here\r\n')
            }
          }, 50)
          onTestFinished(() => clearInterval(timer))
        }
        if (mode === 'well') stream.on('end', () => done(null, 'taken'))
      },
    })
    const transport = transportTo(sink.url, { silence: 1_000, deadline: 2_000 })
    for (const kind of ['drop', 'silence', 'drip'] as const) {
      mode = kind
      expect([kind, (await transport.send(message)).outcome]).toEqual([kind, 'deferred'])
    }
    mode = 'well'
    expect((await transport.send(message)).outcome).toBe('sent')
  })
})
