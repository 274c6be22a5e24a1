import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ProposedRepair } from '@wayproof/evidence/checks/propose-repairs'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { Texts } from '@wayproof/evidence/rows/read-cells'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { CellField } from '../cells/cell-field.tsx'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useLanguage } from '../language.tsx'
import { rowSections } from '../row/row-sections.ts'
import styles from './row-form.module.css'
import { WriteRefusal } from './write-refusal.tsx'

interface RowFormProps {
  readonly register: RegisterId
  /** The row as it was when the form opened; null for a new one. */
  readonly start: { readonly key: string; readonly texts: Texts } | null
  /** Prefilled cells of a new row. */
  readonly defaults?: Texts
  /** `before`: the corrected row as its user had seen it; empty for a new one. */
  readonly onWritten: (keys: readonly string[], before: Texts) => void
}

/** Edits a row as text fields in sections; the server's errors stand beside their fields. */
export function RowForm({ register, start, defaults = {}, onWritten }: RowFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const [texts, setTexts] = useState<Texts>(start?.texts ?? defaults)
  const [seenTexts, setSeenTexts] = useState<Texts>(start?.texts ?? {})
  const [reason, setReason] = useState('')
  // Read when the page is left, which a successful write does before it renders again.
  const isTyped = useRef(false)
  const write = useMutation(
    trpc.registerRow.write.mutationOptions({
      onSuccess: (outcome, { what }) => {
        if (outcome.ok) isTyped.current = false
        afterWrite(outcome, {
          refresh: () => void queryClient.invalidateQueries(),
          onWritten: (keys) => onWritten(keys, what.kind === 'correct' ? what.seen : {}),
        })
      },
    }),
  )
  const fault = write.data?.ok === false ? write.data.fault : null
  const invalidCells = fault?.code === 'bad-cells' ? fault.cells.filter(({ code }) => code !== 'required') : []
  const sections = rowSections(register)
  function submit() {
    const command = start
      ? ({ kind: 'correct', key: start.key, texts, seen: seenTexts } as const)
      : ({ kind: 'add', texts } as const)
    write.mutate({ register, what: command, reason: reason.trim() })
  }
  function continueWith(whose: 'theirs' | 'mine') {
    if (fault?.code !== 'row-changed') return
    const merged = mergeChanges({ seen: seenTexts, typed: texts }, fault.changes, whose)
    setSeenTexts(merged.seen)
    setTexts(merged.typed)
    write.reset()
  }
  function change(name: string, value: string) {
    isTyped.current = true
    setTexts((current) => ({ ...current, [name]: value }))
  }
  return (
    <>
      <Form isPassing className={styles.form} onSubmit={submit}>
        <p className={ui.soft}>{text.requiredMark}</p>
        {sections.map(({ section, fields }) => (
          <fieldset key={section} className={styles.section}>
            {sections.length > 1 ? <legend>{text.sections[section]}</legend> : null}
            {fields.map((field) => {
              const cellFault = invalidCells.find(({ column }) => column === field.name)
              const isWide = field.kind === 'list' || (field.maxLength ?? 0) >= 300
              return (
                <div key={field.name} data-required={field.required || undefined} data-wide={isWide || undefined}>
                  <CellField
                    register={register}
                    field={field}
                    isFixed={start !== null && keyFields(register).includes(field.name)}
                    value={texts[field.name] ?? ''}
                    serverFault={cellFault ? words.registers.cellFault(cellFault) : null}
                    onChange={(value) => change(field.name, value)}
                  />
                  {cellFault?.repair && texts[field.name] === cellFault.text ? (
                    <MeantReference repair={cellFault.repair} onUse={(id) => change(field.name, id)} />
                  ) : null}
                </div>
              )
            })}
          </fieldset>
        ))}
        <div data-required>
          <TextField
            label={text.reason}
            description={text.reasonHint}
            value={reason}
            maxLength={500}
            fault={reason.trim() === '' ? text.reasonMissing : null}
            onChange={({ currentTarget: { value } }) => {
              isTyped.current = true
              setReason(value)
            }}
          />
        </div>
        <div>
          <Button type="submit" loading={write.isPending}>
            {words.reporting.shell.save}
          </Button>
        </div>
        {fault ? <WriteRefusal register={register} fault={fault} onContinue={continueWith} /> : null}
        {write.error ? <ErrorNote error={write.error} /> : null}
      </Form>
      <UnsavedGuard isDirty={() => isTyped.current} />
    </>
  )
}

interface AfterWrite<Keys> {
  /** Refetches the queries of the page. */
  readonly refresh: () => void
  readonly onWritten: (keys: Keys) => void
}

/** Refetches after a refusal too, because it may mean that the row has changed since it was shown. */
export function afterWrite<Keys>(
  outcome: { readonly ok: true; readonly value: Keys } | { readonly ok: false },
  { refresh, onWritten }: AfterWrite<Keys>,
): void {
  refresh()
  if (outcome.ok) onWritten(outcome.value)
}

interface MeantReferenceProps {
  readonly repair: ProposedRepair
  readonly onUse: (id: string) => void
}

/** Proposes the row that a refused reference probably means. */
function MeantReference({ repair: { to, name }, onUse }: MeantReferenceProps) {
  const text = useLanguage().words.reporting.registers
  return (
    <p className={styles.meant} translate="no">
      {text.meant(to, name)}{' '}
      <Button size="compact-sm" variant="default" onClick={() => onUse(to)}>
        {text.use(to)}
      </Button>
    </p>
  )
}

interface EditedRow {
  /** The row as it was when the form opened. */
  readonly seen: Texts
  readonly typed: Texts
}

interface FieldChange {
  readonly field: string
  readonly now: string
}

/**
 * Takes over what others changed since the form opened. A field that the user did not edit gets their text; a field that
 * both changed gets the text of `whose`.
 */
export function mergeChanges(
  { seen: seenTexts, typed }: EditedRow,
  changes: readonly FieldChange[],
  whose: 'theirs' | 'mine',
) {
  const theirs = Object.fromEntries(changes.map(({ field, now }) => [field, now]))
  const isEdited = (field: string) => (typed[field] ?? '') !== (seenTexts[field] ?? '')
  const taken = Object.entries(theirs).filter(([field]) => whose === 'theirs' || !isEdited(field))
  return { seen: { ...seenTexts, ...theirs }, typed: { ...typed, ...Object.fromEntries(taken) } }
}
