import { storePlace, storeSettings } from '@wayproof/database/installation/store-settings'
import { appSettings, publicAddress, publicAddressFaults } from '@wayproof/kernel/settings/app-settings'
import { secretValues } from '@wayproof/kernel/settings/secret-values'
import { type Environment, readSettings, type SettingsRead, setting } from '@wayproof/kernel/settings/setting'
import { LEASE_MS } from '@wayproof/letters/delivery/attempt-letter'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { parseSendingHours, type SendingHours } from '@wayproof/letters/delivery/sending-hours'
import { type HookConfig, hookSettings, readHook } from '@wayproof/letters/hook/hook-settings'
import { type MailConfig, mailSettings, readMail } from '@wayproof/letters/mail-settings/mail-settings'
import { type MailboxPlace, mailboxPlace } from '@wayproof/letters/mailbox/mailbox-place'
import type { SettingFaultCode } from '@wayproof/messages/en/commands/settings'
import type { ServiceConfig } from '@wayproof/service-start/open-service'

export interface Config extends ServiceConfig, MailConfig {
  /** Public addresses in links, without a trailing slash. */
  readonly urls: { readonly survey: string; readonly reporting: string }
  /** Where alerts go besides letters; null: nowhere. */
  readonly webHook: HookConfig | null
  /** Maildir or plain folder with bounces; null if there is none. */
  readonly bounceFolder: string | null
  /** Mailbox with bounces; null if there is none. */
  readonly bounceMailbox: MailboxPlace | null
  /** Hours in which travelers get letters; null: any hour. */
  readonly sendingHours: SendingHours | null
  /** Port of `/health`; null: none. */
  readonly healthAddress: { readonly host: string; readonly port: number } | null
  /** A web address whose `Date` the clock is compared with; null: none. */
  readonly timeUrl: string | null
  /** Maximum number of letters in flight to one recipient domain. */
  readonly domainConcurrency: number
  /** Maximum number of letters started in a minute; null: as many as the mail server accepts. */
  readonly lettersAMinute: number | null
  /** Milliseconds until a deferred letter is retried; later waits grow from it. */
  readonly firstWait: number
  /** Lease of a claimed letter in milliseconds; letters of a crashed scheduler wait that long. */
  readonly lease: number
}

/** Two of the five letters in flight remain for other domains. */
const LETTERS_A_DOMAIN = 3

const settings = {
  ...storeSettings,
  ...mailSettings,
  ...hookSettings,
  SURVEY_PORT: appSettings.SURVEY_PORT,
  REPORTING_PORT: appSettings.REPORTING_PORT,
  SURVEY_URL: appSettings.SURVEY_URL,
  REPORTING_URL: appSettings.REPORTING_URL,
  HOST: appSettings.HOST,
  METRICS_HOST: appSettings.METRICS_HOST,
  SCHEDULER_PORT: setting.port.optional(),
  SCHEDULER_METRICS_PORT: setting.port.optional(),
  BOUNCE_DIR: setting.filled.optional(),
  BOUNCE_IMAP_URL: setting
    .which((text) => mailboxPlace(text) !== null, 'not-a-mailbox')
    .transform(mailboxPlace)
    .optional(),
  SENDING_HOURS: setting
    .which((text) => parseSendingHours(text) !== null, 'not-hours')
    .transform(parseSendingHours)
    .optional(),
  TIME_ZONE: appSettings.TIME_ZONE,
  DEFAULT_LOCALE: appSettings.DEFAULT_LOCALE,
  TIME_URL: appSettings.TIME_URL,
  DOMAIN_CONCURRENCY: setting.count.default(LETTERS_A_DOMAIN),
  LETTERS_A_MINUTE: setting.rate.optional(),
  RETRY_SECONDS: setting.seconds.default(FIRST_WAIT_MS / 1000),
  LEASE_SECONDS: setting.seconds.default(LEASE_MS / 1000),
}

/** Reads the settings from the environment, and reports all faults together. */
export function readConfig(from: Environment = process.env): SettingsRead<Config, SettingFaultCode> {
  const read = readSettings(settings, from)
  if (!read.ok) return read
  const { value } = read
  const mail = readMail(value, value.DATA_DIR)
  if (!mail.ok) return mail
  const urls = {
    survey: publicAddress(value.SURVEY_URL, value.SURVEY_PORT),
    reporting: publicAddress(value.REPORTING_URL, value.REPORTING_PORT),
  }
  const faults = [
    ...publicAddressFaults({ name: 'SURVEY_URL', url: urls.survey }),
    ...publicAddressFaults({ name: 'REPORTING_URL', url: urls.reporting }),
  ]
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      ...storePlace(value),
      urls,
      addresses: [urls.survey, urls.reporting],
      ...mail.value,
      webHook: readHook(value),
      defaultLocale: value.DEFAULT_LOCALE,
      bounceFolder: value.BOUNCE_DIR ?? null,
      bounceMailbox: value.BOUNCE_IMAP_URL ?? null,
      sendingHours: value.SENDING_HOURS ?? null,
      healthAddress:
        value.SCHEDULER_PORT === undefined
          ? null
          : { host: value.METRICS_HOST ?? value.HOST, port: value.SCHEDULER_PORT },
      metricsPort: value.SCHEDULER_METRICS_PORT ?? null,
      metricsHost: value.METRICS_HOST,
      secrets: secretValues(from),
      timeZone: value.TIME_ZONE,
      timeUrl: value.TIME_URL ?? null,
      domainConcurrency: value.DOMAIN_CONCURRENCY,
      lettersAMinute: value.LETTERS_A_MINUTE ?? null,
      firstWait: value.RETRY_SECONDS * 1000,
      lease: value.LEASE_SECONDS * 1000,
    },
  }
}
