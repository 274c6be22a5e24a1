import type { Locale } from '@wayproof/kernel'
import { readSettings, type SettingFault, setting } from '@wayproof/kernel/setting'
import { type StorePlace, storePlace, storeSettings } from '@wayproof/store'

export interface Config extends StorePlace {
  readonly host: string
  readonly port: number
  /** Public addresses, without a slash at the end. */
  readonly reportingUrl: string
  readonly surveyUrl: string
  readonly timeZone: string
  readonly defaultLocale: Locale
  /** A web address whose `Date` the clock is compared with at closing; null: it is compared with none. */
  readonly timeUrl: string | null
  /** Addresses of the proxies that may say in `X-Forwarded-For` whose request they pass on. */
  readonly trustedProxies: readonly string[]
}

const settings = {
  ...storeSettings,
  HOST: setting.filled.default('127.0.0.1'),
  REPORTING_PORT: setting.port.default(4320),
  SURVEY_PORT: setting.port.default(4310),
  REPORTING_URL: setting.webAddress.optional(),
  SURVEY_URL: setting.webAddress.optional(),
  TIME_ZONE: setting.timeZone.default('Asia/Shanghai'),
  TIME_URL: setting.webAddress.optional(),
  TRUSTED_PROXY: setting.networkAddresses.default([]),
  DEFAULT_LOCALE: setting.locale.default('zh-CN'),
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
      port: value.REPORTING_PORT,
      reportingUrl: value.REPORTING_URL ?? `http://127.0.0.1:${value.REPORTING_PORT}`,
      surveyUrl: value.SURVEY_URL ?? `http://127.0.0.1:${value.SURVEY_PORT}`,
      timeZone: value.TIME_ZONE,
      defaultLocale: value.DEFAULT_LOCALE,
      timeUrl: value.TIME_URL ?? null,
      trustedProxies: value.TRUSTED_PROXY,
    },
  }
}
