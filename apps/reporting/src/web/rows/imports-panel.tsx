import { useMutation, useQuery } from '@tanstack/react-query'
import type { UndoFault } from '@wayproof/evidence/ports'
import { periodName } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { queryClient, type Register, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { ReasonDialog } from '../row-form/reason-dialog.tsx'

/** How many imports of a long history are shown, beside the one that can be undone. */
const MAX_SHOWN_IMPORTS = 5

interface ImportsPanelProps {
  readonly register: Register['id']
  readonly mayWrite: boolean
}

/** Lists the imports of a register, newest first; the last one with changes can be undone. */
export function ImportsPanel({ register, mayWrite }: ImportsPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.imports
  const imports = useQuery(trpc.register.history.queryOptions({ register }))
  const [isConfirming, setIsConfirming] = useState(false)
  const [showAll, setShowAll] = useState(false)
  const undo = useMutation(
    trpc.register.undoImport.mutationOptions({
      onSettled: () => setIsConfirming(false),
      onSuccess: () => void queryClient.invalidateQueries(),
    }),
  )
  if (!imports.data?.length) return null
  const last = imports.data.find(({ undone, added, changed }) => undone === null && added + changed > 0)
  const shown = imports.data.filter(({ id }, place) => showAll || place < MAX_SHOWN_IMPORTS || id === last?.id)
  const sealedPeriods = (last?.sealedIn ?? []).map((period) => periodName(period, locale))
  const fault: UndoFault | { code: 'not-the-keeper' } | null = undo.data?.ok === false ? undo.data.fault : null
  return (
    <Panel
      title={text.title}
      actions={
        shown.length < imports.data.length ? (
          <LinkButton onClick={() => setShowAll(true)}>
            {words.reporting.goal.missing.all(imports.data.length)}
          </LinkButton>
        ) : null
      }
    >
      {undo.data?.ok ? <Note>{text.undoneNow(undo.data.value.added, undo.data.value.changed)}</Note> : null}
      {fault ? <UndoRefusal fault={fault} /> : null}
      {undo.error ? <ErrorNote error={undo.error} /> : null}
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={['file', 'when', 'by', 'did', 'state']} names={text.columns} />
        <tbody>
          {shown.map(({ id, fileName, importedAt, importedBy, byKey, added, changed, repairs, undone }) => (
            <tr key={id}>
              <th scope="row">
                <RowSource fileName={fileName} byKey={byKey} by={importedBy} />
              </th>
              <td data-label={text.columns.when}>
                <RelativeMoment at={importedAt} />
              </td>
              <td data-label={text.columns.by} translate="no">
                {importedBy}
              </td>
              <td data-label={text.columns.did}>
                {text.did(added, changed)}
                {repairs.map(({ field, from, to, rows }) => (
                  <span key={`${field} ${from}`} className={ui.below} translate="no">
                    {text.repaired(from, to, rows)}
                  </span>
                ))}
              </td>
              <td data-label={text.columns.state}>
                {undone ? (
                  <span className={ui.soft}>
                    <SlotSentence sentence={(slot) => text.undone(undone.by, slot, undone.reason)}>
                      <RelativeMoment at={undone.at} />
                    </SlotSentence>
                  </span>
                ) : mayWrite && id === last?.id ? (
                  <LinkButton onClick={() => setIsConfirming(true)}>{text.undo}</LinkButton>
                ) : (
                  text.stands
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {isConfirming && last ? (
        <ReasonDialog
          title={last.byKey ? text.undoSentTitle(last.importedBy) : text.undoTitle(last.fileName)}
          action={text.undo}
          busy={undo.isPending}
          onClose={() => setIsConfirming(false)}
          onConfirm={(reason) => register !== 'travelers' && undo.mutate({ register, importId: last.id, reason })}
        >
          <p>{text.undoText(last.added, last.changed)}</p>
          {sealedPeriods.length > 0 ? <p>{text.undoSealed(sealedPeriods)}</p> : null}
        </ReasonDialog>
      ) : null}
    </Panel>
  )
}

interface RowSourceProps {
  readonly fileName: string
  /** Whether an outside system sent the rows; `by` is then the name of its API key. */
  readonly byKey: boolean
  readonly by: string
}

/** Names the file or the API key that rows came from. */
function RowSource({ fileName, byKey, by }: RowSourceProps) {
  const { byApi } = useLanguage().words.reporting.rows
  if (!byKey) return <Verbatim>{fileName}</Verbatim>
  return (
    <>
      {byApi} <Verbatim>{by}</Verbatim>
    </>
  )
}

interface UndoRefusalProps {
  readonly fault: UndoFault | { readonly code: 'not-the-keeper' }
}

/** Explains why an import cannot be undone. */
function UndoRefusal({ fault }: UndoRefusalProps) {
  const { words } = useLanguage()
  const { imports, rows, shell } = words.reporting
  const joined = (texts: readonly string[]) => texts.join(shell.listed)
  const key = (text: string) => (JSON.parse(text) as string[]).join(' · ')
  const sentence =
    fault.code === 'import-touched'
      ? imports.touched(fault.total, joined(fault.keys.map(key)))
      : fault.code === 'row-referred-to'
        ? rows.referredTo(joined(fault.registers.map((id) => words.registers.names[id])))
        : imports.faults[fault.code]
  return (
    <p className={ui.note} data-tone="fault" role="alert">
      {sentence}
    </p>
  )
}
