import { Button, NativeSelect, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages/date-format'
import type { RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import type { RowChoice } from '@wayproof/scorecard/rule-changes/ports'
import type { RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'

const GOALS: readonly RowGoal[] = ['policy-publication', 'staff-training', 'partner-audit']
const KINDS = ['exclusion', 'readmission'] as const

/** Proposes to exclude a row from a goal's share, or to include it again. */
export function ExcludePanel({ rules }: { readonly rules: RulesInForce }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rules
  const [kind, setKind] = useState<(typeof KINDS)[number]>('exclusion')
  const [goal, setGoal] = useState<RowGoal>('partner-audit')
  const [row, setRow] = useState<RowChoice | null>(null)
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState('')
  const propose = useMutation(
    trpc.rules.proposeRow.mutationOptions({
      onSuccess: () => {
        setRow(null)
        setReason('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  const halves = rules.openHalfYears.filter((period) => period <= rules.half)
  const appliesFrom = halves.find((half) => half === from) ?? halves.at(-1) ?? rules.half
  function submit() {
    if (row) propose.mutate({ kind, goal, row: row.row, appliesFrom, reason: reason.trim(), document: null })
  }
  return (
    <Panel title={text.exclude.formTitle}>
      <Form className={ui.form} onSubmit={submit}>
        <NativeSelect
          label={text.exclude.what}
          value={kind}
          data={KINDS.map((value) => ({ value, label: text.exclude.kinds[value] }))}
          onChange={({ currentTarget }) =>
            setKind(KINDS.find((candidate) => candidate === currentTarget.value) ?? kind)
          }
        />
        <NativeSelect
          label={text.exclude.goal}
          value={goal}
          data={GOALS.map((value) => ({ value, label: words.goals.names[value] }))}
          onChange={({ currentTarget }) => {
            setGoal(GOALS.find((candidate) => candidate === currentTarget.value) ?? goal)
            setRow(null)
          }}
        />
        <RowPicker key={goal} goal={goal} chosen={row} onChoose={setRow} />
        <NativeSelect
          label={text.exclude.period}
          value={appliesFrom}
          data={halves.map((period) => ({ value: period, label: periodName(period, locale) }))}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextField
          label={text.propose.reason}
          description={text.exclude.reasonHint}
          value={reason}
          maxLength={300}
          fault={reason.trim() === '' ? text.propose.giveReason : null}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {propose.error ? <ErrorNote error={propose.error} /> : null}
        <div>
          <Button type="submit" variant="default" loading={propose.isPending}>
            {text.propose.action}
          </Button>
        </div>
        {propose.isSuccess ? <Note>{text.propose.done}</Note> : null}
      </Form>
    </Panel>
  )
}

const TYPING_PAUSE_MS = 200

interface RowPickerProps {
  readonly goal: RowGoal
  readonly chosen: RowChoice | null
  readonly onChoose: (row: RowChoice | null) => void
}

/** Chooses a record of a goal's register by its name or ID. */
function RowPicker({ goal, chosen, onChoose }: RowPickerProps) {
  const text = useLanguage().words.reporting.rules.exclude
  const [search, setSearch] = useState('')
  const [typed] = useDebouncedValue(search, TYPING_PAUSE_MS)
  // The text of the chosen record stands in the field and is no search.
  const sought = chosen && typed === nameOf(chosen) ? '' : typed
  const { data = [] } = useQuery({
    ...trpc.rules.findRows.queryOptions({ goal, text: sought.slice(0, 64) }),
    placeholderData: keepPreviousData,
  })
  const choices = chosen && !data.some(({ row }) => row === chosen.row) ? [chosen, ...data] : data
  return (
    <Select
      {...useFieldFault(chosen === null ? text.chooseRow : null)}
      searchable
      clearable
      translate="no"
      label={<span translate="yes">{text.row}</span>}
      description={<span translate="yes">{text.rowHint[goal]}</span>}
      data={choices.map((choice) => ({ value: choice.row, label: nameOf(choice) }))}
      // The server has filtered them.
      filter={({ options }) => options}
      nothingFoundMessage={<span translate="yes">{text.noRow}</span>}
      renderOption={({ option }) => <span translate="no">{option.label}</span>}
      value={chosen?.row ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(row) => onChoose(choices.find((choice) => choice.row === row) ?? null)}
    />
  )
}

const nameOf = ({ row, label }: RowChoice): string => `${label} (${row})`
