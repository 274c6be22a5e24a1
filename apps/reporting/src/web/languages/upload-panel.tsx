import { useMutation } from '@tanstack/react-query'
import { LARGEST_LANGUAGE_FILE } from '@wayproof/forms/languages/ports'
import { client, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { FileField } from '../import/file-field.tsx'
import { useFileDrop } from '../import/use-file-drop.ts'
import { useLanguage } from '../language.tsx'
import { fileFaultText } from '../words/fault-text.ts'
import { CheckedFile } from './checked-file.tsx'

/** Takes the file of a language, shows what is wrong with it, and saves it then. */
export function UploadPanel() {
  const { approvals, languages: text } = useLanguage().words.reporting
  const check = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > LARGEST_LANGUAGE_FILE) return TOO_LARGE
      const content = await file.text()
      return { ...(await client.language.check.mutate({ file: content })), content }
    },
  })
  const save = useMutation(
    trpc.language.save.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.language.pathKey() }),
    }),
  )
  const take = (file: File) => {
    save.reset()
    check.mutate(file)
  }
  const isDragging = useFileDrop(take)
  const answer = check.data
  const outcome = save.data?.outcome
  return (
    <Panel title={text.upload.title}>
      <div className={ui.form}>
        <p>{isDragging ? text.upload.drop : text.upload.lead}</p>
        <FileField
          label={text.upload.file}
          file={check.variables ?? null}
          accept=".json,application/json"
          onChoose={(file) => file && take(file)}
        />
        {answer?.outcome === 'unreadable' ? (
          <Note tone="caution">{fileFaultText(text.fileFaults, answer.fault)}</Note>
        ) : null}
        {answer?.outcome === 'checked' && outcome !== 'saved' && outcome !== 'waits' ? (
          <CheckedFile
            checked={answer}
            isSaving={save.isPending}
            onSave={() => save.mutate({ file: answer.content, seen: answer.revision })}
          />
        ) : null}
        {outcome && outcome !== 'unreadable' ? (
          <Note {...(outcome === 'saved' || outcome === 'waits' ? {} : { tone: 'caution' })}>
            {outcome === 'waits' ? approvals.asked : text.outcomes[outcome]}
          </Note>
        ) : null}
        {check.error ? <ErrorNote error={check.error} /> : null}
        {save.error ? <ErrorNote error={save.error} /> : null}
      </div>
    </Panel>
  )
}

const TOO_LARGE = { outcome: 'unreadable', fault: { code: 'language-too-large' }, content: '' } as const
