import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { REGISTER_IDS, registers } from '@wayproof/evidence/register'
import { TRAVELER_FIELDS } from '@wayproof/survey/travelers/traveler'
import { useEffect, useEffectEvent } from 'react'
import { type Register, trpc } from '../api.ts'
import { MappingPanel } from '../column-mapping/mapping-panel.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import registersStyles from '../registers/registers.module.css'
import { FileField } from './file-field.tsx'
import { receiveFile } from './file-in-transit.ts'
import page from './import.module.css'
import styles from './import.module.css'
import { ImportResult } from './import-result.tsx'
import { readFault } from './read-fault.ts'
import { MAX_BYTES, type Upload } from './upload-register.ts'
import { useFileDrop } from './use-file-drop.ts'
import { type ImportSteps, useImport } from './use-import.ts'

const route = getRouteApi('/inside/registers/$register/import')

export function ImportPage() {
  const { register } = route.useParams()
  return <Import key={register} register={register} />
}

/** A file is checked when it is chosen; the page then opens with the result, and nothing changes until a confirmation. */
function Import({ register }: { readonly register: Register['id'] }) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const steps = useImport(register)
  const { file, checked, takenRows } = steps
  const isDragging = useFileDrop(steps.choose)
  const start = useEffectEvent(() => {
    const received = receiveFile()
    if (received) steps.choose(received)
  })
  useEffect(() => start(), [])
  const name = text.names[register] ?? register
  const refusal = checked?.ok === false && !steps.proposal ? readFault(checked.body, words) : null
  const title =
    takenRows !== null
      ? text.done(takenRows)
      : !file
        ? text.importTitle(name)
        : steps.isChecking
          ? text.checking
          : refusal
            ? refusal.sentence
            : checked?.ok
              ? text.fits(checked.rows, file.name)
              : text.importTitle(name)
  const lead =
    takenRows !== null || steps.isChecking
      ? undefined
      : refusal && file
        ? text.refusedLead(file.name)
        : checked?.ok
          ? text.fitsLead
          : (file?.name ?? text.importLead)
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
        trail={[<RegisterLink key={register} register={register} name={name} />, text.import]}
      >
        {file && !steps.isChecking ? (
          <div>
            <LinkButton onClick={steps.startOver}>{text.another}</LinkButton>
          </div>
        ) : null}
      </PageHead>
      <div className={isDragging ? `${ui.stack} ${styles.dragging}` : ui.stack}>
        {steps.error ? <ErrorNote error={steps.error} /> : null}
        {takenRows !== null ? <ImportedNote register={register} name={name} /> : null}
        {takenRows === null ? <ImportForm register={register} steps={steps} /> : null}
        {takenRows === null && checked ? (
          <ImportResult register={register} result={checked} refusal={refusal} steps={steps} />
        ) : null}
        {takenRows === null && checked?.ok ? <ConfirmBar result={checked} steps={steps} /> : null}
      </div>
    </>
  )
}

function RegisterLink({ register, name }: { readonly register: Register['id']; readonly name: string }) {
  return register === 'travelers' ? (
    <Link to="/registers/travelers">{name}</Link>
  ) : (
    <Link to="/registers/$register" params={{ register }} search={{}}>
      {name}
    </Link>
  )
}

interface ConfirmBarProps {
  readonly result: Extract<Upload, { readonly ok: true }>
  readonly steps: Pick<ImportSteps, 'confirm' | 'isTaking'>
}

/** Says what an import will change; stays in view while the rows are scrolled. */
export function ConfirmBar({ result, steps }: ConfirmBarProps) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const counts = new Map(result.counts)
  const [added, changed] = [counts.get('added') ?? 0, counts.get('changed') ?? 0]
  return (
    <div className={styles.bar}>
      <strong>{added + changed === 0 ? text.willChangeNothing : text.willAdd(added, changed)}</strong>
      <span className={ui.buttons}>
        <Button component={Link} to="/registers" variant="default">
          {words.reporting.shell.cancel}
        </Button>
        <Button loading={steps.isTaking} onClick={steps.confirm}>
          {text.confirm}
        </Button>
      </span>
    </div>
  )
}

/** Leads to the goals that the imported records count for, for training to the people still missing, and to the register. */
export function ImportedNote({ register, name }: { readonly register: Register['id']; readonly name: string }) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const { data } = useQuery(trpc.register.list.queryOptions())
  const goals = data?.find(({ id }) => id === register)?.goals ?? []
  return (
    <Panel title={name}>
      <p className={styles.done}>
        {goals.length > 0 ? <span className={ui.soft}>{text.goTo}</span> : null}
        {goals.map((goal) =>
          goal === 'staff-training' ? (
            <Link key={goal} to="/goal/$goal" params={{ goal }} search={{ listed: 'person' }}>
              {text.whoIsMissing(words.goals.names[goal])}
            </Link>
          ) : (
            <Link key={goal} to="/goal/$goal" params={{ goal }}>
              {words.goals.names[goal]}
            </Link>
          ),
        )}
        {register === 'travelers' ? (
          <Link to="/registers/travelers">{text.toRegister(name)}</Link>
        ) : (
          <Link to="/registers/$register" params={{ register }} search={{}}>
            {text.toRegister(name)}
          </Link>
        )}
      </p>
    </Panel>
  )
}

interface ImportFormProps {
  readonly register: Register['id']
  readonly steps: ImportSteps
}

/** Chooses the file and says how it is read. Once a file fits, only the mapping of its columns remains. */
function ImportForm({ register, steps }: ImportFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const { file, profile, profiles, proposal, checked } = steps
  if (checked?.ok && !proposal) return null
  const form = (
    <Form isPassing className={registersStyles.form} onSubmit={() => steps.choose(file)}>
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
    <details className={registersStyles.columns}>
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
