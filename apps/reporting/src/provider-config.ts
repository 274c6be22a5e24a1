import { USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { isLoopback } from '@wayproof/kernel/settings/app-settings'
import { type SettingFault, setting } from '@wayproof/kernel/settings/setting'

/** Sign-in through the OpenID provider of the organization. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The provider's name on the sign-in button. */
  readonly name: string
  readonly scope: string
  /** The claim whose value `roles` maps: one text or several. */
  readonly roleClaim: string
  /** The first entry whose value is in the claim gives the role. */
  readonly roles: readonly RoleOfValue[]
  /** Values of `amr` or `acr` by which the provider confirms a second factor; empty: it never does. */
  readonly secondFactor: readonly string[]
}

export interface RoleOfValue {
  readonly value: string
  readonly role: UserRole
}

export const providerSettings = {
  OIDC_ISSUER: setting.which(isIssuer, 'not-an-issuer').optional(),
  OIDC_CLIENT_ID: setting.filled.optional(),
  OIDC_CLIENT_SECRET: setting.filled.optional(),
  OIDC_NAME: setting.filled.optional(),
  OIDC_ROLES: setting.which((text) => roleEntries(text) !== null, 'not-a-role-map').optional(),
  OIDC_ROLE_CLAIM: setting.filled.optional(),
  OIDC_SCOPE: setting.which(isScope, 'not-a-scope').optional(),
  OIDC_SECOND_FACTOR: setting.filled.optional(),
}

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'OIDC_ROLES'] as const

type ProviderTexts = { readonly [Name in keyof typeof providerSettings]?: string | undefined }

/** The provider in the settings, or all faults of its settings together; null if there is none. */
export function readProvider(texts: ProviderTexts): {
  readonly settings: ProviderSettings | null
  readonly faults: readonly SettingFault[]
} {
  const givenNames = Object.keys(providerSettings) as (keyof typeof providerSettings)[]
  if (givenNames.every((name) => texts[name] === undefined)) return { settings: null, faults: [] }
  const missingNames = NEEDED.filter((name) => texts[name] === undefined)
  const entries = roleEntries(texts.OIDC_ROLES ?? '') ?? []
  const unknown = entries.filter(({ role }) => roleOf(role) === undefined)
  const faults = [
    ...missingNames.map((name) => ({ name, value: '', code: 'oidc-incomplete' as const })),
    ...unknown.map(({ role }) => ({ name: 'OIDC_ROLES', value: role, code: 'not-a-role' as const })),
  ]
  if (faults.length > 0) return { settings: null, faults }
  return {
    faults,
    settings: {
      issuer: texts.OIDC_ISSUER ?? '',
      clientId: texts.OIDC_CLIENT_ID ?? '',
      clientSecret: texts.OIDC_CLIENT_SECRET ?? '',
      name: texts.OIDC_NAME ?? '',
      scope: texts.OIDC_SCOPE ?? 'openid email profile',
      roleClaim: texts.OIDC_ROLE_CLAIM ?? 'groups',
      roles: entries.flatMap(({ role, value }) => {
        const mappedRole = roleOf(role)
        return mappedRole ? [{ role: mappedRole, value }] : []
      }),
      secondFactor: texts.OIDC_SECOND_FACTOR?.split(/\s+/) ?? [],
    },
  }
}

const roleOf = (text: string): UserRole | undefined => USER_ROLES.find((role) => role === text)

/** The role comes first, because a value may contain `=`, as group names in a directory do. */
function roleEntries(text: string): { readonly role: string; readonly value: string }[] | null {
  const entries = text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [role = '', ...value] = part.split('=')
      return { role: role.trim(), value: value.join('=').trim() }
    })
  const values = new Set(entries.map(({ value }) => value))
  if (entries.length === 0 || values.size < entries.length) return null
  return entries.every(({ role, value }) => role !== '' && value !== '') ? entries : null
}

/** An https address, or http on this machine, without parts that could change its target. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text)
  if (!url || url.username || url.password || url.search || url.hash) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

function isScope(text: string): boolean {
  return ['openid', 'email'].every((scope) => text.split(/\s+/).includes(scope))
}
