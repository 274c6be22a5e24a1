import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { mailboxPage, mailPage } from './mailbox-page.tsx'
import type { SmtpSink } from './smtp-sink.ts'

/** The letters of `sink` as pages, on loopback. */
export async function openMailbox(sink: SmtpSink, port: number): Promise<{ close(): Promise<void> }> {
  const app = new Hono()
    .get('/', (c) => c.html(mailboxPage(sink.mails)))
    .get('/mail/:number{[0-9]+}', (c) => {
      const mail = sink.mails.find(({ number }) => number === Number(c.req.param('number')))
      return mail ? c.html(mailPage(mail)) : c.notFound()
    })
    .get('/api/email', (c) => c.json(sink.mails))
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(listening))
  })
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}
