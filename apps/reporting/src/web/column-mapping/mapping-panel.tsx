import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { MappingFault } from '@wayproof/evidence/mapping/column-mapping'
import { type ColumnMapping, faultOfMapping } from '@wayproof/evidence/mapping/column-mapping'
import { dayFormatsOf } from '@wayproof/evidence/mapping/mapping-proposal'
import { day } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { type Register, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'
import type { ColumnProposal, ProposeCommand } from './column-proposal.ts'
import { MappedColumns } from './mapped-columns.tsx'
import { MappedConstants } from './mapped-constants.tsx'
import { MappedForm } from './mapped-form.tsx'
import { MappedWordsField } from './mapped-words-field.tsx'
import { MappingRefusal } from './mapping-refusal.tsx'

interface MappingPanelProps {
  readonly register: Register['id']
  readonly proposal: ColumnProposal
  readonly onForm: (form: ProposeCommand['form']) => void
  /** The mapping was saved as this profile. */
  readonly onSaved: (profile: string) => void
  /** The mapping was changed, so the result of an earlier check no longer applies. */
  readonly onChanged: () => void
}

/** Maps the columns of an unknown file, and saves the mapping for later files. */
export function MappingPanel({ register, proposal, onForm, onSaved, onChanged }: MappingPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.mapping
  const [mapping, setMapping] = useState(proposal.mapping)
  const [fault, setFault] = useState<MappingFault | { readonly code: 'not-the-keeper' } | null>(null)
  const save = useMutation(
    trpc.register.saveMapping.mutationOptions({
      onSuccess: (saved) => (saved.ok ? onSaved(`mapping:${saved.value}`) : setFault(saved.fault)),
    }),
  )
  function change(next: Partial<ColumnMapping>) {
    setMapping((current) => ({ ...current, ...next }))
    setFault(null)
    onChanged()
  }
  function changeColumns(columns: ColumnMapping['columns']) {
    const formats = dayFormatsOf(proposal.fields, columns, proposal.file)
    const isPossible = mapping.dayFormat !== null && formats.includes(mapping.dayFormat)
    const mappedFields = new Set(columns.map(({ field }) => field))
    const constants = Object.entries(mapping.constants).filter(([name]) => !mappedFields.has(name))
    const words = Object.entries(mapping.words).filter(([name]) => mappedFields.has(name))
    change({
      columns,
      constants: Object.fromEntries(constants),
      words: Object.fromEntries(words),
      dayFormat:
        formats.length === 1 ? (formats[0] ?? null) : isPossible && formats.length < 7 ? mapping.dayFormat : null,
    })
  }
  function submit() {
    const mappingFault = faultOfMapping(proposal.fields, mapping)
    setFault(mappingFault)
    if (!mappingFault) save.mutate({ register, mapping })
  }
  return (
    <section className={`${ui.stack} ${styles.mapping}`} aria-label={text.title}>
      <h3>{text.title}</h3>
      <p className={ui.soft}>{text.lead}</p>
      {proposal.earlier ? (
        <p className={ui.soft}>{text.remembered(day(proposal.earlier.on, locale), proposal.earlier.by)}</p>
      ) : null}
      {proposal.vanished.length > 0 ? (
        <p className={ui.note} data-tone="caution">
          {text.vanished(proposal.vanished)}
        </p>
      ) : null}
      <MappedColumns register={register} proposal={proposal} mapping={mapping} onChange={changeColumns} />
      <MappedForm
        proposal={proposal}
        mapping={mapping}
        onForm={onForm}
        onDayFormat={(dayFormat) => change({ dayFormat })}
      />
      {proposal.file.columns.map((column, index) => {
        const field = proposal.fields.find(({ name }) => name === mapping.columns[index]?.field)
        return field ? (
          <MappedWordsField
            key={field.name}
            register={register}
            field={field}
            column={column}
            words={mapping.words}
            onChange={(next) => change({ words: next })}
          />
        ) : null
      })}
      <MappedConstants
        register={register}
        fields={proposal.fields}
        mapping={mapping}
        onChange={(constants) => change({ constants })}
      />
      {proposal.fields.some(({ kind }) => kind === 'instant') ? <p className={ui.soft}>{text.zone}</p> : null}
      {fault ? <MappingRefusal register={register} fault={fault} /> : null}
      {save.error ? <ErrorNote error={save.error} /> : null}
      <div>
        <Button loading={save.isPending} onClick={submit}>
          {text.check}
        </Button>
      </div>
    </section>
  )
}
