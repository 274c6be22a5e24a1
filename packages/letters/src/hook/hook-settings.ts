import { webTarget } from '@wayproof/kernel/network/web-target'
import { setting } from '@wayproof/kernel/settings/setting'
import { HOOK_FORMS, type HookForm } from './hook-request.ts'

export interface HookConfig {
  readonly url: string
  readonly form: HookForm
  /** Signs the messages; null: they are not signed. */
  readonly secret: string | null
}

/** True for an encrypted address without a user name: the address itself is the key to the chat. */
function isHookAddress(text: string): boolean {
  const target = webTarget(text)
  return target.ok && target.value.secure
}

const isForm = (text: string): text is HookForm => (HOOK_FORMS as readonly string[]).includes(text)

/** Settings of the web hook, which every app that sends to it reads. */
export const hookSettings = {
  WEB_HOOK_URL: setting.which(isHookAddress, 'not-a-web-hook').optional(),
  WEB_HOOK_FORM: setting.which(isForm, 'not-a-hook-form').optional(),
  WEB_HOOK_SECRET: setting.filled.optional(),
}

type HookValues = { readonly [K in keyof typeof hookSettings]?: string | undefined }

/** Null if no web hook is set up. */
export function readHook({
  WEB_HOOK_URL: url,
  WEB_HOOK_FORM: form,
  WEB_HOOK_SECRET: secret,
}: HookValues): HookConfig | null {
  if (url === undefined) return null
  return { url, form: form !== undefined && isForm(form) ? form : 'generic', secret: secret ?? null }
}
