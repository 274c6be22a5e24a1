import { mkdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { createServerDatabase } from '@wayproof/database/testing/server-database'
import { openSmtpSink } from '@wayproof/local-stack/mail/smtp-sink'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import type { AppName } from '@wayproof/local-stack/processes/node-options'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { type MadeRelease, makeRelease, startReleased } from './made-release.ts'
import { makeCertificate, type Ports, type ProxyName, requireProxy, startProxy } from './proxy.ts'
import { proxyClient } from './proxy-client.ts'

const PASSWORD = 'seven quiet harbours at dawn'
const TOKEN = 'Kx7mQz0TtPq2VwYb9RcLd5Ns'
const MEGABYTES = 1024 * 1024

let made: MadeRelease
beforeAll(() => {
  made = makeRelease()
})

const freePorts = (first: number): Promise<Ports> =>
  onFreePort(first, (survey) =>
    onFreePort(survey + 1, (reporting) =>
      onFreePort(reporting + 1, (proxy) =>
        onFreePort(proxy + 1, async (plain) => ({ survey, reporting, proxy, plain })),
      ),
    ),
  )

/** Behind Caddy PostgreSQL, as in the compose file. */
async function databaseOf(name: ProxyName, work: string): Promise<string> {
  if (name === 'nginx') return `file:${join(work, 'wayproof.db')}`
  const { url, drop } = await createServerDatabase(inject('postgresUrl'))
  onTestFinished(drop)
  return url
}

/** The three apps of a release, each alone as in its container, with public addresses behind a proxy that listens on this machine. */
async function behind(name: ProxyName) {
  requireProxy(name)
  const work = join(made.work, `behind-${name}`)
  mkdirSync(work)
  const ports = await freePorts(name === 'nginx' ? 4810 : 4830)
  const certificate = makeCertificate(work)
  const sink = await openSmtpSink()
  onTestFinished(() => sink.close())
  const urlOf = (host: string) => `https://${host}.example.com:${ports.proxy}`
  const [surveyUrl, reportingUrl] = [urlOf('survey'), urlOf('privacy')] as const
  const settings = {
    DATA_DIR: join(work, 'data'),
    WAVE_KEY_DIR: join(work, 'wave-keys'),
    DATABASE_URL: await databaseOf(name, work),
    SURVEY_PORT: String(ports.survey),
    REPORTING_PORT: String(ports.reporting),
    SURVEY_URL: surveyUrl,
    REPORTING_URL: reportingUrl,
    TRUSTED_PROXY: '127.0.0.1',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'privacy@yuntu.example',
    DEFAULT_LOCALE: 'en',
  }
  const start = (app: AppName) => startReleased(made, [app], settings)
  const reporting = start('reporting')
  const firstLink = () => /https:\S+\/invitation\/\S+/.exec(reporting.output())?.[0] ?? ''
  await expect.poll(firstLink).not.toBe('')
  const survey = start('survey')
  await expect.poll(survey.output).toContain('The survey is open')
  start('scheduler')
  const proxy = await startProxy(name, work, ports, certificate)
  return {
    link: firstLink(),
    ports,
    proxy,
    reportingUrl,
    send: proxyClient(certificate.certificate),
    sink,
    survey,
    surveyUrl,
  }
}

const json = (body: object, origin: string) => ({
  method: 'POST',
  headers: { origin, 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Where a request without TLS is sent to. */
const plainLocation = (port: number, host: string) =>
  new Promise<string | undefined>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/receipt', headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.headers.location)
    })
      .once('error', reject)
      .end()
  })

