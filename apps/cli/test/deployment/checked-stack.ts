import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withData } from '@wayproof/command-line/open-data'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { systemTokens } from '@wayproof/kernel/system'
import { type AppProcess, startApp } from '@wayproof/local-stack/processes/app-process'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import type { Store } from '@wayproof/operations/store/open-store'
import { openDeliveringServer } from './delivering-server.ts'
import { openDnsServer, type Zone } from './dns-server.ts'
import { makeCertificate, openTlsProxy } from './tls-proxy.ts'

const ORGANISATION = {
  ...{ nameZh: '云途旅行', nameEn: 'Yuntu Travel', contactEmail: 'privacy@yuntu.example' },
  ...{ programmeStart: '2025-01-01', baselineYear: null, sample: true },
}
/** Debian's `mail`: the mailbox server refuses mailboxes of root. */
const MAIL_USER = 8
const PUBLIC_ADDRESS = '93.184.215.14'

export const ADDRESS = 'operator@yuntu.example'

/** The records of a domain whose letters are signed with `publicKey`. */
export const zoneOf = (publicKey: string): Zone => ({
  'yuntu.example': { TXT: ['v=spf1 mx -all'], MX: ['mx.yuntu.example'] },
  'bounce.yuntu.example': { TXT: ['v=spf1 mx -all'], MX: ['mx.yuntu.example'] },
  'mx.yuntu.example': { A: [PUBLIC_ADDRESS] },
  '_dmarc.yuntu.example': { TXT: ['v=DMARC1; p=quarantine'] },
  's1._domainkey.yuntu.example': { TXT: [`v=DKIM1; k=rsa; p=${publicKey}`] },
})

/** A key that signs letters, and the text of its public one. */
export function dkimKey(modulusLength = 2048) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength })
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicText: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}

export type CheckedStack = Awaited<ReturnType<typeof openCheckedStack>>

export interface Finished {
  readonly code: number | null
  readonly text: string
  readonly steps: readonly { readonly step: string; readonly state: string; readonly reason: string | null }[]
}

/** The three apps behind a proxy with TLS, a mail server with a bounce mailbox, and a DNS server. */
export async function openCheckedStack(databaseUrl: string) {
  const work = mkdtempSync(join(tmpdir(), 'wayproof-check-'))
  chmodSync(work, 0o755)
  const [bounces, mail] = [join(work, 'bounces'), join(work, 'mail')]
  const inbox = join(mail, 'operator')
  mkdirSync(bounces)
  for (const folder of ['new', 'cur', 'tmp']) mkdirSync(join(inbox, folder), { recursive: true })
  for (const folder of [mail, inbox, ...['new', 'cur', 'tmp'].map((part) => join(inbox, part))])
    chownSync(folder, MAIL_USER, MAIL_USER)
  const { pem, publicText } = dkimKey()
  writeFileSync(join(work, 'dkim.pem'), pem)
  const server = await openDeliveringServer(bounces, inbox, MAIL_USER)
  const dns = await openDnsServer(zoneOf(publicText))
  const certificate = makeCertificate(work, 30)
  const ports = { survey: 0, reporting: 0 }
  const proxies = {
    survey: await openTlsProxy(certificate, () => ports.survey),
    reporting: await openTlsProxy(certificate, () => ports.reporting),
  }
  const settings = {
    DATA_DIR: join(work, 'data'),
    DATABASE_URL: databaseUrl,
    SURVEY_URL: proxies.survey.url,
    REPORTING_URL: proxies.reporting.url,
    TRUSTED_PROXY: '127.0.0.1',
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    MAIL_FROM: 'privacy@yuntu.example',
    BOUNCE_ADDRESS: 'bounces@bounce.yuntu.example',
    BOUNCE_DIR: bounces,
    DKIM_DOMAIN: 'yuntu.example',
    DKIM_SELECTOR: 's1',
    DKIM_KEY_FILE: join(work, 'dkim.pem'),
  }
  mkdirSync(settings.DATA_DIR)
  const place = storePlace(settings)
  await openKeyFile(place.keyFile, systemTokens, place.databaseUrl)
  const inStore = <T>(read: (store: Store) => Promise<T>) => withData(place, read)
  await inStore((store) => store.organisation.save(ORGANISATION))

  const apps: AppProcess[] = []
  const start = (name: AppProcess['name'], own: Record<string, string>) => {
    const app = startApp(name, { ...settings, ...own, LANG: 'en' }, join(work, `${name}.log`))
    apps.push(app)
    return app
  }
  ports.survey = await onFreePort(4910, async (port) => {
    await start('survey', { SURVEY_PORT: String(port) }).line(
      (line) => line.includes('The survey is open') || undefined,
    )
    return port
  })
  ports.reporting = await onFreePort(4930, async (port) => {
    await start('reporting', { REPORTING_PORT: String(port) }).line(
      (line) => line.includes('/invitation/') || undefined,
    )
    return port
  })
  const appPorts = { SURVEY_PORT: String(ports.survey), REPORTING_PORT: String(ports.reporting) }
  const startScheduler = async () => {
    const scheduler = start('scheduler', appPorts)
    await scheduler.line((line) => line.includes(bounces) || undefined)
    return scheduler
  }
  const environment = {
    ...settings,
    ...appPorts,
    DNS_RESOLVER: dns.place,
    NODE_EXTRA_CA_CERTS: certificate.certificate,
  }
  return {
    work,
    mail,
    server,
    dns,
    environment,
    inStore,
    startScheduler,
    check: async (own: Record<string, string> = {}, args: readonly string[] = []): Promise<Finished> => {
      const all = [ADDRESS, '--json', '--no-wait', '--wait', '20', ...args]
      const { code, stdout, stderr } = await runCommand('check-deployment', all, { ...environment, ...own })
      const steps = stdout === '' ? [] : JSON.parse(stdout).steps
      return { code, text: stderr, steps }
    },
    close: async () => {
      await Promise.all(apps.map((app) => app.stop()))
      await Promise.all([server.close(), dns.close(), proxies.survey.close(), proxies.reporting.close()])
      rmSync(work, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
