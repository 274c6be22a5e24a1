import { type SettingFault, setting } from './setting.ts'

/** What more than one app reads, and has to read alike; each takes what it needs. */
export const appSettings = {
  HOST: setting.filled.default('127.0.0.1'),
  SURVEY_PORT: setting.port.default(4310),
  REPORTING_PORT: setting.port.default(4320),
  SURVEY_URL: setting.webAddress.optional(),
  REPORTING_URL: setting.webAddress.optional(),
  TIME_ZONE: setting.timeZone.default('Asia/Shanghai'),
  DEFAULT_LOCALE: setting.locale.default('zh-CN'),
  /** A web address whose `Date` the clock is compared with. */
  TIME_URL: setting.webAddress.optional(),
}

/** Whether only this machine reaches an address or host. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|([a-z0-9-]+\.)+localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

interface PublicPlace {
  /** The setting that holds the public address. */
  readonly name: 'SURVEY_URL' | 'REPORTING_URL'
  readonly url: string
  /** Where the app itself listens; undefined for the address of another app. */
  readonly host?: string
}

/** The fault of a public address that others than this machine reach without encryption; none where it is sound. */
export function publicAddressFaults({ name, url, host = '127.0.0.1' }: PublicPlace): readonly SettingFault[] {
  const { protocol, hostname } = new URL(url)
  const open = protocol === 'http:' && !(isLoopback(hostname) && isLoopback(host))
  return open ? [{ name, value: url, code: 'not-encrypted' }] : []
}

/** What the links to an app begin with, without a slash at the end. */
export const publicAddress = (url: string | undefined, port: number): string => url ?? `http://127.0.0.1:${port}`
