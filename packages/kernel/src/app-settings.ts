import { setting } from './setting.ts'

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

/** What the links to an app begin with, without a slash at the end. */
export const publicAddress = (url: string | undefined, port: number): string => url ?? `http://127.0.0.1:${port}`
