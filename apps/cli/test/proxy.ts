import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { requireProgram } from '@wayproof/local-stack/testing/system-program'
import { onTestFinished } from 'vitest'

const shipped = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../deploy/${name}`, import.meta.url)), 'utf8')

export type ProxyName = 'nginx' | 'caddy'

export interface Ports {
  readonly survey: number
  readonly reporting: number
  /** Where the proxy listens with TLS, and without. */
  readonly proxy: number
  readonly plain: number
}

export interface Certificate {
  readonly certificate: string
  readonly key: string
}

export interface Proxy {
  /** Everything that it wrote, on its outputs and into its files. */
  output(): string
  stop(): Promise<void>
}

const PROGRAMS: Readonly<Record<ProxyName, string>> = { nginx: '/usr/sbin/nginx', caddy: '/usr/bin/caddy' }

/** The programs that `startProxy` and `makeCertificate` start. */
export function requireProxy(name: ProxyName): void {
  requireProgram(PROGRAMS[name], name)
  requireProgram('/usr/bin/openssl', 'openssl')
}

/** A certificate for the two names of the examples, self-signed. */
export function makeCertificate(folder: string): Certificate {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'certificate.key')]
  const names = 'subjectAltName=DNS:survey.example.com,DNS:privacy.example.com'
  const form = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  execFileSync(
    'openssl',
    ['req', ...form, '-subj', '/CN=Wayproof', '-addext', names, '-keyout', key, '-out', certificate],
    {
      stdio: 'pipe',
    },
  )
  return { certificate, key }
}

/** Replaces `part` of a shipped example. Throws if the example no longer has it. */
function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`the example has no ${part}`)
  return text.replaceAll(part, by)
}

const replacedAll = (text: string, parts: readonly (readonly [string, string])[]) =>
  parts.reduce((rest, [part, by]) => replaced(rest, part, by), text)

function nginx(folder: string, ports: Ports, { certificate, key }: Certificate): readonly string[] {
  const example = replacedAll(shipped('nginx.conf'), [
    ['server 127.0.0.1:4310;', `server 127.0.0.1:${ports.survey};`],
    ['server 127.0.0.1:4320;', `server 127.0.0.1:${ports.reporting};`],
    ['listen 80;', `listen 127.0.0.1:${ports.plain};`],
    ['listen 443 ssl;', `listen 127.0.0.1:${ports.proxy} ssl;`],
    ['/etc/ssl/wayproof/survey.pem', certificate],
    ['/etc/ssl/wayproof/survey.key', key],
    ['/etc/ssl/wayproof/privacy.pem', certificate],
    ['/etc/ssl/wayproof/privacy.key', key],
  ])
  writeFileSync(join(folder, 'wayproof.conf'), example)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${join(folder, kind)};`)
    .join('\n')
  const main = `daemon off;\n${process.getuid?.() === 0 ? 'user root;' : ''}\npid ${join(folder, 'pid')};
    error_log ${join(folder, 'error.log')} info;\nevents {}\nhttp {\naccess_log ${join(folder, 'access.log')};
    ${temporary}\ninclude ${join(folder, 'wayproof.conf')};\n}\n`
  writeFileSync(join(folder, 'nginx.conf'), main)
  return ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')]
}

function caddy(folder: string, ports: Ports, { certificate, key }: Certificate): readonly string[] {
  const site = (name: string) =>
    [`\n${name} {\n`, `\nhttps://${name}:${ports.proxy} {\nbind 127.0.0.1\ntls ${certificate} ${key}\n`] as const
  const example = replacedAll(shipped('Caddyfile'), [
    ['\n{\n', '\n{\nadmin off\nauto_https disable_redirects\n'],
    site('survey.example.com'),
    site('privacy.example.com'),
    ['\nhttp://privacy.example.com {\n', `\nhttp://privacy.example.com:${ports.plain} {\nbind 127.0.0.1\n`],
  ])
  writeFileSync(join(folder, 'Caddyfile'), example)
  return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')]
}

/** Starts a proxy of the system with its shipped example, in which only ports and certificates are replaced. */
export async function startProxy(
  name: ProxyName,
  work: string,
  ports: Ports,
  certificate: Certificate,
): Promise<Proxy> {
  const program = PROGRAMS[name]
  const folder = join(work, name)
  mkdirSync(folder)
  const child = spawn(program, (name === 'nginx' ? nginx : caddy)(folder, ports, certificate), {
    env: {
      PATH: '/usr/bin:/bin',
      HOME: folder,
      SURVEY: `127.0.0.1:${ports.survey}`,
      REPORTING: `127.0.0.1:${ports.reporting}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (written += chunk))
  const stop = () => stopped(child)
  onTestFinished(stop)
  const files = ['error.log', 'access.log'].map((file) => join(folder, file))
  const output = () => [written, ...files.filter(existsSync).map((file) => readFileSync(file, 'utf8'))].join('\n')
  const isReady = async () => (await listens(ports.proxy)) && (await listens(ports.plain))
  for (let waited = 0; !(await isReady()); waited += 100) {
    if (waited > 60_000 || child.exitCode !== null) throw new Error(`${name} does not listen: ${output()}`)
    await wait(100)
  }
  return { output, stop }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
