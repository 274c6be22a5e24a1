import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LOCALES, type LocalText } from '@wayproof/kernel'
import { OWNERS, type Owner } from '@wayproof/scorecard/goal'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote, Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'

const NOTHING: LocalText = { 'zh-CN': '', en: '' }
const owners = [...new Set(Object.values(OWNERS))]

export function ImprovementForm({ period, first }: { readonly period: string; readonly first: boolean }) {
  const { words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [what, setWhat] = useState(NOTHING)
  const [owner, setOwner] = useState<Owner>('customer-service')
  const choose = useMutation(
    trpc.improvement.choose.mutationOptions({
      onSuccess: () => {
        setWhat(NOTHING)
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    const chosen = { 'zh-CN': what['zh-CN'].trim(), en: what.en.trim() }
    choose.mutate({ period, text: chosen, owner })
  }
  return (
    <Form className={styles.chooser} onSubmit={submit}>
      <p className={ui.soft}>{first ? text.lead : text.told}</p>
      {LOCALES.map((locale) => (
        <TextField
          key={locale}
          lang={locale}
          label={text.text[locale]}
          value={what[locale]}
          maxLength={200}
          fault={what[locale].trim() === '' ? text.empty : null}
          onChange={({ currentTarget: { value } }) => setWhat({ ...what, [locale]: value })}
        />
      ))}
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
    </Form>
  )
}
