import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEmail } from '@wayproof/kernel/people/email'
import { type SettingsRead, setting } from '@wayproof/kernel/settings/setting'
import type { SettingFaultCode } from '@wayproof/messages/en/commands/settings'
import { fitsToken } from '../bounces/bounce-address.ts'
import { type DkimSigner, dkimSigner, isDkimKey, isShortDkimKey } from '../dkim/dkim-signer.ts'

/** Where letters go: to a mail server, or into a folder instead. */
export type MailPlace =
  | { readonly kind: 'smtp'; readonly url: string }
  | { readonly kind: 'folder'; readonly folder: string }

export interface MailConfig {
  readonly mail: MailPlace
  /** Null: the organization's contact address. */
  readonly mailFrom: string | null
  /** Base of the letters' envelope senders; null: they go out from the sender in From. */
  readonly bounceAddress: string | null
  /** Undefined: letters are not signed. */
  readonly signer: DkimSigner | undefined
  /** The file of its key if that has fewer bits than a new one must have; else null. */
  readonly shortDkimKey: string | null
}

const isMailServer = (text: string): boolean =>
  /^smtps?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== ''

const isBounceAddress = (address: string | null): boolean => address !== null && fitsToken(address)

/** Settings of every app that sends letters. */
export const mailSettings = {
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
  DKIM_DOMAIN: setting.domain.optional(),
  DKIM_SELECTOR: setting.domain.optional(),
  DKIM_KEY_FILE: setting.filled.optional(),
}

type MailValues = { readonly [K in keyof typeof mailSettings]?: string | null | undefined }
type Read<T> = SettingsRead<T, SettingFaultCode>

/** The configuration of letters from its settings, with the key file of DKIM read. */
export function readMail(value: MailValues, dataFolder: string): Read<MailConfig> {
  const signer = readSigner(value)
  if (!signer.ok) return signer
  return {
    ok: true,
    value: {
      mail: value.SMTP_URL
        ? { kind: 'smtp', url: value.SMTP_URL }
        : { kind: 'folder', folder: value.OUTBOX_DIR ?? join(dataFolder, 'outbox') },
      mailFrom: value.MAIL_FROM ?? null,
      bounceAddress: value.BOUNCE_ADDRESS ?? null,
      signer: signer.value?.signer,
      shortDkimKey: signer.value?.isShort ? (value.DKIM_KEY_FILE ?? null) : null,
    },
  }
}

const DKIM_NAMES = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const

/** All three settings or none of them. */
function readSigner(value: MailValues): Read<{ readonly signer: DkimSigner; readonly isShort: boolean } | undefined> {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = value
  if (!(domain && selector && keyFile)) {
    const missingNames = DKIM_NAMES.filter((name) => !value[name])
    if (missingNames.length === DKIM_NAMES.length) return { ok: true, value: undefined }
    return { ok: false, faults: missingNames.map((name) => ({ name, value: '', code: 'dkim-incomplete' })) }
  }
  const privateKey = readDkimKey(keyFile)
  if (privateKey) {
    const signer = dkimSigner({ domain, selector, privateKey })
    return { ok: true, value: { signer, isShort: isShortDkimKey(privateKey) } }
  }
  return { ok: false, faults: [{ name: 'DKIM_KEY_FILE', value: keyFile, code: 'dkim-key-unusable' }] }
}

/** The private key in a file; null if it cannot be read or cannot sign. */
function readDkimKey(file: string): string | null {
  try {
    const pem = readFileSync(file, 'utf8')
    return isDkimKey(pem) ? pem : null
  } catch {
    return null
  }
}
