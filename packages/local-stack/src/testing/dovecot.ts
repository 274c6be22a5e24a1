import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setDefaultCACertificates } from 'node:tls'
import { onTestFinished } from 'vitest'
import { freePort, startDaemon } from './daemon.ts'
import { requireProgram, requireRoot } from './system-program.ts'

const DOVECOT = '/usr/sbin/dovecot'
/** Installed with dovecot. */
const OPENSSL = '/usr/bin/openssl'

export interface Dovecot {
  readonly port: number
  /** The port with TLS from the first byte. */
  readonly tlsPort: number
  readonly password: string
  /** PEM of its self-signed certificate. */
  readonly certificate: string
  readonly log: () => string
  /** Stops it with all its connections; resolves when another listens in its place. */
  restart(): Promise<void>
}

/** Debian's dovecot on loopback, not as the system's service: each folder in `mail` is the maildir of a user. */
export async function dovecot(mail: string): Promise<Dovecot> {
  requireProgram(DOVECOT, 'dovecot-imapd')
  requireRoot('run the parts of dovecot as other users')
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-dovecot-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  chmodSync(folder, 0o755)
  for (const part of ['run', 'state']) mkdirSync(join(folder, part))
  const [port, tlsPort] = [await freePort(), await freePort()]
  const config = join(folder, 'dovecot.conf')
  const key = join(folder, 'key.pem')
  const certificate = join(folder, 'certificate.pem')
  const certificateOptions = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  execFileSync(
    OPENSSL,
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      certificate,
      ...certificateOptions,
    ],
    { stdio: 'ignore' },
  )
  writeFileSync(config, configuration(folder, mail, port, tlsPort))
  const start = () => startDaemon(DOVECOT, ['-F', '-c', config], port)
  let daemon = await start()
  return {
    port,
    tlsPort,
    password: PASSWORD,
    certificate: readFileSync(certificate, 'utf8'),
    log: () => readFileSync(join(folder, 'log'), 'utf8'),
    restart: async () => {
      await daemon.stop()
      daemon = await start()
    },
  }
}

/** Makes clients of this process trust the certificate of a server on `localhost`. */
export const trust = (certificates: readonly string[]): void => setDefaultCACertificates([...certificates])

const PASSWORD = 'sample password/%@'

function configuration(folder: string, mail: string, port: number, tlsPort: number): string {
  const { uid, gid } = statSync(mail)
  return `
dovecot_config_version = 2.4.1
dovecot_storage_version = 2.4.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
first_valid_uid = 1
auth_failure_delay = 0
mail_driver = maildir
mail_path = ${mail}/%{user}
ssl = yes
ssl_server_cert_file = ${folder}/certificate.pem
ssl_server_key_file = ${folder}/key.pem
passdb static {
  password = "{plain}${PASSWORD}"
}
userdb static {
  fields {
    uid = ${uid}
    gid = ${gid}
    home = ${mail}/%{user}
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
  }
}
`
}
