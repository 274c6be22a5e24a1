import { Autocomplete, Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { decodePage } from '@wayproof/evidence/policy-watch/page-charset'
import { day } from '@wayproof/messages/date-format'
import { languageName } from '@wayproof/messages/language-name'
import { type ReactNode, useState } from 'react'
import { type PolicyPage, type PolicyVersion, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Drawer } from '../components/drawer.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLengthLimit } from '../forms/use-length-limit.ts'
import { FileField } from '../import/file-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { Difference } from './difference.tsx'
import styles from './policies.module.css'
import { languagesOf, PolicyGrid } from './policy-grid.tsx'

const route = getRouteApi('/inside/policies')

/** The polling interval while a page waits to be fetched. */
const WAITING_MS = 2000

/** Shows where customers find the policy; the address names the cell that is open. */
export function PoliciesPage() {
  const query = useQuery({
    ...trpc.policy.pages.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ waiting }) => waiting) ? WAITING_MS : false),
  })
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  if (!query.data) return <Loading heights={[56, 320, 240]} />
  return <Policies {...query.data} />
}

function Policies({ pages, checkDays }: { readonly pages: readonly PolicyPage[]; readonly checkDays: number }) {
  const { words } = useLanguage()
  const text = words.reporting.policies
  const { user } = useMe()
  const { surface, language } = route.useSearch()
  const navigate = route.useNavigate()
  const versions = useQuery(trpc.policy.versions.queryOptions())
  const [open, setOpen] = useState<'text' | 'difference' | null>(null)
  const surfaces = new Set(pages.map(({ surfaceId }) => surfaceId))
  const surfacesNotInOrder = new Set(
    pages.filter(({ status }) => status !== 'in-order').map(({ surfaceId }) => surfaceId),
  )
  const byHand = pages.filter(({ manual, status }) => manual !== null && status !== 'in-order').length
  const approved = versions.data ?? []
  const mayAdd = user?.role === 'officer' && approved.length > 0
  return (
    <>
      <PageHead
        title={text.title(surfaces.size - surfacesNotInOrder.size, surfaces.size, byHand)}
        lead={
          pages.length > 0 ? (
            text.lead(checkDays)
          ) : (
            <>
              {text.empty} <Link to="/registers">{words.reporting.shell.registers}</Link>
            </>
          )
        }
      />
      <OpenQuestions page="policies" />
      <PolicyGrid
        pages={pages}
        expected={approved[0]?.version ?? null}
        selected={surface !== undefined && language !== undefined ? { surface, language } : null}
        onSelect={(cell) => void navigate({ search: cell ?? {}, replace: true, resetScroll: false })}
      >
        {versions.isLoadingError ? <FaultPanel error={versions.error} onAgain={() => void versions.refetch()} /> : null}
        {versions.data ? (
          <VersionsPanel versions={approved}>
            {mayAdd ? (
              <LinkButton aria-haspopup="dialog" onClick={() => setOpen('text')}>
                {text.text.title}
              </LinkButton>
            ) : null}
            <LinkButton aria-haspopup="dialog" onClick={() => setOpen('difference')}>
              {text.difference.open}
            </LinkButton>
          </VersionsPanel>
        ) : null}
      </PolicyGrid>
      {open === 'text' ? (
        <Drawer title={text.text.title} onClose={() => setOpen(null)}>
          <TextForm versions={approved} languages={languagesOf(pages)} />
        </Drawer>
      ) : null}
      {open === 'difference' ? (
        <Drawer title={text.difference.title} onClose={() => setOpen(null)}>
          <Difference versions={approved} />
        </Drawer>
      ) : null}
    </>
  )
}

interface VersionsPanelProps {
  readonly versions: readonly PolicyVersion[]
  /** Buttons under the list. */
  readonly children: ReactNode
}

/** Lists the approved versions, newest first, and the languages of their texts. */
export function VersionsPanel({ versions, children }: VersionsPanelProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.policies
  return (
    <Panel title={text.versions}>
      {versions.length === 0 ? <p className={ui.soft}>{text.noVersion}</p> : null}
      <ul className={styles.versions}>
        {versions.map(({ version, approvedOn, inForceOn, texts }) => (
          <li key={version}>
            <b>{text.cell.version(version)}</b>
            <span className={styles.below}>{text.inForce(day(inForceOn, locale), day(approvedOn, locale))}</span>
            {texts.length === 0 ? <span className={styles.below}>{text.noText}</span> : null}
            {texts.map(({ language, addedAt, addedBy, digest }) => (
              <span key={language} className={styles.below} title={digest}>
                {words.reporting.shell.labelled(languageName(language, locale), dayOf(addedAt))}
                {', '}
                <span translate="no">{addedBy}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <div className={ui.rowActions}>{children}</div>
    </Panel>
  )
}

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

const MOST_CHARACTERS = 35

interface LanguageFieldProps {
  readonly languages: readonly string[]
  readonly language: string
  readonly onChange: (language: string) => void
}

/** Chooses a language that surfaces must show, or any other. */
function LanguageField({ languages, language, onChange }: LanguageFieldProps) {
  const text = useLanguage().words.reporting.policies.text
  const { fault } = useLengthLimit(language, MOST_CHARACTERS)
  return (
    <Autocomplete
      {...useFieldFault(fault, fault)}
      required
      withAsterisk={false}
      label={text.language}
      translate="no"
      renderOption={({ option }) => <span translate="no">{option.value}</span>}
      description={<span translate="no">{text.languageHint}</span>}
      data={languages}
      value={language}
      onChange={onChange}
    />
  )
}
