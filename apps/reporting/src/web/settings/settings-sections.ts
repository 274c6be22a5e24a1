import type { User } from '../api.ts'

/** The sections of the settings, as their addresses name them, in menu order. */
export const SETTINGS_SECTIONS = [
  'organization',
  'survey',
  'checklist',
  'summary',
  'email',
  'api-keys',
  'backups',
  'security',
] as const

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

/** The sections that a role may open. Until the organization has a name, nothing else can be set. */
export function sectionsOf(role: User['role'] | undefined, isSetUp: boolean): readonly SettingsSection[] {
  if (!isSetUp) return ['organization']
  if (role === 'officer') return SETTINGS_SECTIONS
  if (role === 'administrator') return ['email', 'api-keys', 'backups', 'organization']
  return role === 'executive' || role === 'auditor' ? ['organization', 'security'] : ['organization']
}
