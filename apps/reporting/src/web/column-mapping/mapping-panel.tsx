import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Field } from '@wayproof/evidence/import/field'
import { type DayFormat, ENCODINGS } from '@wayproof/evidence/import/profile'
import {
  type ColumnMapping,
  faultOfMapping,
  isDated,
  type MappingFault,
} from '@wayproof/evidence/mapping/column-mapping'
import { dayFormatsOf } from '@wayproof/evidence/mapping/mapping-proposal'
import { day } from '@wayproof/messages/date-format'
import { formatExample } from '@wayproof/messages/format-example'
import { useState } from 'react'
import { type Register, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'
import type { ColumnProposal, ProposeCommand } from './column-proposal.ts'
import { fieldLabel } from './field-label.ts'
import { MappedColumns } from './mapped-columns.tsx'
import { MappedWordsField } from './mapped-words-field.tsx'

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

interface MappingRefusalProps {
  readonly register: string
  readonly fault: MappingFault | { readonly code: 'not-the-keeper' }
}

/** Explains why the server refused a mapping, using the labels that the reader sees. */
function MappingRefusal({ register, fault }: MappingRefusalProps) {
  const { words } = useLanguage()
  const { faults } = words.reporting.mapping
  const label = fieldLabel(register, words)
  const sentence =
    fault.code === 'not-the-keeper'
      ? words.reporting.registers.faults[fault.code]
      : 'fields' in fault
        ? faults[fault.code](fault.fields.map(label))
        : 'places' in fault
          ? faults[fault.code](fault.places.map(String))
          : faults[fault.code](fault.columns)
  return (
    <p className={ui.note} data-tone="fault" role="alert">
      {sentence}
    </p>
  )
}

interface MappedConstantsProps {
  readonly register: string
  readonly fields: readonly Field[]
  readonly mapping: ColumnMapping
  readonly onChange: (constants: ColumnMapping['constants']) => void
}

/** Sets fields that the file has no column for; every row gets the same value. */
function MappedConstants({ register, fields, mapping, onChange }: MappedConstantsProps) {
  const { words } = useLanguage()
  const text = words.reporting.mapping
  const label = fieldLabel(register, words)
  const open = fields.filter(({ name }) => !mapping.columns.some(({ field }) => field === name))
  if (open.length === 0) return null
  function change(name: string, value: string) {
    const { [name]: _, ...otherConstants } = mapping.constants
    onChange(value === '' ? otherConstants : { ...otherConstants, [name]: value })
  }
  return (
    <fieldset className={ui.form}>
      <legend>{text.constants}</legend>
      <p className={ui.soft}>{text.constantsHint}</p>
      {open.map(({ name, kind, values, required }) => {
        const choices = kind === 'yes-no' ? ['yes', 'no'] : values
        const shared = {
          label: required ? text.required(label(name)) : label(name),
          value: mapping.constants[name] ?? '',
          onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => change(name, value),
        }
        const noneChoice = { value: '', label: text.none }
        return choices ? (
          <NativeSelect
            key={name}
            {...shared}
            data={[
              noneChoice,
              ...choices.map((choice) => ({ value: choice, label: words.registers.values[choice] ?? choice })),
            ]}
          />
        ) : (
          <TextField key={name} {...shared} type={kind === 'day' ? 'date' : 'text'} maxLength={200} translate="no" />
        )
      })}
    </fieldset>
  )
}

interface MappedFormProps {
  readonly proposal: ColumnProposal
  readonly mapping: ColumnMapping
  readonly onForm: (form: ProposeCommand['form']) => void
  readonly onDayFormat: (format: DayFormat | null) => void
}

/** Chooses the file's encoding, separator, and date format where several would fit. */
function MappedForm({ proposal, mapping, onForm, onDayFormat }: MappedFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.mapping
  const { encoding, delimiter } = mapping
  const formats = dayFormatsOf(proposal.fields, mapping.columns, proposal.file)
  const hasDates = proposal.fields.some(
    (proposedField) => isDated(proposedField) && mapping.columns.some(({ field }) => field === proposedField.name),
  )
  return (
    <div className={styles.form}>
      {proposal.file.form === 'text' ? (
        <>
          <NativeSelect
            label={text.encoding}
            value={encoding}
            data={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={({ currentTarget: { value } }) =>
              onForm({ encoding: ENCODINGS.find((candidate) => candidate === value) ?? encoding, delimiter })
            }
          />
          <NativeSelect
            label={text.delimiter}
            value={delimiter}
            data={Object.entries(text.delimiters).map(([value, label]) => ({ value, label }))}
            onChange={({ currentTarget: { value } }) =>
              onForm({ encoding, delimiter: value as ColumnMapping['delimiter'] })
            }
          />
        </>
      ) : null}
      {hasDates && formats.length !== 1 ? (
        <NativeSelect
          label={text.dayFormat}
          description={text.dayFormatHint}
          value={mapping.dayFormat ?? ''}
          data={[
            { value: '', label: text.chooseDayFormat },
            ...formats.map((value) => ({ value, label: `${value} (${formatExample(value)})` })),
          ]}
          onChange={({ currentTarget: { value } }) => onDayFormat(formats.find((format) => format === value) ?? null)}
        />
      ) : null}
    </div>
  )
}
