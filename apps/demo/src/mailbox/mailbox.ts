import { once } from 'node:events'
import { serve } from '@hono/node-server'
import type { SmtpSink } from '@wayproof/local-stack'
import { Hono } from 'hono'
import { mailboxPage, mailPage } from './mailbox-page.tsx'

export interface Mailbox {
  readonly url: string
  close(): Promise<void>
}

/** Serves the letters of `sink` as pages on loopback. Rejects if the port is taken. */
export async function openMailbox(sink: SmtpSink, port: number): Promise<Mailbox> {
  const app = new Hono()
    .get('/', (c) => c.html(mailboxPage(sink.mails)))
    .get('/mail/:number{[0-9]+}', (c) => {
      const mail = sink.mails.find(({ number }) => number === Number(c.req.param('number')))
      return mail ? c.html(mailPage(mail)) : c.notFound()
    })
    .get('/api/email', (c) => c.json(sink.mails))
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
