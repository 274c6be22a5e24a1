import { z } from 'zod'
import { LOCALES } from '../people/locale.ts'
import type { SettingName } from './setting-names.ts'
import { socketAddress } from './socket-address.ts'
import { intendedSetting } from './unknown-setting.ts'

export { secretValues } from './secret-values.ts'
export type { SettingName } from './setting-names.ts'

/** Reasons why a setting is unusable, judged by its value alone. */
export type SettingCode =
  | 'empty'
  | 'not-a-port'
  | 'not-a-web-address'
  | 'not-a-time-zone'
  | 'not-a-language'
  | 'not-a-database'
  | 'not-a-mail-server'
  | 'not-a-mail-address'
  | 'not-a-bounce-address'
  | 'not-a-mailbox'
  | 'not-a-resolver'
  | 'not-a-web-hook'
  | 'not-a-hook-form'
  | 'too-short-a-secret'
  | 'not-a-domain'
  | 'not-hours'
  | 'not-seconds'
  | 'not-a-count'
  | 'not-yes-or-no'
  | 'not-a-rate'
  | 'not-network-addresses'
  | 'not-a-private-address'
  | 'not-encrypted'
  | 'proxy-unnamed'
  | 'not-a-socket'
  | 'not-an-issuer'
  | 'oidc-incomplete'
  | 'not-a-scope'
  | 'not-a-role-map'
  | 'not-a-role'
  | 'unknown-name'

/** Exit code of an app with unusable settings (EX_CONFIG of sysexits.h). A restart would not help. */
export const UNUSABLE_SETTINGS = 78

/**
 * `name` is the environment variable. `value` is its value without a password or, for an unknown name, the setting that
 * was probably meant.
 */
export interface SettingFault<Code extends string = SettingCode> {
  readonly name: string
  readonly value: string
  readonly code: Code
}

const code = (settingCode: SettingCode) => settingCode

const nonEmptyText = z.string().trim().min(1, code('empty'))

const DOMAIN = /^(?!.{254})[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

/** The value for an installation without a proxy. */
const NO_PROXY = 'none'

const NETWORK_ADDRESS = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

/** Validators for the value of one environment variable. */
export const setting = {
  filled: nonEmptyText,
  /** Text that passes `holds`, else the fault `otherwise`. */
  which: (holds: (text: string) => boolean, otherwise: SettingCode) => nonEmptyText.refine(holds, code(otherwise)),
  port: nonEmptyText
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, code('not-a-port'))
    .transform(Number),
  /** Whole seconds, from 1 to 3,600. */
  seconds: nonEmptyText
    .refine((text) => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 3600, code('not-seconds'))
    .transform(Number),
  /** Integer from 1 to 99. */
  count: nonEmptyText.refine((text) => /^[1-9]\d?$/.test(text), code('not-a-count')).transform(Number),
  /** Integer from 1 to 99,999. */
  rate: nonEmptyText.refine((text) => /^[1-9]\d{0,4}$/.test(text), code('not-a-rate')).transform(Number),
  yesOrNo: z.enum(['yes', 'no'], code('not-yes-or-no')),
  /** An origin without a trailing slash. */
  webAddress: nonEmptyText.refine(isOrigin, code('not-a-web-address')).transform(withoutSlash),
  /** A host name in lower case. */
  domain: nonEmptyText
    .transform((text) => text.toLowerCase())
    .refine((text) => DOMAIN.test(text), code('not-a-domain')),
  /** Network addresses or ranges, such as 127.0.0.1 or 10.0.0.0/8, separated by commas, or the word for none. */
  networkAddresses: nonEmptyText
    .refine(
      (text) => text === NO_PROXY || splitList(text).every((part) => NETWORK_ADDRESS.safeParse(part).success),
      code('not-network-addresses'),
    )
    .transform((text) => (text === NO_PROXY ? [] : splitList(text))),
  /** The address of a service on this machine or another. */
  socket: nonEmptyText.transform((text, context) => {
    const address = socketAddress(text)
    if (address) return address
    context.addIssue({ code: 'custom', message: code('not-a-socket') })
    return z.NEVER
  }),
  /** Random text of at least 32 characters. */
  secret: nonEmptyText.refine((text) => text.length >= 32, code('too-short-a-secret')),
  timeZone: nonEmptyText.refine(isTimeZone, code('not-a-time-zone')),
  locale: z.enum(LOCALES, code('not-a-language')),
}

/** Faults of settings that may hold a password anywhere in their value. */
const SECRET: ReadonlySet<SettingCode> = new Set([
  'too-short-a-secret',
  'not-a-mail-server',
  'not-a-mailbox',
  'not-a-web-hook',
])

/** The parsed settings, or all faults at once. */
export type SettingsRead<T, Code extends string = SettingCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly SettingFault<Code>[] }

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Parses the settings of `shape`. Every name must be in the list of names, and the environment must hold no misspelled
 * setting.
 */
export function readSettings<S extends z.ZodRawShape>(
  shape: S & Record<Exclude<keyof S, SettingName>, never>,
  environment: Environment,
): SettingsRead<z.infer<z.ZodObject<S>>> {
  const misspelled = misspelledNames(environment)
  const parsed = z.object<S>(shape).safeParse(environment)
  if (parsed.success)
    return misspelled.length > 0 ? { ok: false, faults: misspelled } : { ok: true, value: parsed.data }
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    const code = message as SettingCode
    return { name, value: SECRET.has(code) ? '' : withoutPassword(environment[name] ?? ''), code }
  })
  return { ok: false, faults: [...misspelled, ...faults] }
}

function misspelledNames(environment: Environment): SettingFault[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    const intendedName = intendedSetting(name, value)
    return intendedName === null ? [] : [{ name, value: intendedName, code: code('unknown-name') }]
  })
}

function isTimeZone(name: string): boolean {
  // Formats take 9 MB and 10 ms, but only they know the older names.
  if (Intl.supportedValuesOf('timeZone').includes(name)) return true
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && withoutSlash(text) === url.origin
}

function splitList(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '')
}

/** Masks passwords: any setting may hold an address with a password by mistake. */
function withoutPassword(text: string): string {
  return text.replace(/\/\/.*@/s, '//…@')
}
