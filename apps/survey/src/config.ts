import { storePlace, storeSettings } from '@wayproof/database/installation/store-settings'
import { appSettings, publicAddress, publicAddressFaults } from '@wayproof/kernel/settings/app-settings'
import { secretValues } from '@wayproof/kernel/settings/secret-values'
import { type Environment, readSettings, type SettingsRead, setting } from '@wayproof/kernel/settings/setting'
import type { ServiceConfig } from '@wayproof/service-start/open-service'

export interface Config extends ServiceConfig {
  readonly host: string
  readonly port: number
  /** The public address, without a trailing slash. */
  readonly surveyUrl: string
  /** Addresses of the proxies whose `X-Forwarded-For` is trusted; null: no caller's address is read. */
  readonly trustedProxies: readonly string[] | null
  /** True if search engines may list the published reports. */
  readonly reportsIndexed: boolean
  /** Milliseconds from the signal to stop until no more requests are answered. */
  readonly drainMs: number
  /** A file with one line per request; null writes to standard output. */
  readonly accessLog: string | null
  /** Secret with which a mail server signs its calls; null disables the webhook. */
  readonly mailEventsSecret: string | null
  /** Password with which Amazon SES, SendGrid and Postmark call; null: they cannot. */
  readonly mailEventsPassword: string | null
  /** Mailgun's signing key of web hooks; null: it cannot call. */
  readonly mailgunKey: string | null
}

const settings = {
  ...storeSettings,
  HOST: appSettings.HOST,
  METRICS_HOST: appSettings.METRICS_HOST,
  SURVEY_PORT: appSettings.SURVEY_PORT,
  SURVEY_URL: appSettings.SURVEY_URL,
  SURVEY_REPORTS_INDEXED: setting.yesOrNo.optional(),
  SURVEY_METRICS_PORT: setting.port.optional(),
  TRUSTED_PROXY: setting.networkAddresses.optional(),
  DRAIN_SECONDS: appSettings.DRAIN_SECONDS,
  TIME_ZONE: appSettings.TIME_ZONE,
  DEFAULT_LOCALE: appSettings.DEFAULT_LOCALE,
  ACCESS_LOG: setting.filled.optional(),
  MAIL_EVENTS_SECRET: setting.secret.optional(),
  MAIL_EVENTS_PASSWORD: setting.secret.optional(),
  MAIL_EVENTS_MAILGUN_KEY: setting.secret.optional(),
}

/** Reads the settings from the environment and reports all faults together. */
export function readConfig(from: Environment = process.env): SettingsRead<Config> {
  const read = readSettings(settings, from)
  if (!read.ok) return read
  const { value } = read
  const surveyUrl = publicAddress(value.SURVEY_URL, value.SURVEY_PORT)
  const faults = publicAddressFaults({ name: 'SURVEY_URL', url: surveyUrl, host: value.HOST })
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      ...storePlace(value),
      host: value.HOST,
      port: value.SURVEY_PORT,
      surveyUrl,
      addresses: [surveyUrl],
      shortDkimKey: null,
      reportsIndexed: value.SURVEY_REPORTS_INDEXED === 'yes',
      trustedProxies: value.TRUSTED_PROXY ?? null,
      drainMs: (value.DRAIN_SECONDS ?? 0) * 1000,
      metricsPort: value.SURVEY_METRICS_PORT ?? null,
      metricsHost: value.METRICS_HOST,
      secrets: secretValues(from),
      timeZone: value.TIME_ZONE,
      defaultLocale: value.DEFAULT_LOCALE,
      accessLog: value.ACCESS_LOG ?? null,
      mailEventsSecret: value.MAIL_EVENTS_SECRET ?? null,
      mailEventsPassword: value.MAIL_EVENTS_PASSWORD ?? null,
      mailgunKey: value.MAIL_EVENTS_MAILGUN_KEY ?? null,
    },
  }
}
