import { Button } from '@mantine/core'
import { MAX_VIEW_NAME } from '@wayproof/evidence/rows/saved-view'
import { useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../row-list/row-list.module.css'

interface ViewNameFormProps {
  readonly start: string
  readonly busy: boolean
  readonly onSave: (name: string) => void
  readonly onClose: () => void
}

/** Asks for the name of a view. */
export function ViewNameForm({ start, busy, onSave, onClose }: ViewNameFormProps) {
  const { rows, shell } = useLanguage().words.reporting
  const [name, setName] = useState(start)
  return (
    <Form isPassing className={styles.filterForm} onSubmit={() => onSave(name.trim())}>
      <TextField
        autoFocus
        label={rows.savedViews.name}
        value={name}
        maxLength={MAX_VIEW_NAME}
        fault={name.trim() === '' ? rows.savedViews.nameMissing : null}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <Button type="submit" loading={busy}>
        {shell.save}
      </Button>
      <LinkButton onClick={onClose}>{shell.cancel}</LinkButton>
    </Form>
  )
}
