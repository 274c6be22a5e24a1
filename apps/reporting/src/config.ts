import type { Locale } from '@wayproof/kernel'
import { appSettings, publicAddress } from '@wayproof/kernel/app-settings'
import { type Environment, readSettings, type SettingsRead, setting } from '@wayproof/kernel/setting'
import { type StorePlace, storePlace, storeSettings } from '@wayproof/store'

export interface Config extends StorePlace {
  readonly host: string
  readonly port: number
  /** Public addresses, without a slash at the end. */
  readonly reportingUrl: string
  readonly surveyUrl: string
  readonly timeZone: string
  readonly defaultLocale: Locale
  /** A web address whose `Date` the clock is compared with; null: it is compared with none. */
  readonly timeUrl: string | null
  /** Addresses of the proxies that may say in `X-Forwarded-For` whose request they pass on. */
  readonly trustedProxies: readonly string[]
}

const settings = {
  ...storeSettings,
  ...appSettings,
  TRUSTED_PROXY: setting.networkAddresses.default([]),
}

/** Reads the settings from the environment, and tells every fault at once. */
export function readConfig(from: Environment = process.env): SettingsRead<Config> {
  const read = readSettings(settings, from)
  if (!read.ok) return read
  const { value } = read
  return {
    ok: true,
    value: {
      ...storePlace(value),
      host: value.HOST,
      port: value.REPORTING_PORT,
      reportingUrl: publicAddress(value.REPORTING_URL, value.REPORTING_PORT),
      surveyUrl: publicAddress(value.SURVEY_URL, value.SURVEY_PORT),
      timeZone: value.TIME_ZONE,
      defaultLocale: value.DEFAULT_LOCALE,
      timeUrl: value.TIME_URL ?? null,
      trustedProxies: value.TRUSTED_PROXY,
    },
  }
}
