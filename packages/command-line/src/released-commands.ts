/** The commands of a release, in the order of its help. */
export const RELEASED_COMMANDS = [
  'start',
  'status',
  'doctor',
  'check-deployment',
  'backup-key',
  'backup',
  'restore',
  'move',
  'upgrade',
  'rehearse',
  'questionnaire',
  'verify',
  'verify-anonymity',
  'rebuild-tallies',
  'rotate-key',
  'confirm-lost-key',
  'recover-officer',
] as const
export type ReleasedCommand = (typeof RELEASED_COMMANDS)[number]

/** The apps of a release, which run alone under their names. */
export const RELEASED_APPS = ['survey', 'reporting', 'scheduler'] as const
export type ReleasedApp = (typeof RELEASED_APPS)[number]
