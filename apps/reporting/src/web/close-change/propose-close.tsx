import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Wave } from '@wayproof/survey/waves/wave'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from '../waves/waves.module.css'

export function ProposeClose({ wave }: { readonly wave: Wave }) {
  const text = useLanguage().words.reporting.waves.closing
  const { today } = useOrganisationDays()
  const [isImmediate, setIsImmediate] = useState(true)
  const [closesOn, setClosesOn] = useState('')
  const [reason, setReason] = useState('')
  const propose = useMutation(
    trpc.wave.proposeClose.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    propose.mutate({ period: wave.period, closesOn: isImmediate ? null : closesOn, reason: reason.trim() })
  }
  return (
    <Form onSubmit={submit}>
      <div className={styles.form}>
        <NativeSelect
          label={text.when}
          value={isImmediate ? 'at-once' : 'on-day'}
          data={[
            { value: 'at-once', label: text.atOnce },
            { value: 'on-day', label: text.onDay },
          ]}
          onChange={({ currentTarget: { value } }) => setIsImmediate(value === 'at-once')}
        />
        {isImmediate ? null : (
          <TextField
            type="date"
            label={text.day}
            value={closesOn}
            fault={closesOn < today ? text.chooseDay : null}
            onChange={({ currentTarget: { value } }) => setClosesOn(value)}
          />
        )}
        <TextField
          className={styles.wide}
          label={text.reason}
          value={reason}
          maxLength={300}
          fault={reason.trim() === '' ? text.giveReason : null}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
      </div>
      {propose.error ? <ErrorNote error={propose.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" variant="default" loading={propose.isPending}>
          {text.propose}
        </Button>
      </div>
    </Form>
  )
}
