import { once } from 'node:events'
import { accessSync, constants, existsSync, statfsSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { connect, isIP, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { temporaryFolder } from '@wayproof/command-line/environment'
import { withData } from '@wayproof/command-line/open-data'
import { DatabaseFault } from '@wayproof/database/database-fault'
import { isInside } from '@wayproof/database/files/is-inside'
import { databasePlace, nameOfPlace } from '@wayproof/database/installation/database-place'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Locale } from '@wayproof/kernel/people/locale'
import { isPublic } from '@wayproof/kernel/settings/app-settings'
import { systemClock, systemTokens } from '@wayproof/kernel/system'
import { provePdf } from '@wayproof/letters/pdf/prove-pdf'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import type { DoctorCheck, DoctorProblem } from '@wayproof/messages/en/commands/doctor'
import { messages } from '@wayproof/messages/messages'
import { newestBackup } from '@wayproof/operations/backup/newest-backup'
import { inspectDatabase } from '@wayproof/operations/health/inspect-database'
import { checkKey } from '@wayproof/operations/installation/check-key'
import type { CheckConfig } from '../check-deployment/check-config.ts'
import { proveRestore } from './prove-restore.ts'

export interface CheckedPart {
  readonly name: DoctorCheck
  readonly ok: boolean
  /** Null if all is well. */
  readonly problem: DoctorProblem | null
  /** The file, folder, reply or figure that the problem names. */
  readonly detail: string
}

type Found = readonly [problem: DoctorProblem, detail: string] | null

/** A disk with less free space than this is reported, as in `/health/ready`. */
const LEAST_FREE = 0.05
const DAY_MS = 86_400_000
/** A backup is made each day; a week without one is no accident. */
const OLDEST_BACKUP_DAYS = 7
/** A drill is due every three months. */
const OLDEST_PROOF_DAYS = 100
/** As for the certificates of the pages in `check-deployment`. */
const LEAST_CERTIFICATE_DAYS = 14
const SMTP_MS = 10_000

interface CheckOptions {
  /** The language of sentences about the database. */
  readonly locale: Locale
  /** The secret key of backups, with which a restore is proven; null: only the day of the last proof is read. */
  readonly secretKey?: string | null
}

/** Checks everything that an installation needs of its machine. Records only the day of a proven restore. */
export async function runChecks(
  config: CheckConfig,
  { locale, secretKey = null }: CheckOptions,
): Promise<readonly CheckedPart[]> {
  const database = await inspect(config, locale)
  const hasData = database.state !== 'missing'
  const checks: readonly (readonly [DoctorCheck, () => Promise<Found> | Found])[] = [
    ['pdf', printedPdf],
    ['data-folder', () => writable(config.dataFolder)],
    ['backup-folder', () => writable(config.backupFolder)],
    ['wave-key-folder', () => writable(config.waveKeyFolder) ?? keysApart(config, hasData)],
    ['temporary-folder', () => writable(temporaryFolder)],
    ...(config.mail.kind === 'folder'
      ? ([['outbox-folder', () => (config.mail.kind === 'folder' ? writable(config.mail.folder) : null)]] as const)
      : []),
    ['free-space', () => freeSpace([config.dataFolder, config.backupFolder, temporaryFolder])],
    ['key', () => checkedKey(config, hasData)],
    ['database', () => database.found],
    ['backup', () => (hasData ? checkedBackup(config) : null)],
    ['restore', () => (database.state === 'intact' ? checkedRestore(config, secretKey) : null)],
    ...(config.mail.kind === 'smtp'
      ? ([
          ['mail-server', () => mailServer(config)],
          ['mail-certificate', () => mailCertificate(config)],
        ] as const)
      : []),
  ]
  const parts: CheckedPart[] = []
  for (const [name, check] of checks) {
    const found = await check()
    parts.push({ name, ok: found === null, problem: found?.[0] ?? null, detail: found?.[1] ?? '' })
  }
  return parts
}

async function printedPdf(): Promise<Found> {
  try {
    await provePdf((milliseconds) => AbortSignal.timeout(milliseconds))
    return null
  } catch (error) {
    return ['pdf-failed', messageOf(error)]
  }
}

/** Writes a file into a folder and deletes it; of a folder that does not exist yet, looks at the one that would hold it. */
function writable(folder: string): Found {
  try {
    if (existsSync(folder)) {
      const file = join(folder, `.doctor-${process.pid}`)
      writeFileSync(file, 'doctor', { flag: 'wx' })
      unlinkSync(file)
    } else accessSync(existingParent(folder), constants.W_OK)
    return null
  } catch {
    return ['not-writable', folder]
  }
}

/** For a first look on this machine the keys may lie among the data. */
function keysApart(config: CheckConfig, hasData: boolean): Found {
  const { waveKeyFolder: folder, dataFolder, backupFolder, encryptsAnswers, surveyUrl, reportingUrl } = config
  const matters = encryptsAnswers && (hasData || [surveyUrl, reportingUrl].some(isPublic))
  return matters && isInside(folder, [dataFolder, backupFolder]) ? ['keys-among-data', folder] : null
}

function existingParent(folder: string): string {
  const parent = dirname(folder)
  return existsSync(parent) || parent === folder ? parent : existingParent(parent)
}

function freeSpace(folders: readonly string[]): Found {
  for (const folder of folders) {
    const { bavail, blocks, bsize } = statfsSync(existsSync(folder) ? folder : existingParent(folder))
    if (blocks > 0 && bavail / blocks < LEAST_FREE)
      return ['space-low', `${folder}, ${Math.floor((bavail * bsize) / 2 ** 20)} MB`]
  }
  return null
}

async function checkedKey({ keyFile, databaseUrl }: CheckConfig, hasData: boolean): Promise<Found> {
  const stats = statSync(keyFile, { throwIfNoEntry: false })
  if (!stats) return hasData ? ['key-missing', keyFile] : null
  if ((stats.mode & 0o077) !== 0) return ['key-open', keyFile]
  if (!hasData) return null
  try {
    await checkKey({ databaseUrl, keyFile }, systemTokens)
    return null
  } catch (error) {
    // The check of the database reports every other fault.
    return error instanceof DatabaseFault && error.code !== 'other-key' ? null : ['key-unusable', keyFile]
  }
}

async function inspect({ databaseUrl }: CheckConfig, locale: Locale) {
  const name = nameOfPlace(databasePlace(databaseUrl))
  try {
    const state = await inspectDatabase(databaseUrl)
    if (state === 'missing' || state === 'intact') return { state, found: null }
    return { state, found: [`database-${state}`, name] as const }
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error
    const sentence = messages(locale).databaseFaults[error.code](error.detail)
    return { state: 'fault' as const, found: ['database-fault', sentence] as const }
  }
}

function checkedBackup({ backupFolder, timeZone }: CheckConfig): Found {
  const newest = newestBackup(backupFolder)
  if (!newest) return ['backup-missing', backupFolder]
  if (!newest.header) return ['backup-unreadable', newest.file]
  const madeAt = Date.parse(newest.header.madeAt)
  return systemClock.now() - madeAt > OLDEST_BACKUP_DAYS * DAY_MS ? ['backup-old', dateAt(madeAt, timeZone)] : null
}

/** A proof of today, or the day of the last one. Without a readable backup, that is what is said. */
async function checkedRestore(config: CheckConfig, secretKey: string | null): Promise<Found> {
  const newest = newestBackup(config.backupFolder)
  if (!newest?.header) return secretKey === null ? null : ['backup-missing', config.backupFolder]
  if (secretKey !== null) {
    const proven = await proveRestore(config, { backup: newest.file, secretKey })
    return proven.ok ? null : [proven.fault.code, proven.fault.figures.path]
  }
  const { restoreProvenAt } = await withData(config, ({ backups }) => backups.state())
  if (restoreProvenAt === null) return ['restore-unproven', '']
  const provenOn = dateAt(restoreProvenAt, config.timeZone)
  return systemClock.now() - restoreProvenAt > OLDEST_PROOF_DAYS * DAY_MS ? ['restore-unproven', provenOn] : null
}

async function mailServer({ mail }: CheckConfig): Promise<Found> {
  if (mail.kind !== 'smtp') return null
  const transport = smtpTransport(mail.url, { silence: SMTP_MS, deadline: SMTP_MS })
  try {
    const reply = await transport.check()
    return reply === null ? null : ['mail-server-silent', reply]
  } finally {
    await transport.close()
  }
}

async function mailCertificate({ mail, timeZone }: CheckConfig): Promise<Found> {
  const end = mail.kind === 'smtp' ? await mailCertificateEnd(mail.url) : null
  if (end === null || end - systemClock.now() > LEAST_CERTIFICATE_DAYS * DAY_MS) return null
  return ['certificate-ending', dateAt(end, timeZone)]
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const SILENCE_MS = 10_000
const [PORT, TLS_PORT] = [587, 465]

/** The end of a mail server's certificate; null if the server offers no TLS or does not answer, which another check reports. */
async function mailCertificateEnd(smtpUrl: string): Promise<Instant | null> {
  const { protocol, hostname, port } = new URL(smtpUrl)
  const isTls = protocol === 'smtps:'
  const signal = AbortSignal.timeout(SILENCE_MS)
  const socket = connect({ host: hostname, port: Number(port) || (isTls ? TLS_PORT : PORT), signal })
  socket.on('error', () => {})
  try {
    await once(socket, 'connect', { signal })
    if (!isTls && !(await startTls(socket, signal))) return null
    // An expired or unknown certificate is read, too.
    const secured = connectTls({
      socket,
      ...(isIP(hostname) ? {} : { servername: hostname }),
      rejectUnauthorized: false,
    })
    await once(secured, 'secureConnect', { signal })
    return Date.parse(secured.getPeerCertificate().valid_to)
  } catch {
    return null
  } finally {
    socket.destroy()
  }
}

/** Asks for TLS in an SMTP session. False if the server does not offer it. */
async function startTls(socket: Socket, signal: AbortSignal): Promise<boolean> {
  await reply(socket, signal)
  socket.write('EHLO localhost\r\n')
  if (!/STARTTLS/i.test(await reply(socket, signal))) return false
  socket.write('STARTTLS\r\n')
  return (await reply(socket, signal)).startsWith('220')
}

/** The lines of a reply; the last one has a space after its code. */
async function reply(socket: Socket, signal: AbortSignal): Promise<string> {
  let text = ''
  while (!/^\d{3} .*\r\n/m.test(text)) {
    const [chunk] = await once(socket, 'data', { signal })
    text += String(chunk)
  }
  return text
}
