import { join } from 'node:path'
import { parseEmail } from '@wayproof/kernel'
import { appSettings, publicAddress, publicAddressFaults } from '@wayproof/kernel/app-settings'
import { type Environment, readSettings, type SettingsRead, setting } from '@wayproof/kernel/setting'
import { FIRST_WAIT_MS, fitsToken, LEASE_MS, parseSendingHours, type SendingHours } from '@wayproof/letters'
import type { SettingFaultCode } from '@wayproof/messages'
import { type StorePlace, storePlace, storeSettings } from '@wayproof/store'
import { type MailboxPlace, mailboxPlace } from './bounces/mailbox-place.ts'

export interface Config extends StorePlace {
  /** Public addresses in links, without a trailing slash. */
  readonly urls: { readonly survey: string; readonly reporting: string }
  readonly mail: { readonly kind: 'smtp'; readonly url: string } | { readonly kind: 'folder'; readonly folder: string }
  /** Null: the organization's contact address. */
  readonly mailFrom: string | null
  /** Base of the letters' envelope senders; null: they go out from the sender in From. */
  readonly bounceAddress: string | null
  /** Maildir or plain folder with bounces; null if there is none. */
  readonly bounceFolder: string | null
  /** Mailbox with bounces; null if there is none. */
  readonly bounceMailbox: MailboxPlace | null
  /** DKIM signing of letters; null: they are not signed. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFile: string } | null
  /** Hours in which travelers get letters; null: any hour. */
  readonly sendingHours: SendingHours | null
  /** Port of `/health`; null: none. */
  readonly healthAddress: { readonly host: string; readonly port: number } | null
  readonly timeZone: string
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

const isMailServer = (text: string): boolean =>
  /^smtps?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== ''

const isBounceAddress = (address: string | null): boolean => address !== null && fitsToken(address)

const settings = {
  ...storeSettings,
  SURVEY_PORT: appSettings.SURVEY_PORT,
  REPORTING_PORT: appSettings.REPORTING_PORT,
  SURVEY_URL: appSettings.SURVEY_URL,
  REPORTING_URL: appSettings.REPORTING_URL,
  HOST: appSettings.HOST,
  SCHEDULER_PORT: setting.port.optional(),
  SMTP_URL: setting.which(isMailServer, 'not-a-mail-server').optional(),
  OUTBOX_DIR: setting.filled.optional(),
  MAIL_FROM: setting
    .which((text) => parseEmail(text) !== null, 'not-a-mail-address')
    .transform((text) => parseEmail(text))
    .optional(),
  BOUNCE_ADDRESS: setting
    .which((text) => isBounceAddress(parseEmail(text)), 'not-a-bounce-address')
    .transform((text) => parseEmail(text))
    .optional(),
  BOUNCE_DIR: setting.filled.optional(),
  BOUNCE_IMAP_URL: setting
    .which((text) => mailboxPlace(text) !== null, 'not-a-mailbox')
    .transform(mailboxPlace)
    .optional(),
  DKIM_DOMAIN: setting.domain.optional(),
  DKIM_SELECTOR: setting.domain.optional(),
  DKIM_KEY_FILE: setting.filled.optional(),
  SENDING_HOURS: setting
    .which((text) => parseSendingHours(text) !== null, 'not-hours')
    .transform(parseSendingHours)
    .optional(),
  TIME_ZONE: appSettings.TIME_ZONE,
  TIME_URL: appSettings.TIME_URL,
  DOMAIN_CONCURRENCY: setting.count.default(LETTERS_A_DOMAIN),
  LETTERS_A_MINUTE: setting.rate.optional(),
  RETRY_SECONDS: setting.seconds.default(FIRST_WAIT_MS / 1000),
  LEASE_SECONDS: setting.seconds.default(LEASE_MS / 1000),
}

type Read<T> = SettingsRead<T, SettingFaultCode>

/** Reads the settings from the environment, and reports all faults together. */
export function readConfig(from: Environment = process.env): Read<Config> {
  const read = readSettings(settings, from)
  if (!read.ok) return read
  const { value } = read
  const dkim = dkimSettings(value)
  if (!dkim.ok) return dkim
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
      mail: value.SMTP_URL
        ? { kind: 'smtp', url: value.SMTP_URL }
        : { kind: 'folder', folder: value.OUTBOX_DIR ?? join(value.DATA_DIR, 'outbox') },
      mailFrom: value.MAIL_FROM ?? null,
      bounceAddress: value.BOUNCE_ADDRESS ?? null,
      bounceFolder: value.BOUNCE_DIR ?? null,
      bounceMailbox: value.BOUNCE_IMAP_URL ?? null,
      dkim: dkim.value,
      sendingHours: value.SENDING_HOURS ?? null,
      healthAddress: value.SCHEDULER_PORT === undefined ? null : { host: value.HOST, port: value.SCHEDULER_PORT },
      timeZone: value.TIME_ZONE,
      timeUrl: value.TIME_URL ?? null,
      domainConcurrency: value.DOMAIN_CONCURRENCY,
      lettersAMinute: value.LETTERS_A_MINUTE ?? null,
      firstWait: value.RETRY_SECONDS * 1000,
      lease: value.LEASE_SECONDS * 1000,
    },
  }
}

const DKIM_NAMES = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const

/** All three settings or none of them. */
function dkimSettings(value: Partial<Record<(typeof DKIM_NAMES)[number], string | undefined>>): Read<Config['dkim']> {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = value
  if (domain && selector && keyFile) return { ok: true, value: { domain, selector, keyFile } }
  const missingNames = DKIM_NAMES.filter((name) => !value[name])
  if (missingNames.length === DKIM_NAMES.length) return { ok: true, value: null }
  return { ok: false, faults: missingNames.map((name) => ({ name, value: '', code: 'dkim-incomplete' })) }
}
