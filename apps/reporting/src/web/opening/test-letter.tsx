import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../waves/waves.module.css'

const KINDS = ['survey-invitation', 'survey-reminder', 'survey-last-reminder'] as const

/** Mails a sample of a traveler's letter to the officer. */
export function TestLetter({ period, closesOn }: { readonly period: string; readonly closesOn: string }) {
  const { locale: ownLocale, words } = useLanguage()
  const { testLetter: text } = words.reporting.programme
  const [kind, setKind] = useState<(typeof KINDS)[number]>('survey-invitation')
  const [locale, setLocale] = useState<string>(ownLocale)
  const languages = useQuery(trpc.questionnaire.languages.queryOptions())
  const added = languages.data?.filter(({ isActive }) => isActive) ?? []
  const send = useMutation(trpc.wave.testLetter.mutationOptions())
  return (
    <section className={styles.below}>
      <h3 className={styles.heading}>{text.title}</h3>
      <p className={ui.soft}>{text.lead}</p>
      <Form isPassing onSubmit={() => send.mutate({ period, closesOn, kind, locale })}>
        <div className={styles.form}>
          <NativeSelect
            label={text.kind}
            value={kind}
            data={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
            onChange={({ currentTarget: { value } }) => setKind(KINDS.find((candidate) => candidate === value) ?? kind)}
          />
          <NativeSelect
            label={text.language}
            value={locale}
            data={[
              ...LOCALES.map((value) => ({ value, label: words.reporting.people.languages[value] })),
              ...added.map(({ tag, name }) => ({ value: tag, label: name })),
            ]}
            onChange={({ currentTarget: { value } }) => setLocale(value)}
          />
        </div>
        <div className={styles.actions}>
          <Button type="submit" variant="default" loading={send.isPending}>
            {text.action}
          </Button>
        </div>
      </Form>
      {send.error ? <ErrorNote error={send.error} /> : null}
      {send.data?.sent.length === 0 ? <Note tone="caution">{text.ended}</Note> : null}
      {send.data && send.data.sent.length > 0 ? <Note>{text.done}</Note> : null}
    </section>
  )
}
