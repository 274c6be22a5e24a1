import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { systemTokens } from '@wayproof/kernel/system'
import { accept, officer } from '@wayproof/local-stack/clients/officer'
import { type ScriptProcess, startScript } from '@wayproof/local-stack/processes/app-process'
import { freePort } from '@wayproof/local-stack/testing/daemon'
import { expect, onTestFinished, test } from 'vitest'

const APPS = ['survey', 'reporting', 'scheduler'] as const

const random = () => Buffer.from(systemTokens.bytes(24)).toString('base64url')

/** One secret of each kind that settings, requests and errors carry; `%` and `"` are written differently in each place. */
const planted = {
  mailPassword: `mail%"${random()}`,
  databasePassword: `database${random()}`,
  mailboxPassword: `mailbox ${random()}`,
  providerSecret: `provider${random()}`,
  hookSecret: `hook-secret-of-32-characters-${random()}`,
  hookKey: `key${random()}`,
  eventSecret: `event-secret-of-32-characters-${random()}`,
  eventPassword: `event-password-of-32-characters-${random()}`,
  mailgunKey: `${random()}${random()}`,
  apiKey: `wayproof_${'0a'.repeat(16)}_${random()}${random().slice(0, 11)}`,
  session: `${random()}${random()}`,
  linkToken: `${random()}${random().slice(0, 14)}`,
  address: `li.${random()
    .toLowerCase()
    .replace(/[^a-z]/g, '')}@traveler.example`,
  receipt: newSecretCode(systemTokens),
  password: `a quiet password ${random()}`,
}

/** Every way in which a text writes the secrets. */
const spellings = Object.entries(planted).flatMap(([kind, secret]) =>
  [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString('base64')].map(
    (spelling) => [kind, spelling] as const,
  ),
)

/** The secrets in a text. */
const found = (text: string) =>
  new Set(spellings.flatMap(([kind, spelling]) => (text.includes(spelling) ? [kind] : [])))

