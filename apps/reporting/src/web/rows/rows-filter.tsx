import { Button, NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import type { Messages } from '@wayproof/messages'
import { useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './rows.module.css'
import { onlyOf } from './rows-search.ts'

interface RowsFilterProps {
  readonly register: RegisterId
  readonly search: { readonly find: string; readonly only: string | undefined }
}

/** A text search, and one filter by a field with few values; the address holds both. */
export function RowsFilter({ register, search }: RowsFilterProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const navigate = useNavigate()
  const [find, setFind] = useState(search.find)
  const choices = withChosen(choicesOf(register, words), search.only, words.registers.fields[register], text)
  const navigateTo = (next: { find: string; only: string | undefined }) =>
    void navigate({
      to: '/registers/$register',
      params: { register },
      search: { ...(next.find.trim() ? { find: next.find.trim() } : {}), ...(next.only ? { only: next.only } : {}) },
    })
  function submit() {
    navigateTo({ ...search, find })
  }
  return (
    <Form className={styles.filter} onSubmit={submit}>
      <TextField
        type="search"
        label={text.search}
        maxLength={100}
        value={find}
        onChange={({ currentTarget: { value } }) => setFind(value)}
      />
      {choices.length > 0 ? (
        <NativeSelect
          label={text.only}
          value={search.only ?? ''}
          data={[{ value: '', label: text.everything }, ...choices]}
          onChange={({ currentTarget: { value } }) => navigateTo({ find, only: value || undefined })}
        />
      ) : null}
      <Button type="submit" variant="default">
        {text.find}
      </Button>
      {search.find || search.only ? (
        <LinkButton onClick={() => navigateTo({ find: '', only: undefined })}>{text.clear}</LinkButton>
      ) : null}
    </Form>
  )
}

function choicesOf(register: RegisterId, words: Messages): { value: string; label: string }[] {
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  return registers[register].fields.flatMap(({ name, kind, values = kind === 'yes-no' ? ['yes', 'no'] : [] }) =>
    values.map((value) => ({
      value: `${name}:${value}`,
      label: words.reporting.rows.choice(names[name] ?? name, words.registers.values[value] ?? value),
    })),
  )
}

/** Adds a value from the address that the list does not offer, such as all rows of one partner. */
function withChosen(
  choices: readonly { value: string; label: string }[],
  only: string | undefined,
  names: Readonly<Record<string, string>>,
  text: Messages['reporting']['rows'],
) {
  const onlyCell = onlyOf(only)
  if (!only || !onlyCell || choices.some(({ value }) => value === only)) return choices
  return [...choices, { value: only, label: text.choice(names[onlyCell.field] ?? onlyCell.field, onlyCell.text) }]
}
