import { storePlace, storeSettings } from '@wayproof/database/installation/store-settings'
import { appSettings, isLoopback, publicAddress, publicAddressFaults } from '@wayproof/kernel/settings/app-settings'
import { secretValues } from '@wayproof/kernel/settings/secret-values'
import {
  type Environment,
  readSettings,
  type SettingFault,
  type SettingsRead,
  setting,
} from '@wayproof/kernel/settings/setting'
import type { SocketAddress } from '@wayproof/kernel/settings/socket-address'
import { type HookConfig, hookSettings, readHook } from '@wayproof/letters/hook/hook-settings'
import { type MailConfig, mailSettings, readMail } from '@wayproof/letters/mail-settings/mail-settings'
import type { SettingFaultCode } from '@wayproof/messages/en/commands/settings'
import type { ServiceConfig } from '@wayproof/service-start/open-service'
import { type ProviderSettings, providerSettings, readProvider } from './provider-config.ts'

export interface Config extends ServiceConfig {
  readonly host: string
  readonly port: number
  /** Public addresses, without a slash at the end. */
  readonly reportingUrl: string
  readonly surveyUrl: string
  /** Milliseconds from the signal to stop until no more requests are answered. */
  readonly drainMs: number
  /** A web address to whose `Date` header the clock is compared; null: to none. */
  readonly timeUrl: string | null
  /** The malware scanner for evidence files; null: they are not scanned. */
  readonly scannerAddress: SocketAddress | null
  /** Addresses of the proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[]
  /** How this app mails officers that the scheduler has stopped; null: it cannot. */
  readonly mail: MailConfig | null
  /** Where alerts go besides letters; null: nowhere. */
  readonly webHook: HookConfig | null
  /** Null: no sign-in through a provider. */
  readonly provider: ProviderSettings | null
}

const settings = {
  ...storeSettings,
  ...appSettings,
  ...providerSettings,
  ...mailSettings,
  ...hookSettings,
  REPORTING_METRICS_PORT: setting.port.optional(),
  TRUSTED_PROXY: setting.networkAddresses.optional(),
}

/** Reads the settings from the environment, and returns all faults together. */
export function readConfig(from: Environment = process.env): SettingsRead<Config, SettingFaultCode> {
  const read = readSettings(settings, from)
  if (!read.ok) return read
  const { value } = read
  const mail = readMail(value, value.DATA_DIR)
  if (!mail.ok) return mail
  const reportingUrl = publicAddress(value.REPORTING_URL, value.REPORTING_PORT)
  const surveyUrl = publicAddress(value.SURVEY_URL, value.SURVEY_PORT)
  const provider = readProvider(value)
  const faults = [
    ...provider.faults,
    ...publicAddressFaults({ name: 'REPORTING_URL', url: reportingUrl, host: value.HOST }),
    ...publicAddressFaults({ name: 'SURVEY_URL', url: surveyUrl }),
    ...proxyFaults(reportingUrl, value),
  ]
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      ...storePlace(value),
      host: value.HOST,
      port: value.REPORTING_PORT,
      reportingUrl,
      surveyUrl,
      addresses: [reportingUrl, surveyUrl],
      shortDkimKey: mail.value.shortDkimKey,
      drainMs: (value.DRAIN_SECONDS ?? 0) * 1000,
      metricsPort: value.REPORTING_METRICS_PORT ?? null,
      metricsHost: value.METRICS_HOST,
      secrets: secretValues(from),
      timeZone: value.TIME_ZONE,
      defaultLocale: value.DEFAULT_LOCALE,
      timeUrl: value.TIME_URL ?? null,
      scannerAddress: value.CLAMD_ADDRESS ?? null,
      trustedProxies: value.TRUSTED_PROXY ?? [],
      // The folder of an installation without a mail server is read by nobody in an emergency.
      mail: value.SMTP_URL === undefined && value.OUTBOX_DIR === undefined ? null : mail.value,
      webHook: readHook(value),
      provider: provider.settings,
    },
  }
}

/** Behind an unknown proxy all callers have one address, so wrong passwords from anywhere would block everyone. */
function proxyFaults(
  reportingUrl: string,
  { HOST, TRUSTED_PROXY }: { readonly HOST: string; readonly TRUSTED_PROXY?: readonly string[] | undefined },
): readonly SettingFault[] {
  const isReachable = !isLoopback(HOST) || !isLoopback(new URL(reportingUrl).hostname)
  return isReachable && TRUSTED_PROXY === undefined ? [{ name: 'TRUSTED_PROXY', value: '', code: 'proxy-unnamed' }] : []
}
