import { Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { VERSION } from '@wayproof/kernel/version'
import { Suspense } from 'react'
import { type OrganisationSettings, queryClient, trpc, type User } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ApiKeysPanel } from '../on-demand.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ChecklistForm } from '../programme/checklist-form.tsx'
import { ProgrammeForm } from '../programme/programme-form.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { RecordTable } from '../records/record-table.tsx'
import { BackupsPanel } from './backups-panel.tsx'
import { EditionsForm } from './editions-form.tsx'
import { FactorResetsPanel } from './factor-resets-panel.tsx'
import { MailPanel } from './mail-panel.tsx'
import { OrganisationSection } from './organisation-section.tsx'
import styles from './settings.module.css'
import { type SettingsSection, sectionsOf } from './settings-sections.ts'

/** A new officer starts here: without the organization's name, no other page opens. */
export function SettingsPage() {
  const organisation = useQuery(trpc.organisation.get.queryOptions())
  if (organisation.isLoadingError)
    return <FaultPanel error={organisation.error} onAgain={() => void organisation.refetch()} />
  if (organisation.data === undefined) return <Loading heights={[56, 360]} />
  return <OpenSection settings={organisation.data} />
}

/** Shows the section of the address; an address without one, the first section of the reader's role. */
function OpenSection({ settings }: { readonly settings: OrganisationSettings | null }) {
  const { section: address } = useParams({ strict: false })
  const role = useMe().user?.role
  const text = useLanguage().words.reporting
  const sections = sectionsOf(role, settings !== null)
  const open = sections.find((section) => section === address) ?? sections[0] ?? 'organization'
  const title = useSettingsTitle(open, settings)
  if (address !== undefined && address !== open) return <Navigate to="/settings" replace />
  const { readOnly } = text.people.settings
  const isReader = role !== 'officer' && role !== 'administrator'
  return (
    <>
      <PageHead
        title={title}
        trail={[text.account.settings.sections[open]]}
        lead={isReader && open === 'organization' ? readOnly : text.account.settings.leads[open]}
      />
      <OpenQuestions page="settings" />
      <div className={sections.length > 1 ? styles.layout : undefined}>
        {sections.length > 1 ? <SettingsMenu sections={sections} open={open} /> : null}
        <div className={ui.stack}>
          <SectionPanels section={open} settings={settings} isOfficer={role === 'officer'} />
          <p className={styles.version}>{text.account.settings.version(VERSION)}</p>
        </div>
      </div>
    </>
  )
}

interface SectionPanelsProps {
  readonly section: SettingsSection
  readonly settings: OrganisationSettings | null
  readonly isOfficer: boolean
}

function SectionPanels({ section, settings, isOfficer }: SectionPanelsProps) {
  switch (section) {
    case 'organization':
      return <OrganisationSection settings={settings} />
    case 'survey':
    case 'checklist':
      return <ProgrammeSection section={section} />
    case 'summary':
      return <EditionsPanel />
    case 'email':
      return <MailPanel isOfficer={isOfficer} />
    case 'api-keys':
      return (
        <Suspense fallback={<Loading heights={[360]} />}>
          <ApiKeysPanel />
        </Suspense>
      )
    case 'backups':
      return <BackupsPanel isOfficer={isOfficer} />
    case 'security':
      return (
        <>
          {isOfficer ? <FactorRulesPanel /> : null}
          <FactorResetsPanel isOfficer={isOfficer} />
          <RecoveriesPanel />
        </>
      )
  }
}

function ProgrammeSection({ section }: { readonly section: 'survey' | 'checklist' }) {
  const programme = useQuery(trpc.programme.get.queryOptions())
  if (programme.isLoadingError) return <FaultPanel error={programme.error} onAgain={() => void programme.refetch()} />
  if (!programme.data) return <Loading heights={[360]} />
  return section === 'survey' ? <ProgrammeForm state={programme.data} /> : <ChecklistForm state={programme.data} />
}

export function EditionsPanel() {
  const text = useLanguage().words.reporting.summaries.settings
  const settings = useQuery(trpc.edition.settings.queryOptions())
  return (
    <Panel title={text.title}>
      {settings.error ? <ErrorNote error={settings.error} /> : null}
      {settings.isPending ? <Loading heights={[240]} /> : null}
      {settings.data ? <EditionsForm saved={settings.data} /> : null}
    </Panel>
  )
}

