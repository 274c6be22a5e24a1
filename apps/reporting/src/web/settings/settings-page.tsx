import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { VERSION } from '@wayproof/kernel/version'
import { Suspense } from 'react'
import { type OrganisationSettings, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ApiKeysPanel } from '../on-demand.ts'
import { ChecklistForm } from '../programme/checklist-form.tsx'
import { ProgrammeForm } from '../programme/programme-form.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { BackupsPanel } from './backups-panel.tsx'
import { EditionsPanel } from './editions-panel.tsx'
import { FactorResetsPanel } from './factor-resets-panel.tsx'
import { FactorRulesPanel } from './factor-rules-panel.tsx'
import { MailPanel } from './mail-panel.tsx'
import { OrganisationSection } from './organisation-section.tsx'
import { RecoveriesPanel } from './recoveries-panel.tsx'
import styles from './settings.module.css'
import { SettingsMenu } from './settings-menu.tsx'
import { type SettingsSection, sectionsOf } from './settings-sections.ts'
import { useSettingsTitle } from './use-settings-title.ts'

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
