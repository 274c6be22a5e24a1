import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, type Register } from '../api.ts'
import { proposeColumns } from '../column-mapping/column-proposal.ts'
import { MappingPanel } from '../column-mapping/mapping-panel.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'
import { ColumnsHelp } from './columns-help.tsx'
import { FileField } from './file-field.tsx'
import { ImportResult } from './import-result.tsx'
import { profilesOf } from './profiles-of.ts'
import { readFault } from './read-fault.ts'
import { RefusedFile } from './refused-file.tsx'
import { MAX_BYTES, uploadRegister } from './upload-register.ts'

interface ImportPanelProps {
  readonly register: Register['id']
  readonly onDone: (rows: number) => void
  readonly onClose: () => void
}

/** Checks a file first and shows its changes; a second press imports it. */
export function ImportPanel({ register, onDone, onClose }: ImportPanelProps) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const profiles = profilesOf(register)
  const [file, setFile] = useState<File | null>(null)
  const [profile, setProfile] = useState(profiles[0] ?? 'default')
  const check = useMutation({ mutationFn: uploadRegister })
  const take = useMutation({
    mutationFn: uploadRegister,
    onSuccess: (result) => {
      if (!result.ok) return
      void queryClient.invalidateQueries()
      onDone(result.rows)
    },
  })
  const columns = useMutation({ mutationFn: proposeColumns })
  const result = take.data ?? check.data
  function forget() {
    check.reset()
    take.reset()
  }
  function choose(next: File | null) {
    setFile(next)
    forget()
    columns.reset()
  }
  function submit() {
    if (file) check.mutate({ register, profile, file, dryRun: true })
  }
  const proposal = columns.data?.ok ? columns.data.proposal : null
  const refusedFile = columns.data?.ok === false ? readFault(columns.data.body, words) : null
  const confirm = (
    <Button
      loading={take.isPending}
      onClick={() => check.variables && take.mutate({ ...check.variables, dryRun: false })}
    >
      {text.confirm}
    </Button>
  )
  return (
    <Panel
      title={text.importInto(text.names[register] ?? register)}
      actions={<LinkButton onClick={onClose}>{words.reporting.shell.cancel}</LinkButton>}
    >
      <Form className={styles.form} onSubmit={submit}>
        <FileField
          label={profiles.includes('veris-json') ? text.file : text.tableFile}
          file={file}
          required
          fault={file && file.size > MAX_BYTES ? text.tooBig : null}
          onChoose={choose}
        />
        {profiles.length > 1 ? (
          <NativeSelect
            label={text.profile}
            description={text.profileHint}
            value={profile}
            data={profiles.map((value) => ({ value, label: text.profiles[value] ?? value }))}
            onChange={({ currentTarget: { value } }) => {
              setProfile(value)
              forget()
              columns.reset()
            }}
          />
        ) : null}
        {profile === 'default' ? <ColumnsHelp register={register} /> : null}
        <div className={ui.buttons}>
          <Button type="submit" variant={check.data?.ok || proposal ? 'default' : 'filled'} loading={check.isPending}>
            {text.check}
          </Button>
          {check.data?.ok && !proposal ? confirm : null}
        </div>
        {file && !proposal && profile === 'default' ? (
          <p className={ui.soft}>
            {words.reporting.mapping.other}{' '}
            <LinkButton
              onClick={() => {
                // The result of reading the file without a mapping no longer applies.
                forget()
                columns.mutate({ register, file, form: {} })
              }}
            >
              {words.reporting.mapping.open}
            </LinkButton>
          </p>
        ) : null}
      </Form>
      {file && proposal ? (
        <MappingPanel
          key={columns.submittedAt}
          register={register}
          proposal={proposal}
          onForm={(form) => {
            forget()
            columns.mutate({ register, file, form })
          }}
          onSaved={(mappingProfile) => check.mutate({ register, profile: mappingProfile, file, dryRun: true })}
          onChanged={forget}
        />
      ) : null}
      {refusedFile ? <RefusedFile {...refusedFile} /> : null}
      {check.error || take.error || columns.error ? (
        <ErrorNote error={check.error ?? take.error ?? columns.error} />
      ) : null}
      {result ? <ImportResult register={register} result={result} /> : null}
      {check.data?.ok && proposal ? confirm : null}
    </Panel>
  )
}
