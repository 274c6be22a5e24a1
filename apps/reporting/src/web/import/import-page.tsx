import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import type { Register } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { ConfirmBar } from './confirm-bar.tsx'
import { receiveFile } from './file-in-transit.ts'
import styles from './import.module.css'
import { ImportForm } from './import-form.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportedNote } from './imported-note.tsx'
import { readFault } from './read-fault.ts'
import { useFileDrop } from './use-file-drop.ts'
import { useImport } from './use-import.ts'

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
