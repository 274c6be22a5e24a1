import { readFileSync } from 'node:fs'
import { Misused, terminalLocale } from '@wayproof/command-line/command-line'
import { inherited, placesIn } from '@wayproof/command-line/environment'
import { type StorePlace, storePlace, storeSettings } from '@wayproof/database/installation/store-settings'
import { appSettings, publicAddress } from '@wayproof/kernel/settings/app-settings'
import { type Environment, readSettings, setting } from '@wayproof/kernel/settings/setting'
import { parseSendingHours, type SendingHours } from '@wayproof/letters/delivery/sending-hours'
import { type MailConfig, mailSettings, readMail } from '@wayproof/letters/mail-settings/mail-settings'
import { type MailboxPlace, mailboxPlace } from '@wayproof/letters/mailbox/mailbox-place'
import { messages } from '@wayproof/messages/messages'

/** The settings of the three apps that a check needs. */
export interface CheckConfig extends MailConfig, StorePlace {
  readonly surveyUrl: string
  readonly reportingUrl: string
  /** Where the apps answer about their health on this machine; null if the scheduler does not. */
  readonly health: { readonly survey: string; readonly reporting: string; readonly scheduler: string | null }
  readonly timeZone: string
  readonly sendingHours: SendingHours | null
  /** True if something processes the bounces that arrive. */
  readonly takesBounces: boolean
  /** IP address with an optional port; null: DNS is not looked up. */
  readonly resolver: string | null
  /** The mailbox of the recipient; null: a person types the code. */
  readonly mailbox: MailboxPlace | null
  /** The name of the DKIM record and the private key that it must fit; null if letters are not signed. */
  readonly dkim: { readonly name: string; readonly privateKey: string } | null
}

const RESOLVER = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])(:\d{1,5})?$/i

const settings = {
  ...storeSettings,
  ...mailSettings,
  ...appSettings,
  SCHEDULER_PORT: setting.port.optional(),
  SENDING_HOURS: setting.which((text) => parseSendingHours(text) !== null, 'not-hours').optional(),
  BOUNCE_DIR: setting.filled.optional(),
  BOUNCE_IMAP_URL: setting.filled.optional(),
  MAIL_EVENTS_SECRET: setting.filled.optional(),
  DNS_RESOLVER: setting.which((text) => RESOLVER.test(text), 'not-a-resolver').optional(),
  CHECK_MAILBOX_URL: setting.which((text) => mailboxPlace(text) !== null, 'not-a-mailbox').optional(),
}

/** Reads the settings as the apps do. Throws Misused with all faults. */
export function readCheckConfig(data: string | undefined, environment: Environment = inherited): CheckConfig {
  const read = readSettings(settings, { ...environment, ...placesIn(data) })
  if (!read.ok) throw new Misused(sentencesOf(read.faults))
  const { value } = read
  const mail = readMail(value, value.DATA_DIR)
  if (!mail.ok) throw new Misused(sentencesOf(mail.faults))
  const host = value.HOST === '0.0.0.0' || value.HOST === '::' ? '127.0.0.1' : value.HOST
  const ready = (port: number, at = host) => `http://${at.includes(':') ? `[${at}]` : at}:${port}/health/ready`
  return {
    ...storePlace(value),
    ...mail.value,
    surveyUrl: publicAddress(value.SURVEY_URL, value.SURVEY_PORT),
    reportingUrl: publicAddress(value.REPORTING_URL, value.REPORTING_PORT),
    health: {
      survey: ready(value.SURVEY_PORT),
      reporting: ready(value.REPORTING_PORT),
      scheduler: value.SCHEDULER_PORT === undefined ? null : ready(value.SCHEDULER_PORT, value.METRICS_HOST),
    },
    timeZone: value.TIME_ZONE,
    sendingHours: value.SENDING_HOURS === undefined ? null : parseSendingHours(value.SENDING_HOURS),
    takesBounces: [value.BOUNCE_DIR, value.BOUNCE_IMAP_URL, value.MAIL_EVENTS_SECRET].some(Boolean),
    resolver: value.DNS_RESOLVER ?? null,
    mailbox: value.CHECK_MAILBOX_URL === undefined ? null : mailboxPlace(value.CHECK_MAILBOX_URL),
    dkim: dkimOf(value),
  }
}

function dkimOf({
  DKIM_DOMAIN: domain,
  DKIM_SELECTOR: selector,
  DKIM_KEY_FILE: file,
}: {
  readonly DKIM_DOMAIN?: string | undefined
  readonly DKIM_SELECTOR?: string | undefined
  readonly DKIM_KEY_FILE?: string | undefined
}): CheckConfig['dkim'] {
  if (!domain || !selector || !file) return null
  return { name: `${selector}._domainkey.${domain}`, privateKey: readFileSync(file, 'utf8') }
}

type Faults = Extract<ReturnType<typeof readMail>, { readonly ok: false }>['faults']

const sentencesOf = (faults: Faults): string => {
  const words = messages(terminalLocale).settings
  return faults.map(({ name, value, code }) => words.faults[code](name, value)).join('\n')
}
