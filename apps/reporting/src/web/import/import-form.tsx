import { NativeSelect } from '@mantine/core'
import type { Register } from '../api.ts'
import { MappingPanel } from '../column-mapping/mapping-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'
import { ColumnsHelp } from './columns-help.tsx'
import { FileField } from './file-field.tsx'
import page from './import.module.css'
import { MAX_BYTES } from './upload-register.ts'
import type { ImportSteps } from './use-import.ts'

interface ImportFormProps {
  readonly register: Register['id']
  readonly steps: ImportSteps
}

/** Chooses the file and says how it is read. Once a file fits, only the mapping of its columns remains. */
export function ImportForm({ register, steps }: ImportFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const { file, profile, profiles, proposal, checked } = steps
  if (checked?.ok && !proposal) return null
  const form = (
    <Form isPassing className={styles.form} onSubmit={() => steps.choose(file)}>
      <FileField
        label={profiles.includes('veris-json') ? text.file : text.tableFile}
        file={file}
        fault={file && file.size > MAX_BYTES ? text.tooBig : null}
        onChoose={steps.choose}
      />
      {profiles.length > 1 ? (
        <NativeSelect
          label={text.profile}
          description={text.profileHint}
          value={profile}
          data={profiles.map((value) => ({ value, label: text.profiles[value] ?? value }))}
          onChange={({ currentTarget: { value } }) => steps.chooseProfile(value)}
        />
      ) : null}
      {profile === 'default' ? <ColumnsHelp register={register} /> : null}
      {profile === 'default' && !file ? (
        <p className={page.templates}>
          <span>{text.templates}</span>
          {(['csv', 'xlsx'] as const).map((extension) => (
            <a key={extension} href={`/export/templates/${register}.${extension}`} download>
              {extension.toUpperCase()}
            </a>
          ))}
        </p>
      ) : null}
      {file && checked && !checked.ok && profile === 'default' ? (
        <p className={page.templates}>
          <span>{words.reporting.mapping.other}</span>
          <LinkButton onClick={() => steps.map({})}>{words.reporting.mapping.open}</LinkButton>
        </p>
      ) : null}
    </Form>
  )
  return (
    <Panel title={text.import}>
      {proposal ? (
        <MappingPanel
          key={steps.proposedAt}
          register={register}
          proposal={proposal}
          onForm={steps.map}
          onSaved={steps.checkAs}
          onChanged={steps.forget}
        />
      ) : (
        form
      )}
    </Panel>
  )
}
