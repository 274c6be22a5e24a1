import { join } from 'node:path'
import type { Locale } from '@wayproof/kernel'
import type { SettingFaultCode } from '@wayproof/messages'
import { z } from 'zod'

export interface Config {
  readonly databaseUrl: string
  readonly keyFile: string
  readonly host: string
  readonly port: number
  /** Public addresses, without a slash at the end. */
  readonly reportingUrl: string
  readonly surveyUrl: string
  readonly timeZone: string
  readonly defaultLocale: Locale
}

export interface SettingFault {
  readonly name: string
  readonly value: string
  readonly code: SettingFaultCode
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

const filled = z
  .string()
  .trim()
  .min(1, 'empty' satisfies SettingFaultCode)
const port = filled.refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'not-a-port').transform(Number)
const webAddress = filled.refine(isWebAddress, 'not-a-web-address').transform((text) => text.replace(/\/$/, ''))

const environment = z.object({
  DATA_DIR: filled.default('./data'),
  DATABASE_URL: filled.refine((url) => /^file:./.test(url), 'not-a-database').optional(),
  KEY_FILE: filled.optional(),
  HOST: filled.default('127.0.0.1'),
  REPORTING_PORT: port.default(4320),
  SURVEY_PORT: port.default(4310),
  REPORTING_URL: webAddress.optional(),
  SURVEY_URL: webAddress.optional(),
  TIME_ZONE: filled.refine(isTimeZone, 'not-a-time-zone').default('Asia/Shanghai'),
  DEFAULT_LOCALE: z.enum(['zh-CN', 'en'], 'not-a-language').default('zh-CN'),
})

/** Reads the settings from the environment, and tells every fault at once. */
export function readConfig(
  from: Readonly<Record<string, string | undefined>> = process.env,
): { ok: true; value: Config } | { ok: false; faults: readonly SettingFault[] } {
  const read = environment.safeParse(from)
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      return { name, value: from[name] ?? '', code: message as SettingFaultCode }
    })
    return { ok: false, faults }
  }
  const { data } = read
  return {
    ok: true,
    value: {
      databaseUrl: data.DATABASE_URL ?? `file:${join(data.DATA_DIR, 'wayproof.db')}`,
      keyFile: data.KEY_FILE ?? join(data.DATA_DIR, 'wayproof.key'),
      host: data.HOST,
      port: data.REPORTING_PORT,
      reportingUrl: data.REPORTING_URL ?? `http://127.0.0.1:${data.REPORTING_PORT}`,
      surveyUrl: data.SURVEY_URL ?? `http://127.0.0.1:${data.SURVEY_PORT}`,
      timeZone: data.TIME_ZONE,
      defaultLocale: data.DEFAULT_LOCALE,
    },
  }
}
