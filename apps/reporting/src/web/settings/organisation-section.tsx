import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Logo, logoPath, logoSize, MOST_LOGO_BYTES } from '@wayproof/kernel/brand/brand'
import { useState } from 'react'
import { type OrganisationSettings, queryClient, trpc } from '../api.ts'
import styles from '../brand/brand-panel.module.css'
import { ColorForm } from '../brand/color-form.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { FileField } from '../import/file-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ProgrammeStartPanel } from '../programme/programme-start-panel.tsx'

/** Name, contact, logo, color and first day: officers edit them, others read them. */
export function OrganisationSection({ settings }: { readonly settings: OrganisationSettings | null }) {
  const { shell, people } = useLanguage().words.reporting
  const text = people.settings
  const role = useMe().user?.role
  if (role === 'officer') {
    return (
      <>
        <OrganisationForm saved={settings} />
        {settings ? (
          <>
            <BrandPanel />
            <ProgrammeStartPanel start={settings.programmeStart} isOfficer />
          </>
        ) : null}
      </>
    )
  }
  if (!settings) return null
  return (
    <>
      <Panel title={text.title}>
        <Facts
          facts={[
            [text.nameZh, settings.nameZh || shell.none],
            [text.nameEn, settings.nameEn || shell.none],
            [text.contact, settings.contactEmail],
            [text.start, settings.programmeStart],
            [text.baseline, settings.baselineYear === null ? shell.none : String(settings.baselineYear)],
          ]}
        />
      </Panel>
      {role === 'administrator' ? null : <ProgrammeStartPanel start={settings.programmeStart} isOfficer={false} />}
    </>
  )
}

/** The logo and color of letters and travelers' pages. Only officers change them. */
function BrandPanel() {
  const text = useLanguage().words.reporting.people.brand
  const brand = useQuery(trpc.brand.get.queryOptions())
  if (brand.error) return <ErrorNote error={brand.error} />
  if (!brand.data) return null
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        <LogoForm logo={brand.data.logo} />
        <ColorForm key={brand.data.color} saved={brand.data.color} logo={brand.data.logo} />
      </div>
    </Panel>
  )
}

const FIELDS = ['nameZh', 'nameEn', 'contactEmail', 'programmeStart', 'foundedOn', 'baselineYear'] as const
const OPTIONAL: readonly string[] = ['foundedOn', 'baselineYear']
type Field = (typeof FIELDS)[number]

const types: Partial<Record<Field, string>> = { contactEmail: 'email', programmeStart: 'date', foundedOn: 'date' }

function OrganisationForm({ saved }: { readonly saved: OrganisationSettings | null }) {
  const { words } = useLanguage()
  const text = words.reporting.people.settings
  const navigate = useNavigate()
  const { today } = useOrganisationDays()
  const { seen: seenOrganisation, isNewer, setSeen } = useSeen(saved)
  const [inputs, setInputs] = useState(() => inputsOf(saved, today))
  const year = inputs.baselineYear.trim()
  const isYearWrong = year !== '' && !/^20\d{2}$/.test(year)
  const save = useMutation(
    trpc.organisation.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        setSeen(queryClient.getQueryData(trpc.organisation.get.queryKey()) ?? null)
        if (!saved) await navigate({ to: '/' })
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  function submit() {
    const typed = { ...inputs, foundedOn: inputs.foundedOn || null, baselineYear: year === '' ? null : Number(year) }
    save.mutate(seenOrganisation ? { ...typed, seen: seenOrganisation } : typed)
  }
  const labels: Record<Field, string> = {
    nameZh: text.nameZh,
    nameEn: text.nameEn,
    contactEmail: text.contact,
    programmeStart: text.start,
    foundedOn: text.founded,
    baselineYear: text.baseline,
  }
  const hasOtherName = (field: Field) =>
    (field === 'nameZh' && inputs.nameEn.trim() !== '') || (field === 'nameEn' && inputs.nameZh.trim() !== '')
  const hints: Partial<Record<Field, string>> = {
    nameEn: text.nameHint,
    programmeStart: saved ? text.startStands : text.startHint,
    foundedOn: text.foundedHint,
    baselineYear: text.baselineHint,
  }
  const theirs = inputsOf(saved, today)
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit}>
        {FIELDS.filter((field) => !saved || field !== 'baselineYear').map((field) => (
          <TextField
            key={field}
            type={types[field] ?? 'text'}
            readOnly={saved !== null && field === 'programmeStart'}
            required={!OPTIONAL.includes(field) && !hasOtherName(field)}
            label={labels[field]}
            description={hints[field]}
            value={inputs[field]}
            maxLength={field === 'contactEmail' ? 254 : 100}
            fault={field === 'baselineYear' && isYearWrong ? text.yearWrong : null}
            onChange={({ currentTarget: { value } }) => setInputs({ ...inputs, [field]: value })}
          />
        ))}
        <div>
          <Button type="submit" loading={save.isPending}>
            {words.reporting.shell.save}
          </Button>
        </div>
        {save.error && !isNewer ? <ErrorNote error={save.error} /> : null}
        {isNewer ? (
          <NewerNote
            theirs={FIELDS.filter((field) => theirs[field] !== inputs[field]).map((field) => [
              labels[field],
              theirs[field],
            ])}
            onTake={() => {
              setInputs(theirs)
              setSeen(saved)
            }}
            onKeep={() => {
              save.reset()
              setSeen(saved)
            }}
          />
        ) : null}
        {save.data && saved ? (
          <Note>{save.data.waits ? words.reporting.approvals.asked : words.reporting.shell.saved}</Note>
        ) : null}
      </Form>
    </Panel>
  )
}

const inputsOf = (saved: OrganisationSettings | null, today: string): Record<Field, string> => ({
  nameZh: saved?.nameZh ?? '',
  nameEn: saved?.nameEn ?? '',
  contactEmail: saved?.contactEmail ?? '',
  programmeStart: saved?.programmeStart ?? today,
  foundedOn: saved?.foundedOn ?? '',
  baselineYear: saved?.baselineYear ? String(saved.baselineYear) : '',
})

const SHOWN_HEIGHT = 64

/** A chosen file is the logo at once: letters and pages show it, and it can be removed. */
function LogoForm({ logo }: { readonly logo: Logo | null }) {
  const { words } = useLanguage()
  const text = words.reporting.people.brand
  const [isTooLarge, setIsTooLarge] = useState(false)
  const save = useMutation(
    trpc.brand.setLogo.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  async function choose(file: File | null) {
    if (!file) return
    save.reset()
    setIsTooLarge(file.size > MOST_LOGO_BYTES)
    if (file.size <= MOST_LOGO_BYTES) save.mutate({ picture: await asBase64(file) })
  }
  return (
    <div className={ui.stack}>
      {logo ? (
        <div className={styles.logo}>
          <img src={logoPath(logo)} alt={text.logo} {...logoSize(logo, SHOWN_HEIGHT)} />
          <LinkButton disabled={save.isPending} onClick={() => save.mutate({ picture: null })}>
            {text.remove}
          </LinkButton>
        </div>
      ) : null}
      <FileField
        label={text.logo}
        file={null}
        accept="image/png,image/jpeg"
        fault={isTooLarge ? (words.reporting.faults.codes['logo-too-large'] ?? null) : null}
        onChoose={(file) => void choose(file)}
      />
      <p className={ui.soft}>{text.logoHint}</p>
      {save.error ? <ErrorNote error={save.error} /> : null}
    </div>
  )
}

async function asBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
