import { join } from 'node:path'
import type { Messages } from '@wayproof/messages'
import { parseEmail } from '@wayproof/survey'
import { z } from 'zod'

export interface Config {
  readonly databaseUrl: string
  readonly keyFile: string
  /** Public addresses that links are made of, without a slash at the end. */
  readonly urls: { readonly survey: string; readonly reporting: string }
  readonly mail: { readonly kind: 'smtp'; readonly url: string } | { readonly kind: 'folder'; readonly folder: string }
  /** Null: the organisation's contact address. */
  readonly mailFrom: string | null
  readonly timeZone: string
}

export type ConfigFaultCode = keyof Messages['settings']['faults'] | keyof Messages['scheduler']['faults']

export interface ConfigFault {
  readonly name: string
  readonly value: string
  readonly code: ConfigFaultCode
}

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin
}

const isMailServer = (text: string): boolean =>
  /^smtps?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== ''

const fault = (code: ConfigFaultCode) => code
const filled = z.string().trim().min(1, fault('empty'))
const port = filled
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, fault('not-a-port'))
  .transform(Number)
const webAddress = filled.refine(isWebAddress, fault('not-a-web-address')).transform((text) => text.replace(/\/$/, ''))

const environment = z.object({
  DATA_DIR: filled.default('./data'),
  DATABASE_URL: filled.refine((url) => /^file:./.test(url), fault('not-a-database')).optional(),
  KEY_FILE: filled.optional(),
  SURVEY_PORT: port.default(4310),
  REPORTING_PORT: port.default(4320),
  SURVEY_URL: webAddress.optional(),
  REPORTING_URL: webAddress.optional(),
  SMTP_URL: filled.refine(isMailServer, fault('not-a-mail-server')).optional(),
  OUTBOX_DIR: filled.optional(),
  MAIL_FROM: filled
    .refine((text) => parseEmail(text) !== null, fault('not-a-mail-address'))
    .transform((text) => parseEmail(text))
    .optional(),
  TIME_ZONE: filled.refine(isTimeZone, fault('not-a-time-zone')).default('Asia/Shanghai'),
})

/** Reads the settings from the environment, and tells every fault at once. */
export function readConfig(
  from: Readonly<Record<string, string | undefined>> = process.env,
): { readonly ok: true; readonly value: Config } | { readonly ok: false; readonly faults: readonly ConfigFault[] } {
  const read = environment.safeParse(from)
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      // A mail server's address may hold a password.
      const value = (from[name] ?? '').replace(/\/\/[^/]*@/, '//…@')
      return { name, value, code: message as ConfigFaultCode }
    })
    return { ok: false, faults }
  }
  const { data } = read
  return {
    ok: true,
    value: {
      databaseUrl: data.DATABASE_URL ?? `file:${join(data.DATA_DIR, 'wayproof.db')}`,
      keyFile: data.KEY_FILE ?? join(data.DATA_DIR, 'wayproof.key'),
      urls: {
        survey: data.SURVEY_URL ?? `http://127.0.0.1:${data.SURVEY_PORT}`,
        reporting: data.REPORTING_URL ?? `http://127.0.0.1:${data.REPORTING_PORT}`,
      },
      mail: data.SMTP_URL
        ? { kind: 'smtp', url: data.SMTP_URL }
        : { kind: 'folder', folder: data.OUTBOX_DIR ?? join(data.DATA_DIR, 'outbox') },
      mailFrom: data.MAIL_FROM ?? null,
      timeZone: data.TIME_ZONE,
    },
  }
}
