import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RowChoice } from '@wayproof/scorecard/rule-changes/ports'
import type { RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'

const TYPING_PAUSE_MS = 200

interface RowPickerProps {
  readonly goal: RowGoal
  readonly chosen: RowChoice | null
  readonly onChoose: (row: RowChoice | null) => void
}

/** Chooses a record of a goal's register by its name or ID. */
export function RowPicker({ goal, chosen, onChoose }: RowPickerProps) {
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
