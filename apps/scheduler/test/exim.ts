import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startDaemon } from '@wayproof/local-stack/testing/daemon'
import { requireProgram } from '@wayproof/local-stack/testing/system-program'
import { onTestFinished } from 'vitest'

const EXIM = '/usr/sbin/exim4'

export interface Exim {
  readonly url: string
  /** Folder of its mailboxes, of which there is one: the maildir `bounces`. */
  readonly mail: string
}

/**
 * Debian's exim4 as a relay on loopback, not as the system's service. It accepts every letter, rejects the mailbox
 * `unknown` only afterward, forwards other travelers' letters to the server at `sinkPort`, and delivers its own bounces
 * locally.
 */
export async function exim(sinkPort: number): Promise<Exim> {
  requireProgram(EXIM, 'exim4-daemon-light')
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-exim-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const port = await freePort()
  const config = join(folder, 'exim.conf')
  for (const part of ['spool', 'log', 'mail']) mkdirSync(join(folder, part))
  writeFileSync(config, configuration(folder, port, sinkPort), { mode: 0o644 })
  chmodSync(folder, 0o755)
  // Exim refuses to deliver as root.
  const isRoot = process.getuid?.() === 0
  if (isRoot)
    execFileSync('chown', [
      '-R',
      'Debian-exim:Debian-exim',
      ...['spool', 'log', 'mail'].map((part) => join(folder, part)),
    ])
  await startDaemon(EXIM, ['-bdf', '-C', config], port)
  return { url: `smtp://127.0.0.1:${port}`, mail: join(folder, 'mail') }
}

const configuration = (folder: string, port: number, sinkPort: number) => `
primary_hostname = relay.faraway.example
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/spool/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
exim_user = Debian-exim
exim_group = Debian-exim
keep_environment =
host_lookup =
rfc1413_hosts =
tls_advertise_hosts =
acl_smtp_rcpt = accept
begin routers
home:
  driver = accept
  domains = faraway.example
  local_parts = bounces
  local_part_suffix = +*
  transport = maildir
gone:
  driver = redirect
  domains = traveler.example
  local_parts = unknown
  allow_fail
  data = :fail: no such mailbox
away:
  driver = manualroute
  domains = traveler.example
  route_list = * 127.0.0.1
  self = send
  transport = sink
begin transports
maildir:
  driver = appendfile
  directory = ${folder}/mail/bounces
  maildir_format
  create_directory
  directory_mode = 0755
  mode = 0644
  mode_fail_narrower = false
  envelope_to_add
  return_path_add
  user = Debian-exim
sink:
  driver = smtp
  port = ${sinkPort}
  allow_localhost
begin retry
* * F,1h,10m
`
