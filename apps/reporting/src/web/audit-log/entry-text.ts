import { isCalendarDate, type Locale } from '@wayproof/kernel'
import { day, type Messages, periodName } from '@wayproof/messages'
import { AUDIT_ACTS, type AuditAct } from '@wayproof/oversight/audit-entry'
import type { AuditLine } from '../api.ts'

type Names = Readonly<Record<string, string>>

/** Says what was done, as "exported Incidents". An act that a later version recorded is shown by its code. */
export function entryText(entry: AuditLine, words: Messages, locale: Locale): string {
  const act = AUDIT_ACTS.find((known) => known === entry.act)
  if (!act) return entry.act
  const { details } = entry
  const roles: Names = words.reporting.people.roles
  const role = String(details.role ?? '')
  return words.reporting.auditLog.acts[act]({
    subject: subjectText(act, entry, words, locale),
    role: roles[role] ?? role,
    count: Number(details.count ?? details.rows ?? 0),
    hasFactor: details.factor === true,
    isApproved: details.outcome === 'confirmed',
  })
}

function subjectText(act: AuditAct, entry: AuditLine, words: Messages, locale: Locale): string {
  const { subject, about, details } = entry
  const registers: Names = words.registers.names
  const goals: Names = words.goals.names
  const origins: Names = words.reporting.actions.origins
  const settings: Names = words.reporting.auditLog.settings
  const rules: Names = words.reporting.rules.names
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')
  const period = (key: unknown) => (typeof key === 'string' && key !== '' ? periodName(key, locale) : '')
  switch (act) {
    case 'imported':
    case 'import-undone':
      return registers[subject] ?? subject
    case 'row-corrected':
      return join(registers[String(details.register)] ?? String(details.register ?? ''), subject)
    case 'exported':
      if (subject === 'evidence')
        return join(words.reporting.auditLog.evidence, registers[String(details.register)] ?? '')
      return join(registers[subject.replace(/\.(csv|xlsx)$/, '')] ?? subject, period(details.period))
    case 'setting-changed':
      return settings[subject] ?? subject
    case 'rule-proposed':
    case 'rule-decided':
      return rules[subject] ?? goals[subject] ?? subject
    case 'sample-drawn':
    case 'sample-sealed':
      return join(goals[String(details.figure)] ?? String(details.figure ?? ''), period(subject))
    case 'signed':
      return join(goals[String(details.goal)] ?? '', period(subject))
    case 'action-added':
    case 'action-changed':
    case 'action-withdrawn':
    case 'outcome-recorded':
      return join(origins[String(details.origin)] ?? '', goals[String(details.goal)] ?? '')
    case 'meeting-planned':
    case 'meeting-changed':
    case 'meeting-cancelled':
    case 'meeting-held':
    case 'minutes-finished':
      return isCalendarDate(subject) ? day(subject, locale) : subject
    case 'comments-read':
    case 'frozen':
    case 'freeze-taken-back':
    case 'closed':
    case 'reopened':
    case 'published':
    case 'report-withdrawn':
      return period(subject)
    default:
      return about ?? words.reporting.shell.none
  }
}
