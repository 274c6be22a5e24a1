import { AUDIT_ACTS, type AuditAct } from '@wayproof/journal/audit-log/audit-entry'
import { isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day, periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { AuditLine } from '../api.ts'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'
import { PersonName } from '../shell/person-name.tsx'

export function AuditTable({ entries }: { readonly entries: readonly AuditLine[] }) {
  const { title, columns } = useLanguage().words.reporting.auditLog
  return (
    <RecordTable
      caption={title}
      columns={[columns.at, columns.by, columns.what]}
      records={entries.map((entry, index) => ({
        id: `${entry.at} ${index}`,
        head: <RelativeMoment at={entry.at} />,
        cells: [<ActorName key="by" entry={entry} />, <ActText key="what" entry={entry} />],
      }))}
    />
  )
}

/** The user who acted; a stranger who failed to sign in, or the system. */
export function ActorName({ entry: { act, by, actorId } }: { readonly entry: AuditLine }) {
  const { stranger, system } = useLanguage().words.reporting.auditLog
  if (by !== null) return <PersonName name={by} />
  return actorId ?? (act === 'sign-in-failed' ? stranger : system)
}

export function ActText({ entry }: { readonly entry: AuditLine }) {
  const { locale, words } = useLanguage()
  const text = entryText(entry, words, locale)
  if (entry.act === 'sign-in-failed') return <StateMark shape="amber" label={text} />
  // A name or key is not translated.
  const name = [entry.about, entry.subject].find((part) => part && text.includes(part))
  if (!name) return text
  const at = text.indexOf(name)
  return (
    <>
      {text.slice(0, at)}
      <Verbatim>{name}</Verbatim>
      {text.slice(at + name.length)}
    </>
  )
}

type Names = Readonly<Record<string, string>>

/** Says what was done, as "exported Incidents". An act that a later version recorded is shown by its code. */
export function entryText(entry: AuditLine, words: Messages, locale: Locale): string {
  const act = AUDIT_ACTS.find((auditAct) => auditAct === entry.act)
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
    purpose: String(details.purpose ?? ''),
  })
}

function subjectText(act: AuditAct, entry: AuditLine, words: Messages, locale: Locale): string {
  const { subject, about, details } = entry
  const registers: Names = words.registers.names
  const goals: Names = words.goals.names
  const approvals: Names = words.reporting.approvals.kinds
  const origins: Names = words.reporting.actions.origins
  const settings: Names = words.reporting.auditLog.settings
  const rules: Names = words.reporting.rules.names
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')
  const nameOfGoal = (goal: unknown) => goals[String(goal ?? '')] ?? ''
  const period = (key: unknown) => (typeof key === 'string' && key !== '' ? periodName(key, locale) : '')
  switch (act) {
    case 'imported':
    case 'import-undone':
      return registers[subject] ?? subject
    case 'read-by-key':
      return subject === 'scorecard' ? words.reporting.shell.scorecard : (registers[subject] ?? subject)
    case 'key-rotated':
      return subject
    case 'row-corrected':
      return join(registers[String(details.register)] ?? String(details.register ?? ''), subject)
    case 'empty-month-confirmed':
    case 'empty-month-withdrawn':
      return join(registers[String(details.register)] ?? '', period(subject))
    case 'exported':
      if (subject === 'evidence')
        return join(words.reporting.auditLog.evidence, registers[String(details.register)] ?? '')
      return join(registers[subject.replace(/\.(csv|xlsx)$/, '')] ?? subject, period(details.period))
    case 'evidence-attached':
    case 'evidence-withdrawn':
      return registers[String(details.register)] ?? ''
    case 'approval-asked':
    case 'approval-approved':
    case 'approval-declined':
    case 'approval-withdrawn':
    case 'approval-expired':
      return approvals[String(details.kind)] ?? String(details.kind ?? '')
    case 'setting-changed':
      return settings[subject] ?? subject
    case 'rule-proposed':
    case 'rule-decided':
    case 'rule-withdrawn':
      return rules[subject] ?? goals[subject] ?? subject
    case 'sample-drawn':
    case 'finding-recorded':
    case 'sample-sealed':
      return join(goals[String(details.figure)] ?? String(details.figure ?? ''), period(subject))
    case 'signed':
    case 'executive-decided':
      return join(nameOfGoal(details.goal), period(subject))
    case 'questionnaire-drafted':
    case 'questionnaire-restored':
    case 'questionnaire-proposed':
    case 'questionnaire-published':
    case 'questionnaire-discarded':
      return join(subject, String(details.version ?? ''))
    case 'language-saved':
    case 'language-activated':
    case 'language-deactivated':
      return subject
    case 'policy-text-added':
    case 'policy-check-ordered':
      return join(subject, String(details.language ?? ''))
    case 'action-added':
    case 'action-changed':
    case 'action-withdrawn':
    case 'outcome-recorded':
      return join(origins[String(details.origin)] ?? '', nameOfGoal(details.goal))
    case 'meeting-planned':
    case 'meeting-changed':
    case 'meeting-cancelled':
    case 'meeting-held':
    case 'minutes-finished':
      return isCalendarDate(subject) ? day(subject, locale) : subject
    case 'comments-read':
    case 'comments-coded':
    case 'wave-opened':
    case 'wave-left-out':
    case 'wave-reminded':
    case 'invitations-sent-again':
    case 'wave-paused':
    case 'wave-resumed':
    case 'wave-closed':
    case 'wave-key-lost':
    case 'wave-key-destroyed':
    case 'closing-day-proposed':
    case 'closing-day-decided':
    case 'edition-sent':
    case 'edition-sent-again':
    case 'reopening-withdrawn':
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
