import { editDistance, isWithinEdits } from './edit-distance.ts'
import { SETTING_NAMES, type SettingName } from './setting-names.ts'

/** First words of names that only this product uses; other products also use `DATA_` or `TIME_`. */
const OUR_WORDS: ReadonlySet<string> = new Set([
  ...[
    'SMTP',
    'BOUNCE',
    'DKIM',
    'SURVEY',
    'REPORTING',
    'SCHEDULER',
    'OUTBOX',
    'SENDING',
    'LETTERS',
    'TRUSTED',
    'MAIL',
    'OIDC',
    'CLAMD',
  ],
])

/** Shorter names are too similar to many others. */
const LONG_NAME = 8
const VERY_LONG_NAME = 10

/** Variables that Kubernetes sets for a service, such as SURVEY_SERVICE_PORT_HTTP and SURVEY_PORT_4310_TCP_ADDR. */
const KUBERNETES_SERVICE = /_SERVICE_HOST$|_SERVICE_PORT(_[A-Z0-9_]+)?$|_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/
const SERVICE_ADDRESS = /^(tcp|udp|sctp):\/\//

/**
 * Returns the setting that `name` was probably meant to be. Returns null for an existing setting and for a foreign
 * name: one that shares no first word used only by this product and is not within one edit of a setting (two edits for
 * names of 10 or more characters).
 */
export function intendedSetting(name: string, value = ''): SettingName | null {
  const upper = name.toUpperCase()
  if (SETTING_NAMES.some((setting) => setting === name)) return null
  if (KUBERNETES_SERVICE.test(upper) || (upper.endsWith('_PORT') && SERVICE_ADDRESS.test(value))) return null
  const word = firstWord(upper)
  if (word !== upper && OUR_WORDS.has(word)) {
    const sameWord = SETTING_NAMES.filter((setting) => firstWord(setting) === word)
    return nearest(upper, sameWord.length > 0 ? sameWord : SETTING_NAMES)
  }
  return nearest(
    upper,
    SETTING_NAMES.filter((setting) => isWithinEdits(upper, setting, allowedDistance(setting))),
  )
}

const firstWord = (name: string): string => name.split('_', 1)[0] ?? ''

const allowedDistance = ({ length }: SettingName): number => (length < LONG_NAME ? 0 : length < VERY_LONG_NAME ? 1 : 2)

function nearest(name: string, candidates: readonly SettingName[]): SettingName | null {
  let nearestSetting: SettingName | null = null
  for (const setting of candidates)
    if (nearestSetting === null || editDistance(name, setting) < editDistance(name, nearestSetting))
      nearestSetting = setting
  return nearestSetting
}
