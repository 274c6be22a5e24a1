import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import type { Mail } from '@wayproof/local-stack/mail/mail'
import type { SmtpSink } from '@wayproof/local-stack/mail/smtp-sink'
import { visitingTraveler } from '@wayproof/sample-company/people'
import { Hono } from 'hono'
import { type Account, roleAccounts } from '../people/role-accounts.ts'
import { mailboxPage, mailPage, peoplePage } from './mailbox-page.tsx'

export interface Mailbox {
  readonly url: string
  close(): Promise<void>
}

/** How long a request waits for a further letter. */
const LONGEST_WAIT_MS = 60_000

/** The letters to `to`, as soon as there are more than `after`; those there are if no further one arrives in time. */
async function lettersTo(sink: SmtpSink, to: string, after: number): Promise<readonly Mail[]> {
  const signal = AbortSignal.timeout(LONGEST_WAIT_MS)
  for (;;) {
    const letters = sink.mails.filter((mail) => mail.to === to)
    if (letters.length > after || signal.aborted) return letters
    await sink.nextMail(signal)
  }
}

/**
 * Serves the letters of `sink` as pages on loopback, and a link for each role that signs in at `reportingUrl`. Rejects if the
 * port is taken.
 */
export async function openMailbox(sink: SmtpSink, port: number, reportingUrl: string): Promise<Mailbox> {
  const app = new Hono()
    .get('/', (c) => c.html(mailboxPage(sink.mails)))
    .get('/mail/:number{[0-9]+}', (c) => {
      const mail = sink.mails.find(({ number }) => number === Number(c.req.param('number')))
      return mail ? c.html(mailPage(mail)) : c.notFound()
    })
    .get('/you', (c) => {
      const own = sink.mails.findLast(({ to }) => to === visitingTraveler)
      return c.redirect(own ? `/mail/${own.number}` : '/')
    })
    .get('/people', (c) => c.html(peoplePage()))
    .get('/as/:role', async (c) => {
      const role = USER_ROLES.find((each) => each === c.req.param('role'))
      if (!role) return c.notFound()
      for (const cookie of await signInAs(reportingUrl, roleAccounts[role]))
        c.header('set-cookie', cookie, { append: true })
      return c.redirect(reportingUrl)
    })
    .get('/api/email', async (c) => {
      const { to, after } = c.req.query()
      return c.json(to === undefined ? sink.mails : await lettersTo(sink, to, Number(after ?? 0)))
    })
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/**
 * Signs in at the dashboard, and returns the cookies of the session. A browser sends them to every port of this machine, so
 * the demo can set them and no app needs a route for it.
 */
async function signInAs(reportingUrl: string, { email, password }: Account): Promise<readonly string[]> {
  const response = await fetch(`${reportingUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: reportingUrl },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status}`)
  return response.headers.getSetCookie()
}
