import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { type CommentSummary, queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './comments.module.css'

interface CodeFormProps {
  /** Null adds a code. */
  readonly code: CommentSummary['codes'][number] | null
  readonly onDone: () => void
}

/** Edits the name of a code in both languages. */
export function CodeForm({ code, onDone }: CodeFormProps) {
  const text = useLanguage().words.reporting.comments.book
  const [name, setName] = useState<LocalText>(code?.name ?? { 'zh-CN': '', en: '' })
  const save = useMutation(
    trpc.comment.saveCode.mutationOptions({
      onSuccess: () => {
        setName({ 'zh-CN': '', en: '' })
        void queryClient.invalidateQueries()
        onDone()
      },
    }),
  )
  function submit() {
    const names = { 'zh-CN': name['zh-CN'].trim(), en: name.en.trim() }
    save.mutate({ ...(code ? { id: code.id } : {}), name: names })
  }
  const faultOf = (locale: keyof LocalText) => (name[locale].trim() === '' ? text.missing : null)
  return (
    <Form className={styles.form} onSubmit={submit}>
      <TextField
        label={text.nameZh}
        lang="zh-CN"
        maxLength={40}
        value={name['zh-CN']}
        fault={faultOf('zh-CN')}
        onChange={({ currentTarget: { value } }) => setName({ ...name, 'zh-CN': value })}
      />
      <TextField
        label={text.nameEn}
        lang="en"
        maxLength={40}
        value={name.en}
        fault={faultOf('en')}
        onChange={({ currentTarget: { value } }) => setName({ ...name, en: value })}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending}>
          {code ? text.save : text.add}
        </Button>
        {code ? (
          <Button variant="default" onClick={onDone}>
            {text.cancel}
          </Button>
        ) : null}
      </div>
      {save.error ? <ErrorNote error={save.error} /> : null}
    </Form>
  )
}
