import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { OWNERS, type Owner } from '@wayproof/scorecard'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import surface from '../surface/surface.module.css'
import styles from './goal.module.css'

const owners = [...new Set(Object.values(OWNERS))]

export function ImprovementForm({ period, first }: { readonly period: string; readonly first: boolean }) {
  const { words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [what, setWhat] = useState('')
  const [owner, setOwner] = useState<Owner>('customer-service')
  const [empty, setEmpty] = useState(false)
  const choose = useMutation(
    trpc.improvement.choose.mutationOptions({
      onSuccess: () => {
        setWhat('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    const chosen = what.trim()
    setEmpty(chosen === '')
    if (chosen) choose.mutate({ period, text: chosen, owner })
  }
  return (
    <form className={styles.chooser} onSubmit={submit} noValidate>
      {first ? <p className={surface.soft}>{text.lead}</p> : null}
      <TextInput
        label={text.text}
        value={what}
        maxLength={500}
        error={empty ? text.empty : null}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <NativeSelect
        label={text.owner}
        value={owner}
        data={owners.map((value) => ({ value, label: words.goals.owners[value] }))}
        onChange={(event) => setOwner(owners.find((each) => each === event.currentTarget.value) ?? owner)}
      />
      <div>
        <Button type="submit" loading={choose.isPending}>
          {text.choose}
        </Button>
      </div>
      {choose.error ? <FaultNote error={choose.error} /> : null}
      {choose.isSuccess ? <Note>{text.chosen}</Note> : null}
    </form>
  )
}
