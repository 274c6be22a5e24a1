import { NativeSelect } from '@mantine/core'
import { REGISTER_IDS, registers } from '@wayproof/evidence/register'
import { TRAVELER_FIELDS } from '@wayproof/survey/travelers/traveler'
import type { Register } from '../api.ts'
import { MappingPanel } from '../column-mapping/mapping-panel.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'
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

/** Explains each column of a register's own file format; renders nothing for a register without a list. */
function ColumnsHelp({ register }: { readonly register: string }) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const columns = Object.entries(words.registers.columns).find(([id]) => id === register)?.[1]
  if (!columns) return null
  const optional = optionalFieldsOf(register)
  return (
    <details className={styles.columns}>
      <summary>{text.columnsOf}</summary>
      {optional.length > 0 ? <p className={ui.soft}>{text.optionalHint}</p> : null}
      <dl>
        {Object.entries(columns).map(([name, purpose]) => (
          <div key={name}>
            <dt>
              <span translate="no">{name}</span>{' '}
              {optional.includes(name) ? <span className={ui.soft}>{text.optionalColumn}</span> : null}
            </dt>
            {/* It quotes the codes of the file. */}
            <dd translate="no">{purpose}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function optionalFieldsOf(register: string): readonly string[] {
  const id = REGISTER_IDS.find((registerId) => registerId === register)
  const fields = id ? registers[id].fields : register === 'travelers' ? TRAVELER_FIELDS : []
  return fields.filter(({ required }) => !required).map(({ name }) => name)
}