async function portOf(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A mail server or mailbox that refuses everyone, and says with what they came. */
const quotingServer = (greeting: string, reply: (line: string) => string) =>
  portOf(
    createServer((socket) => {
      socket.on('error', () => undefined)
      socket.write(greeting)
      socket.on('data', (chunk) => void socket.write(reply(chunk.toString('utf8').trim())))
    }),
  )

const mailServer = () =>
  quotingServer('220 mx.example ESMTP\r\n', (line) =>
    line.startsWith('EHLO')
      ? '250-mx.example\r\n250 AUTH PLAIN LOGIN\r\n'
      : `535 5.7.8 ${planted.mailPassword} is wrong for ${planted.address}\r\n`,
  )

const mailbox = () =>
  quotingServer('* OK ready\r\n', (line) => {
    const [tag = '', verb = ''] = line.split(' ')
    return verb === 'CAPABILITY'
      ? `* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n`
      : `${tag} NO ${planted.mailboxPassword} is wrong for ${planted.address}\r\n`
  })

/** A provider whose every answer is an error that quotes what it was sent. */
const provider: RequestListener = (request, response) => {
  response.writeHead(400, { 'content-type': 'application/json' })
  const description = `${planted.providerSecret} of ${planted.address} at ${request.url}`
  response.end(JSON.stringify({ error: 'invalid_client', error_description: description }))
}

interface Started {
  readonly app: ScriptProcess
  readonly logFile: string
}

function start(name: (typeof APPS)[number], data: string, settings: Readonly<Record<string, string>>): Started {
  const logFile = join(data, `${name}.log`)
  const app = startScript(`apps/${name}/src/main.ts`, { DATA_DIR: data, ...settings }, logFile)
  onTestFinished(() => app.kill())
  return { app, logFile }
}

function dataFolder(): string {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-planted-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  return data
}

const ALL = Object.values(planted).join(' ')

/** Bodies with all secrets, in forms that are valid and forms that are broken. */
const bodies: readonly (readonly [string, string])[] = [
  ['application/json', JSON.stringify({ json: { email: planted.address, password: ALL, token: ALL, code: ALL } })],
  ['application/json', JSON.stringify({ email: planted.address, password: planted.password })],
  ['application/json', `{"json": ${ALL}`],
  ['application/x-www-form-urlencoded', new URLSearchParams({ code: planted.receipt }).toString()],
  ['application/x-www-form-urlencoded', new URLSearchParams({ code: ALL, contact: ALL, text: ALL }).toString()],
  ['application/octet-stream', `number,email\n1,${ALL}\n"`],
  ['message/rfc822', `From: ${planted.address}\r\n\r\n${ALL}`],
]

const PATHS = {
  survey: [
    '/s/:x',
    '/u/:x',
    '/preview/:x',
    '/receipt',
    '/receipt/correct',
    '/rights',
    '/rights/case',
    '/mail-events',
    '/mail-events/sendgrid',
    '/mail-events/mailgun',
    '/:x',
  ],
  reporting: [
    '/trpc/session.me?input=:x',
    '/trpc/people.accept',
    '/trpc/people.invite',
    '/api/auth/sign-in/email',
    '/api/auth/provider/callback?code=:x&state=:x',
    '/api/auth/get-session?token=:x',
    '/api/registers/incidents',
    '/import/travelers?fileName=:x&dryRun=false',
    '/reset/:x',
    '/:x',
  ],
} as const

/** Sends every path each secret as path, query, header, cookie and body. */
async function sendSecrets(app: keyof typeof PATHS, origin: string): Promise<number> {
  let answers = 0
  const send = async (path: string, secret: string, init: RequestInit = {}) => {
    const headers = {
      origin,
      authorization: `Bearer ${secret}`,
      cookie: `better-auth.session_token=${encodeURIComponent(secret)}; page=${encodeURIComponent(secret)}`,
      referer: `${origin}/s/${planted.linkToken}`,
      'user-agent': encodeURIComponent(secret),
      'x-forwarded-for': encodeURIComponent(secret),
    }
    const answer = await fetch(`${origin}${path.replaceAll(':x', encodeURIComponent(secret))}`, {
      redirect: 'manual',
      ...init,
      headers: { ...headers, ...init.headers },
    }).catch(() => null)
    if (answer) answers += 1
    await answer?.arrayBuffer().catch(() => undefined)
  }
  for (const path of PATHS[app]) {
    await Promise.all(Object.values(planted).map((secret) => send(path, secret)))
    await Promise.all([
      send(`${path}${path.includes('?') ? '&' : '?'}q=%E0%A4%A`, planted.session),
      ...bodies.map(([type, body]) =>
        send(path, planted.session, { method: 'POST', body, headers: { 'content-type': type } }),
      ),
    ])
  }
  return answers
}

/** Each app is compiled at its start, on a busy machine for a minute. */
const START_MS = 120_000

const BROKEN = ['user', 'session', 'invitation', 'organisation', 'traveler', 'rate_limit', 'rights_case', 'letter']

test('no log of the three apps has a secret of their settings, of requests or of errors', async () => {
  const data = dataFolder()
  const databaseUrl = await emptyDatabase()
  const [surveyPort, reportingPort, mailPort, mailboxPort, providerPort] = await Promise.all([
    freePort(),
    freePort(),
    mailServer(),
    mailbox(),
    portOf(createHttpServer(provider)),
  ])
  const encoded = (secret: string) => encodeURIComponent(secret)
  const mail = {
    DATABASE_URL: databaseUrl,
    SMTP_URL: `smtp://wayproof:${encoded(planted.mailPassword)}@127.0.0.1:${mailPort}?requireTLS=false`,
    WEB_HOOK_URL: `https://hooks.invalid/send?key=${planted.hookKey}`,
    WEB_HOOK_SECRET: planted.hookSecret,
    MAIL_FROM: 'privacy@faraway.example',
    RETRY_SECONDS: '1',
  }
  const survey = {
    DATABASE_URL: databaseUrl,
    SURVEY_PORT: String(surveyPort),
    MAIL_EVENTS_SECRET: planted.eventSecret,
    MAIL_EVENTS_PASSWORD: planted.eventPassword,
    MAIL_EVENTS_MAILGUN_KEY: planted.mailgunKey,
    ACCESS_LOG: join(data, 'access.log'),
  }
  const reporting = {
    ...mail,
    REPORTING_PORT: String(reportingPort),
    OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
    OIDC_CLIENT_ID: 'wayproof',
    OIDC_CLIENT_SECRET: planted.providerSecret,
    OIDC_NAME: 'Example ID',
    OIDC_ROLES: 'officer=privacy',
  }
  const scheduler = {
    ...mail,
    BOUNCE_IMAP_URL: `imap://bounces:${encoded(planted.mailboxPassword)}@127.0.0.1:${mailboxPort}?requireTLS=false`,
  }
  const first = start('reporting', data, reporting)
  const link = await first.app.line((line) => /http:\S+\/invitation\/\S+/.exec(line)?.[0], START_MS)
  const person = {
    name: 'Officer',
    email: 'officer@faraway.example',
    password: planted.password,
    locale: 'en',
  } as const
  const client = await accept(`http://127.0.0.1:${reportingPort}`, link, person)
  await officer(client).organise({
    nameZh: '远行',
    nameEn: 'Faraway',
    contactEmail: 'privacy@faraway.example',
    programmeStart: '2025-01-01',
    baselineYear: null,
    sample: true,
  })
  await client.mutate('people.invite', { email: planted.address, role: 'executive', locale: 'en' })
  const apps = [first, start('survey', data, survey), start('scheduler', data, scheduler)]
  await apps[1]?.app.line((line) => line.includes('The survey is open') || undefined, START_MS)
  await apps[2]?.app.line((line) => line.includes('mail-server-unreachable') || undefined, START_MS)

  expect(await sendSecrets('survey', `http://127.0.0.1:${surveyPort}`)).toBeGreaterThan(150)
  expect(await sendSecrets('reporting', `http://127.0.0.1:${reportingPort}`)).toBeGreaterThan(150)
  await fetch(`http://127.0.0.1:${reportingPort}/api/auth/provider/start`, { redirect: 'manual' })
  // From now on almost every request meets an error of the database.
  const database = databaseAt(databaseUrl)
  for (const table of BROKEN) await database.run(`ALTER TABLE "${table}" RENAME TO "${table}_gone"`)
  await sendSecrets('survey', `http://127.0.0.1:${surveyPort}`)
  await sendSecrets('reporting', `http://127.0.0.1:${reportingPort}`)
  for (const { app } of apps) await app.stop()

  const logs = apps.map(({ logFile }) => readFileSync(logFile, 'utf8'))
  expect(logs.map((log) => [...found(log)])).toEqual([[], [], []])
  expect([...found(readFileSync(join(data, 'access.log'), 'utf8'))]).toEqual([])
  // The errors did happen, and were logged.
  expect(logs[0]).toMatch(/"event":"request-failed"/)
  expect(logs[1]).toMatch(/"event":"unexpected-error"/)
  expect(logs[2]).toMatch(/535 5\.7\.8 \[redacted\] is wrong for …/)
}, 400_000)

test('no app prints the secret of a setting that it refuses, or of a database that it cannot reach', async () => {
  const data = dataFolder()
  const port = await freePort()
  const unreachable = {
    DATABASE_URL: `postgresql://wayproof:${planted.databasePassword}@127.0.0.1:${port}/wayproof`,
    WEB_HOOK_URL: `https://hooks.invalid/send?key=${planted.hookKey}`,
  }
  const refused = {
    DATABASE_URL: `postgres//wayproof:${planted.databasePassword}@db.example`,
    SURVEY_URL: `https://wayproof:${planted.password}@survey.example/`,
    REPORTING_URL: `https://wayproof:${planted.password}@privacy.example/`,
    SMTP_URL: `smpt://wayproof:${encodeURIComponent(planted.mailPassword)}@mail.example`,
    BOUNCE_IMAP_URL: `imap:/bounces:${encodeURIComponent(planted.mailboxPassword)}@mail.example`,
    WEB_HOOK_URL: `http://hooks.example/${planted.hookKey}`,
    WEB_HOOK_SECRETS: planted.hookSecret,
    OIDC_CLIENT_SECRE: planted.providerSecret,
    MAIL_EVENTS_SECRET: planted.hookKey.slice(0, 20),
  }
  for (const [settings, code] of [
    [unreachable, 1],
    [refused, 78],
  ] as const)
    await Promise.all(
      APPS.map(async (name) => {
        const { app, logFile } = start(name, data, settings)
        expect(await app.ended()).toMatchObject({ code })
        const text = existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''
        expect([...found(text), ...(text.includes(planted.hookKey.slice(0, 20)) ? ['cut'] : [])], name).toEqual([])
        expect(text, name).not.toBe('')
      }),
    )
})
