import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSmtpSink } from '@wayproof/local-stack'
import { type AppName, onFreePort, startApp } from '@wayproof/local-stack/processes'
import { emptyDatabase } from '@wayproof/store/testing'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificate, type Ports, type ProxyName, startProxy } from './proxy.ts'
import { proxyClient } from './proxy-client.ts'

const PASSWORD = 'seven quiet harbours at dawn'
const TOKEN = 'Kx7mQz0TtPq2VwYb9RcLd5Ns'
const MEGABYTES = 1024 * 1024

const freePorts = (first: number): Promise<Ports> =>
  onFreePort(first, (survey) =>
    onFreePort(survey + 1, (reporting) =>
      onFreePort(reporting + 1, (proxy) =>
        onFreePort(proxy + 1, async (plain) => ({ survey, reporting, proxy, plain })),
      ),
    ),
  )

/** The three apps as built, with public addresses behind a proxy that listens on this machine. */
async function behind(name: ProxyName) {
  const work = mkdtempSync(join(tmpdir(), 'wayproof-proxy-'))
  onTestFinished(() => rmSync(work, { recursive: true, force: true }))
  const ports = await freePorts(name === 'nginx' ? 4810 : 4830)
  const certificate = makeCertificate(work)
  const sink = await openSmtpSink()
  onTestFinished(() => sink.close())
  const [surveyUrl, reportingUrl] = ['survey', 'privacy'].map((host) => `https://${host}.example.com:${ports.proxy}`)
  const settings = {
    DATA_DIR: join(work, 'data'),
    DATABASE_URL: await emptyDatabase(),
    SURVEY_PORT: String(ports.survey),
    REPORTING_PORT: String(ports.reporting),
    SURVEY_URL: surveyUrl,
    REPORTING_URL: reportingUrl,
    TRUSTED_PROXY: '127.0.0.1',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'privacy@yuntu.example',
    DEFAULT_LOCALE: 'en',
  }
  const start = (app: AppName) => {
    const started = startApp(app, settings, join(work, `${app}.log`))
    onTestFinished(() => started.kill())
    return started
  }
  const reporting = start('reporting')
  const link = await reporting.line((line) => /https:\S+\/invitation\/\S+/.exec(line)?.[0], 60_000)
  const survey = start('survey')
  await survey.line((line) => line.includes('The survey is open') || undefined, 60_000)
  start('scheduler')
  const proxy = await startProxy(name, work, ports, certificate)
  return { link, ports, proxy, reportingUrl, send: proxyClient(certificate.certificate), sink, survey, surveyUrl }
}

const json = (body: object, origin: string) => ({
  method: 'POST',
  headers: { origin, 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

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
    const { link, ports, proxy, reportingUrl = '', send, sink, survey, surveyUrl = '' } = await behind(name)

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
      .poll(() => sink.mails.find(({ to }) => to === invited.email)?.text, { timeout: 30_000 })
      .toContain(`${reportingUrl}/invitation/`)

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
    await survey.kill()
    expect((await send(`${surveyUrl}/s/${TOKEN}`)).status).toBe(502)
    await proxy.stop()
    expect(proxy.output()).not.toContain(TOKEN)
    expect(proxy.output()).not.toContain('/receipt')
  },
  300_000,
)
