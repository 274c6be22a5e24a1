import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Owner } from '@wayproof/accounts/accounts/person'
import { LOCALES, type LocalText } from '@wayproof/kernel/people/locale'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'

const NOTHING: LocalText = { 'zh-CN': '', en: '' }
const owners = [...new Set(Object.values(OWNERS))]

export function ImprovementForm({ period, isFirst }: { readonly period: string; readonly isFirst: boolean }) {
  const { words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [texts, setTexts] = useState(NOTHING)
  const [owner, setOwner] = useState<Owner>('customer-service')
  const choose = useMutation(
    trpc.improvement.choose.mutationOptions({
      onSuccess: () => {
        setTexts(NOTHING)
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    const trimmedTexts = { 'zh-CN': texts['zh-CN'].trim(), en: texts.en.trim() }
    choose.mutate({ period, text: trimmedTexts, owner })
  }
  return (
    <Form className={styles.chooser} onSubmit={submit}>
      <p className={ui.soft}>{isFirst ? text.lead : text.told}</p>
      {LOCALES.map((locale) => (
        <TextField
          key={locale}
          lang={locale}
          label={text.text[locale]}
          value={texts[locale]}
          maxLength={200}
          fault={texts[locale].trim() === '' ? text.empty : null}
          onChange={({ currentTarget: { value } }) => setTexts({ ...texts, [locale]: value })}
        />
      ))}
      <NativeSelect
        label={text.owner}
        value={owner}
        data={owners.map((value) => ({ value, label: words.goals.owners[value] }))}
        onChange={(event) => setOwner(owners.find((candidate) => candidate === event.currentTarget.value) ?? owner)}
      />
      <div>
        <Button type="submit" loading={choose.isPending}>
          {text.choose}
        </Button>
      </div>
      {choose.error ? <ErrorNote error={choose.error} /> : null}
      {choose.isSuccess ? <Note>{text.chosen}</Note> : null}
    </Form>
  )
}