test.each<ProxyName>(['nginx', 'caddy'])(
  'an installation behind the shipped example of %s works over TLS, knows its callers and keeps links out of logs',
  async (name) => {
    const { link, ports, proxy, reportingUrl, send, sink, survey, surveyUrl } = await behind(name)

    // Pages, HSTS, and a health check that stays inside.
    for (const url of [`${surveyUrl}/receipt`, `${reportingUrl}/`]) {
      const page = await send(url)
      expect([page.status, page.headers['strict-transport-security']]).toEqual([
        200,
        'max-age=31536000; includeSubDomains',
      ])
    }
    for (const path of ['/health/live', '/health/ready']) {
      expect((await send(`${surveyUrl}${path}`)).status).toBe(404)
      expect((await send(`${reportingUrl}${path}`)).status).toBe(404)
      for (const port of [ports.survey, ports.reporting])
        expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200)
    }
    if (name === 'nginx')
      expect(await plainLocation(ports.plain, 'survey.example.com')).toBe('https://survey.example.com/receipt')

    // The origin, and the cookie of a session.
    const token = link.slice(link.lastIndexOf('/') + 1)
    const person = { token, name: 'Officer', email: 'officer@yuntu.example', password: PASSWORD, locale: 'en' }
    const foreign = await send(`${reportingUrl}/trpc/people.accept`, json({ json: person }, 'https://evil.example'))
    expect(foreign.status).toBe(403)
    const accepted = await send(`${reportingUrl}/trpc/people.accept`, json({ json: person }, reportingUrl))
    expect(accepted.status).toBe(200)
    const cookies = accepted.headers['set-cookie'] ?? []
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatch(/(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=\w+)/i)
    const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ')
    const form = { method: 'POST', body: 'code=x' }
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(
      (await send(`${surveyUrl}/receipt`, { ...form, headers: { ...type, origin: 'https://evil.example' } })).status,
    ).toBe(403)
    expect((await send(`${surveyUrl}/receipt`, { ...form, headers: { ...type, origin: surveyUrl } })).status).toBe(404)

    const page = await send(`${surveyUrl}/rights?lang=en`)
    const fields = { kind: 'access', regime: 'china', text: 'What do you hold about me?', email: '' }
    const formCode = /name="form" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const asked = await send(`${surveyUrl}/rights?lang=en`, {
      method: 'POST',
      headers: { ...type, origin: surveyUrl },
      body: new URLSearchParams({ form: formCode, ...fields }).toString(),
    })
    expect(asked.status).toBe(303)
    expect(asked.headers['set-cookie']?.[0]).toMatch(/^case=.*(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=Lax)/)

    // A flood closes the form to its own network alone, whatever it claims.
    const ask = async (from: string, n: number) => {
      const headers = { ...type, origin: surveyUrl, 'x-forwarded-for': `203.0.${n}.1` }
      const body = new URLSearchParams({ ...fields, text: `Question ${n}` }).toString()
      return (await send(`${surveyUrl}/rights?lang=en`, { method: 'POST', from, headers, body })).status
    }
    const statuses: number[] = []
    for (let n = 0; n < 25; n += 1) statuses.push(await ask('127.0.0.9', n))
    expect(new Set(statuses)).toEqual(new Set([303, 429]))
    expect(await ask('127.0.1.2', 26)).toBe(303)

    // Links of letters.
    const signedIn = (body: object) => {
      const call = json(body, reportingUrl)
      return { ...call, headers: { ...call.headers, cookie } }
    }
    const organisation = {
      ...{ nameZh: '云途旅行', nameEn: 'Yuntu Travel', contactEmail: 'privacy@yuntu.example' },
      ...{ programmeStart: '2025-01-01', baselineYear: null, sample: true },
    }
    expect((await send(`${reportingUrl}/trpc/organisation.save`, signedIn({ json: organisation }))).status).toBe(200)
    const invited = { email: 'ma@yuntu.example', role: 'executive', locale: 'en' }
    expect((await send(`${reportingUrl}/trpc/people.invite`, signedIn({ json: invited }))).status).toBe(200)
    await expect
      .poll(() => sink.mails.find(({ to }) => to === invited.email)?.text)
      .toContain(`${reportingUrl}/invitation/`)

    const letter = { period: '2026-H1', kind: 'survey-invitation', closesOn: inDays(20) }
    expect((await send(`${reportingUrl}/trpc/wave.testLetter`, signedIn({ json: letter }))).status).toBe(200)
    const preview = () => sink.mails.map(({ text }) => /https:\S+\/preview\/[\w-]+/.exec(text)?.[0]).find(Boolean) ?? ''
    await expect.poll(preview).toContain(`${surveyUrl}/preview/`)
    expect((await send(preview())).text).toContain('<form')

    // An import of many megabytes.
    const rows = Buffer.alloc(20 * MEGABYTES, 'quarter,heldOn\n2026-Q1,2026-02-03\n')
    const upload = await send(`${reportingUrl}/import/training-sessions?dryRun=true&fileName=a.csv`, {
      method: 'POST',
      headers: { origin: reportingUrl, cookie, 'content-type': 'application/octet-stream' },
      body: rows,
    })
    expect([upload.status, JSON.parse(upload.text)]).toMatchObject([expect.any(Number), { ok: expect.any(Boolean) }])
    expect(upload.status).toBeLessThan(500)
    expect(upload.status).not.toBe(413)

    // Wrong passwords block the caller's own address, whatever the caller claims, and no other.
    const attempt = (password: string, from: string, claimed: string) => {
      const call = json({ email: person.email, password }, reportingUrl)
      const headers = { ...call.headers, 'x-forwarded-for': claimed, 'x-real-ip': claimed }
      return send(`${reportingUrl}/api/auth/sign-in/email`, { ...call, headers, from })
    }
    for (let n = 1; n <= 10; n += 1)
      expect((await attempt('a wrong password', '127.0.0.2', `203.0.113.${n}`)).status).toBe(401)
    expect((await attempt(PASSWORD, '127.0.0.2', '203.0.113.77')).status).toBe(429)
    expect((await attempt(PASSWORD, '127.0.0.3', '203.0.113.77')).status).toBe(200)

    // A survey that is down: the proxy says so, and writes neither link nor caller.
    expect((await send(`${surveyUrl}/s/${TOKEN}`)).status).toBe(404)
    survey.child.kill('SIGKILL')
    await survey.ended()
    expect((await send(`${surveyUrl}/s/${TOKEN}`)).status).toBe(502)
    await proxy.stop()
    expect(proxy.output()).not.toContain(TOKEN)
    expect(proxy.output()).not.toContain('/receipt')
  },
  300_000,
)
