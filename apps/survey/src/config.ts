import type { Locale } from '@wayproof/kernel'
import { readSettings, type SettingFault, setting } from '@wayproof/kernel/setting'
import { type StorePlace, storePlace, storeSettings } from '@wayproof/store'

export interface Config extends StorePlace {
  readonly host: string
  readonly port: number
  /** The public address, without a slash at the end. */
  readonly surveyUrl: string
  readonly timeZone: string
  readonly defaultLocale: Locale
  /** A file that takes one line a request; null writes them to the output. */
  readonly accessLog: string | null
  /** With which a mail server signs what it tells; null: none may. */
  readonly mailEventsSecret: string | null
}

const settings = {
  ...storeSettings,
  HOST: setting.filled.default('127.0.0.1'),
  SURVEY_PORT: setting.port.default(4310),
  SURVEY_URL: setting.webAddress.optional(),
  TIME_ZONE: setting.timeZone.default('Asia/Shanghai'),
  DEFAULT_LOCALE: setting.locale.default('zh-CN'),
  ACCESS_LOG: setting.filled.optional(),
  MAIL_EVENTS_SECRET: setting.secret.optional(),
}

/** Reads the settings from the environment, and tells every fault at once. */
export function readConfig(
  from: Readonly<Record<string, string | undefined>> = process.env,
): { readonly ok: true; readonly value: Config } | { readonly ok: false; readonly faults: readonly SettingFault[] } {
  const read = readSettings(settings, from)
  if (!read.ok) return read
  const { value } = read
  return {
    ok: true,
    value: {
      ...storePlace(value),
      host: value.HOST,
      port: value.SURVEY_PORT,
      surveyUrl: value.SURVEY_URL ?? `http://127.0.0.1:${value.SURVEY_PORT}`,
      timeZone: value.TIME_ZONE,
      defaultLocale: value.DEFAULT_LOCALE,
      accessLog: value.ACCESS_LOG ?? null,
      mailEventsSecret: value.MAIL_EVENTS_SECRET ?? null,
    },
  }
}
