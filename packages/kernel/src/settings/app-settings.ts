import { addressRanges } from '../network/address-ranges.ts'
import { type SettingFault, setting } from './setting.ts'

/** True for an IP address that only this machine or a private network reaches (RFC 1918, RFC 4193). */
const isPrivateAddress = addressRanges([
  ...['127.0.0.0/8', '::1', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
])

/** Settings that several apps read and must interpret alike; each app takes those it needs. */
export const appSettings = {
  HOST: setting.filled.default('127.0.0.1'),
  /** Address of the ports for monitors: metrics, and the scheduler's health. */
  METRICS_HOST: setting.which(isPrivateAddress, 'not-a-private-address').optional(),
  SURVEY_PORT: setting.port.default(4310),
  REPORTING_PORT: setting.port.default(4320),
  SURVEY_URL: setting.webAddress.optional(),
  REPORTING_URL: setting.webAddress.optional(),
  DRAIN_SECONDS: setting.seconds.optional(),
  TIME_ZONE: setting.timeZone.default('Asia/Shanghai'),
  DEFAULT_LOCALE: setting.locale.default('zh-CN'),
  /** Web address whose `Date` header the clock is compared with. */
  TIME_URL: setting.webAddress.optional(),
  /** Malware scanner for evidence files, which speaks the protocol of clamd. */
  CLAMD_ADDRESS: setting.socket.optional(),
}

/** Returns true if an address or host is reachable from this machine only. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|([a-z0-9-]+\.)+localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

/** Whether travelers or colleagues reach an address from other machines. */
export const isPublic = (url: string): boolean => !isLoopback(new URL(url).hostname)

interface PublicPlace {
  /** Name of the setting that holds the public address. */
  readonly name: 'SURVEY_URL' | 'REPORTING_URL'
  readonly url: string
  /** Address that the app listens on; undefined for the address of another app. */
  readonly host?: string
}

/** Returns the fault of a public address that other machines reach without encryption, or none. */
export function publicAddressFaults({ name, url, host = '127.0.0.1' }: PublicPlace): readonly SettingFault[] {
  const { protocol, hostname } = new URL(url)
  const isUnencrypted = protocol === 'http:' && !(isLoopback(hostname) && isLoopback(host))
  return isUnencrypted ? [{ name, value: url, code: 'not-encrypted' }] : []
}

/** Base of the links to an app, without a trailing slash. */
export const publicAddress = (url: string | undefined, port: number): string => url ?? `http://127.0.0.1:${port}`