interface SettingsMenuProps {
  readonly sections: readonly SettingsSection[]
  readonly open: SettingsSection
}

export function SettingsMenu({ sections, open }: SettingsMenuProps) {
  const { account, shell } = useLanguage().words.reporting
  return (
    <nav className={styles.menu} aria-label={shell.settings}>
      {sections.map((section) => (
        <Link
          key={section}
          to="/settings/$section"
          params={{ section }}
          className={styles.entry}
          aria-current={section === open ? 'page' : undefined}
        >
          {account.settings.sections[section]}
        </Link>
      ))}
    </nav>
  )
}

/** Lists the links that a command on the server created for locked-out officers; renders nothing without any. */
export function RecoveriesPanel() {
  const { words } = useLanguage()
  const text = words.reporting.account.recoveries
  const { data = [] } = useQuery(trpc.passwordReset.recoveries.queryOptions())
  if (data.length === 0) return null
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      <RecordTable
        caption={text.title}
        columns={[text.who, text.made, text.used]}
        records={data.map(({ id, name, madeAt, usedAt }) => ({
          id,
          head: <Verbatim>{name}</Verbatim>,
          cells: [
            <RelativeMoment key="made" at={madeAt} />,
            usedAt === null ? text.unused : <RelativeMoment key="used" at={usedAt} />,
          ],
        }))}
      />
    </Panel>
  )
}

/** Chooses the roles that require a second factor. */
export function FactorRulesPanel() {
  const { account, approvals, people } = useLanguage().words.reporting
  const text = account.factor.rules
  const rules = useQuery(trpc.secondFactor.rules.queryOptions())
  const require = useMutation(
    trpc.secondFactor.require.mutationOptions({ onSettled: () => queryClient.invalidateQueries() }),
  )
  if (!rules.data) return null
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        {(Object.keys(people.roles) as User['role'][]).map((role) => (
          <Checkbox
            key={role}
            label={people.roles[role]}
            checked={rules.data.roles.includes(role)}
            disabled={require.isPending}
            onChange={({ currentTarget: { checked } }) => require.mutate({ role, required: checked })}
          />
        ))}
        {require.data?.waits ? <Note>{approvals.asked}</Note> : null}
        {require.error ? <ErrorNote error={require.error} /> : null}
      </div>
    </Panel>
  )
}

/** The sentence of a section: what is set now. Until it is known, the section's name. */
export function useSettingsTitle(section: SettingsSection, settings: OrganisationSettings | null): string {
  const { locale, words } = useLanguage()
  const { account, people, programme: programmeWords } = words.reporting
  const { titles, sections } = account.settings
  const isOfficer = useMe().user?.role === 'officer'
  const { dayOf } = useOrganisationDays()
  const isSurvey = section === 'survey' || section === 'checklist'
  const programme = useQuery({ ...trpc.programme.get.queryOptions(), enabled: isSurvey }).data
  const editions = useQuery({ ...trpc.edition.settings.queryOptions(), enabled: section === 'summary' }).data
  const mail = useQuery({ ...trpc.programme.mail.queryOptions(), enabled: section === 'email' }).data
  const keys = useQuery({ ...trpc.apiKey.list.queryOptions(), enabled: section === 'api-keys' }).data
  const backups = useQuery({ ...trpc.backup.state.queryOptions(), enabled: section === 'backups' }).data
  const rules = useQuery({
    ...trpc.secondFactor.rules.queryOptions(),
    enabled: section === 'security' && isOfficer,
  }).data
  if (!settings) return isOfficer ? people.settings.first : people.settings.none
  const sentences: Record<SettingsSection, string | undefined> = {
    organization: organisationName(settings, locale),
    survey: programme && titles.survey(programme.programme.runs),
    checklist: programme && titles.checklist(programme.lacking.length),
    summary: editions && titles.summary(editions.workingDays),
    email: mail && programmeWords.mail[mail.proven ?? 'none'],
    'api-keys': keys && titles.keys(keys.filter(({ revokedAt }) => revokedAt === null).length),
    backups: backups && titles.backups(backups.backedUpAt === null ? null : dayOf(backups.backedUpAt)),
    security: rules && titles.security(rules.roles.length),
  }
  return sentences[section] ?? sections[section]
}
