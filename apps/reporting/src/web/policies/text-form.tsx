import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { decodePage } from '@wayproof/evidence/policy-watch/page-charset'
import { useState } from 'react'
import { type PolicyVersion, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { FileField } from '../import/file-field.tsx'
import { useLanguage } from '../language.tsx'
import { LanguageField } from './language-field.tsx'

interface TextFormProps {
  readonly versions: readonly PolicyVersion[]
  /** The languages that surfaces must show. */
  readonly languages: readonly string[]
}

/** Stores the approved text of a version, pasted or from a file in UTF-8, UTF-16 or GB18030. */
export function TextForm({ versions, languages }: TextFormProps) {
  const { approvals, policies } = useLanguage().words.reporting
  const { text } = policies
  const [version, setVersion] = useState(versions[0]?.version ?? '')
  const [language, setLanguage] = useState(languages[0] ?? '')
  const [typedText, setTypedText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [isUnreadable, setIsUnreadable] = useState(false)
  const add = useMutation(
    trpc.policy.addText.mutationOptions({
      onSuccess: () => {
        setTypedText('')
        setFile(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  async function take(chosenFile: File | null) {
    setFile(chosenFile)
    const characters = chosenFile ? decodePage(new Uint8Array(await chosenFile.arrayBuffer()), null) : ''
    setIsUnreadable(characters === null || characters.includes('\0'))
    if (characters !== null) setTypedText(characters)
  }
  function submit() {
    add.mutate({ version, language: language.trim(), text: typedText })
  }
  return (
    <Form className={ui.form} onSubmit={submit}>
      <p className={ui.soft}>{text.lead}</p>
      <NativeSelect
        label={text.version}
        data={versions.map((approved) => approved.version)}
        value={version}
        onChange={({ currentTarget: { value } }) => setVersion(value)}
      />
      <LanguageField languages={languages} language={language} onChange={setLanguage} />
      <TextAreaField
        required
        label={text.text}
        value={typedText}
        rows={10}
        onChange={({ currentTarget: { value } }) => setTypedText(value)}
      />
      <FileField
        label={text.file}
        file={file}
        fault={isUnreadable ? text.unreadable : null}
        onChoose={(chosenFile) => void take(chosenFile)}
      />
      <div>
        <Button type="submit" loading={add.isPending}>
          {text.action}
        </Button>
      </div>
      {add.error ? <ErrorNote error={add.error} /> : null}
      {add.isSuccess ? <Note>{approvals.asked}</Note> : null}
    </Form>
  )
}
