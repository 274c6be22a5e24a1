import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { LARGEST_LANGUAGE_FILE } from '@wayproof/forms/languages/ports'
import { LONGEST_TAG } from '@wayproof/kernel/people/survey-language'
import { type ChangeEvent, useState } from 'react'
import { type CheckedLanguage, client, queryClient, type ShownLanguage, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { NotAllowed } from '../components/not-allowed.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { FileField } from '../import/file-field.tsx'
import { useFileDrop } from '../import/use-file-drop.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { downloadJson } from '../questionnaire/download.ts'
import { faultText, fileFaultText } from '../words/fault-text.ts'
import { LanguageRow } from './language-row.tsx'

/** Languages of the survey beside those of the product: officers add them as files. */
export function LanguagesPage() {
  const { languages: text } = useLanguage().words.reporting
  const isOfficer = useMe().user?.role === 'officer'
  const list = useQuery({ ...trpc.language.list.queryOptions(), enabled: isOfficer })
  if (!isOfficer) return <NotAllowed />
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 200, 240]} />
  const active = list.data.filter(({ isActive }) => isActive).length
  return (
    <>
      <PageHead title={text.title(active)} lead={text.lead} trail={[text.crumb]} />
      <div className={ui.stack}>
        <LanguagesTable languages={list.data} />
        <UploadPanel />
        <TemplateForm />
      </div>
    </>
  )
}

const COLUMNS = ['language', 'state', 'complete', 'travelers', 'changed', 'acts'] as const

export function LanguagesTable({ languages }: { readonly languages: readonly ShownLanguage[] }) {
  const { languages: text } = useLanguage().words.reporting
  return (
    <Panel title={text.list}>
      {languages.length === 0 ? (
        <p className={ui.soft}>{text.none}</p>
      ) : (
        <WideTable caption={text.list} isStacked>
          <ColumnHeads columns={COLUMNS} names={text.columns} />
          <tbody>
            {languages.map((language) => (
              <LanguageRow key={language.tag} language={language} />
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}

/** Longest name of a language; the server says it too. */
const LONGEST_NAME = 40

/** Offers the file of a new language to translate. */
export function TemplateForm() {
  const { template: text, act, fileFaults } = useLanguage().words.reporting.languages
  const [tag, setTag] = useState('')
  const [name, setName] = useState('')
  const download = useMutation({
    mutationFn: () => queryClient.fetchQuery({ ...trpc.language.template.queryOptions({ tag, name }), staleTime: 0 }),
    onSuccess: (answer) => {
      if (answer.outcome === 'template') downloadJson(`language-${answer.tag}.json`, answer.json)
    },
  })
  const taking =
    (set: (value: string) => void) =>
    ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => {
      download.reset()
      set(value)
    }
  const fault = download.data?.outcome === 'unreadable' ? download.data.fault.code : null
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={() => download.mutate()}>
        <p>{text.lead}</p>
        <TextField
          label={text.tag}
          description={text.tagHint}
          value={tag}
          required
          maxLength={LONGEST_TAG}
          autoCapitalize="off"
          spellCheck={false}
          onChange={taking(setTag)}
        />
        <TextField
          label={text.name}
          description={text.nameHint}
          value={name}
          required
          maxLength={LONGEST_NAME}
          onChange={taking(setName)}
        />
        {fault ? <Note tone="caution">{fileFaults[fault]}</Note> : null}
        {download.error ? <ErrorNote error={download.error} /> : null}
        <div>
          <Button type="submit" variant="default" loading={download.isPending}>
            {act.template}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}

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

interface CheckedFileProps {
  readonly checked: CheckedLanguage
  readonly isSaving: boolean
  readonly onSave: () => void
}

/** Shows the language of a file, and each sentence that is wrong in it. */
function CheckedFile({ checked, isSaving, onSave }: CheckedFileProps) {
  const { checked: text, act, faults: faultTexts } = useLanguage().words.reporting.languages
  const { tag, name, all, complete, faults, moreFaults, revision, isActive } = checked
  const isFaulty = faults.length > 0
  return (
    <section aria-label={text.title(name, tag)}>
      <h3>{text.title(name, tag)}</h3>
      <p role="status">{isFaulty ? text.faulty(complete, all) : text.complete(all)}</p>
      {revision > 0 ? <p className={ui.soft}>{text.replaces}</p> : null}
      {isFaulty ? (
        <>
          <Note tone="caution">{isActive ? text.activeFaulty : text.asDraft}</Note>
          <ul>
            {faults.map(({ path, code, figures }) => (
              <li key={path}>
                <code translate="no">{path}</code> {faultText(faultTexts[code], figures)}
              </li>
            ))}
            {moreFaults > 0 ? <li>{text.more(moreFaults)}</li> : null}
          </ul>
        </>
      ) : null}
      <Button loading={isSaving} disabled={isFaulty && isActive} onClick={onSave}>
        {act.save(name)}
      </Button>
    </section>
  )
}
