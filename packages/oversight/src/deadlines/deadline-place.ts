import type { Deadline, DeadlineKind } from './deadline.ts'

/** The page of the dashboard where a task is done, and the parameters that open its record. */
export interface DeadlinePlace {
  readonly path: string
  readonly search: Readonly<Record<string, string>>
}

/** A register, and the row that it opens; without a row, all of them. */
interface RegisterPlace {
  readonly register: string
  readonly row?: (subject: string) => string
}

const keyOf = (subject: string) => JSON.stringify([subject])
const partnerOf = (subject: string) => keyOf(subject.split(':')[0] ?? '')

const REGISTERS: Readonly<Partial<Record<DeadlineKind, RegisterPlace>>> = {
  notice: { register: 'incidents', row: keyOf },
  'audit-finding': { register: 'audit-findings', row: keyOf },
  'security-finding': { register: 'security-findings', row: keyOf },
  agreement: { register: 'partners', row: partnerOf },
  'partner-audit': { register: 'partners', row: partnerOf },
  assessment: { register: 'security-assessments' },
  'empty-month': { register: 'incidents' },
}

/** Every role that has the task may open its page. The subject is empty where a reader must not learn of it. */
export function placeOf({ kind, subject }: Pick<Deadline, 'kind' | 'subject'>): DeadlinePlace {
  const place = REGISTERS[kind]
  if (place) return { path: `/registers/${place.register}`, search: place.row ? { row: place.row(subject) } : {} }
  switch (kind) {
    case 'request':
      return { path: '/requests', search: { case: subject } }
    case 'report':
      return { path: '/whistle-blowing', search: subject === '' ? {} : { report: subject } }
    case 'meeting':
      return { path: '/meetings', search: {} }
    case 'policy-review':
      return { path: '/policies', search: {} }
    case 'opening':
    case 'holidays':
      return { path: '/settings/survey', search: {} }
    case 'freeze':
    case 'signature':
    case 'seal':
      return { path: '/closing', search: { period: subject } }
    default:
      return { path: '/actions', search: {} }
  }
}

/** The place as the end of an address. */
export function placeAddress({ path, search }: DeadlinePlace): string {
  const parameters = new URLSearchParams(search).toString()
  return parameters === '' ? path : `${path}?${parameters}`
}
