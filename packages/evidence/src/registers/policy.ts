import { type CheckFault, type Known, outOfOrder, unknown } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import { isInside, pageTarget } from '../policy-watch/page-target.ts'

/** `effectiveOn`: first day in force; empty means the day of approval. */
export const policyVersionFields = [
  { name: 'version', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'approvedOn', kind: 'day', required: true, past: true },
  { name: 'effectiveOn', kind: 'day', required: false, planned: true },
] as const satisfies readonly Field[]

export const SURFACE_KINDS = ['website', 'app', 'mini-programme', 'ota-page', 'branch', 'call-centre'] as const

/**
 * A place where customers must find the policy, and its required languages. `activeTo`: first day on which it is out.
 */
export const policySurfaceFields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'name', kind: 'text', required: true },
  {
    name: 'kind',
    kind: 'text',
    required: true,
    values: SURFACE_KINDS,
  },
  { name: 'url', kind: 'text', required: false, maxLength: 2000 },
  { name: 'languages', kind: 'list', required: true },
  { name: 'collectsPersonalData', kind: 'yes-no', required: true },
  { name: 'activeFrom', kind: 'day', required: true, planned: true },
  { name: 'activeTo', kind: 'day', required: false },
] as const satisfies readonly Field[]

/** Result of a check of a surface: the version shown in these languages, since when, and the day of the last check. */
export const policyCheckFields = [
  { name: 'surfaceId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'languages', kind: 'list', required: true },
  { name: 'version', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'publishedOn', kind: 'day', required: true, past: true },
  { name: 'checkedOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

/** Location of the policy on a surface in one language. Without a URL it is checked manually. */
export const policyPageFields = [
  { name: 'surfaceId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'language', kind: 'text', required: true, maxLength: 35 },
  { name: 'url', kind: 'text', required: false, maxLength: 2000 },
] as const satisfies readonly Field[]

export type PolicyVersion = RowOf<typeof policyVersionFields>
export type PolicySurface = RowOf<typeof policySurfaceFields>
export type PolicyCheck = RowOf<typeof policyCheckFields>
export type PolicyPage = RowOf<typeof policyPageFields>

export const policyVersionKey = (version: PolicyVersion): string[] => [version.version]
export const policySurfaceKey = (surface: PolicySurface): string[] => [surface.id]
export const policyPageKey = (page: PolicyPage): string[] => [page.surfaceId, page.language]
/** One key per language. */
export const policyCheckKeys = (check: PolicyCheck): string[][] =>
  check.languages.map((language) => [check.surfaceId, language, check.version, check.checkedOn])

export function checkPolicyVersion({ rowNumber, cells }: TableRow<PolicyVersion>): CheckFault[] {
  return outOfOrder(rowNumber, cells.approvedOn, 'effectiveOn', cells.effectiveOn)
}

export function checkPolicySurface({ rowNumber, cells }: TableRow<PolicySurface>): CheckFault[] {
  return [
    ...badAddress(rowNumber, cells.url),
    ...badLanguages(rowNumber, cells.languages),
    ...outOfOrder(rowNumber, cells.activeFrom, 'activeTo', cells.activeTo),
  ]
}

export function checkPolicyCheck({ rowNumber, cells }: TableRow<PolicyCheck>, known: Known): CheckFault[] {
  return [
    ...unknown(rowNumber, 'surfaceId', cells.surfaceId, known.surfaces, 'unknown-surface'),
    ...unknown(rowNumber, 'version', cells.version, known.versions, 'unknown-version'),
    ...badLanguages(rowNumber, cells.languages),
    ...outOfOrder(rowNumber, cells.publishedOn, 'checkedOn', cells.checkedOn),
  ]
}

export function checkPolicyPage({ rowNumber, cells }: TableRow<PolicyPage>, known: Known): CheckFault[] {
  return [
    ...unknown(rowNumber, 'surfaceId', cells.surfaceId, known.surfaces, 'unknown-surface'),
    ...badLanguages(rowNumber, [cells.language], 'language'),
    ...badAddress(rowNumber, cells.url),
  ]
}

/** Only HTTP addresses that a customer's browser opens can be checked. */
function badAddress(rowNumber: number, url: string | null): CheckFault[] {
  if (url === null) return []
  const fault = { rowNumber, field: 'url', text: url, expected: 'https://www.example.com/privacy' }
  const target = pageTarget(url)
  if (target.ok)
    return isInside(target.value.host) ? [{ ...fault, code: 'private-address', text: target.value.host }] : []
  // The rejected text contains a password and is not repeated.
  if (target.fault.code === 'user-in-address') return [{ ...fault, code: 'user-in-address', text: '' }]
  return [{ ...fault, code: 'bad-value' }]
}

/** Languages must be in BCP 47 canonical case: `zh-cn` and `zh-CN` would never match. */
export function badLanguages(rowNumber: number, languages: readonly string[], field = 'languages'): CheckFault[] {
  return languages
    .filter((tag) => !isLanguageTag(tag))
    .map((text) => ({ rowNumber, field, code: 'bad-value', text, expected: 'zh-CN, en' }))
}

export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}
