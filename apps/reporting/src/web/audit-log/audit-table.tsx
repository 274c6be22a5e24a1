import type { AuditLine } from '../api.ts'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'
import { PersonName } from '../shell/person-name.tsx'
import { entryText } from './entry-text.ts'

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
