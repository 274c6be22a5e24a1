import { useQuery } from '@tanstack/react-query'
import { organisationName } from '@wayproof/kernel'
import { trpc } from '../api.ts'
import { ApiKeysPanel } from '../api-keys/api-keys-panel.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ChecklistForm } from '../programme/checklist-form.tsx'
import { ProgrammeForm } from '../programme/programme-form.tsx'
import { ProgrammeStartPanel } from '../programme/programme-start-panel.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { BackupsPanel } from './backups-panel.tsx'
import { EditionsPanel } from './editions-panel.tsx'
import { FactorResetsPanel } from './factor-resets-panel.tsx'
import { FactorRulesPanel } from './factor-rules-panel.tsx'
import { MailPanel } from './mail-panel.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { RecoveriesPanel } from './recoveries-panel.tsx'

/** A new officer starts here: without the organization's name, no other page opens. */
export function SettingsPage() {
  const { locale, words } = useLanguage()
  const text = words.reporting.people.settings
  const { user } = useMe()
  const isAdministrator = user?.role === 'administrator'
  const organisation = useQuery(trpc.organisation.get.queryOptions())
  const programme = useQuery({ ...trpc.programme.get.queryOptions(), enabled: !isAdministrator })
  if (organisation.isLoadingError)
    return <FaultPanel error={organisation.error} onAgain={() => void organisation.refetch()} />
  if (organisation.data === undefined) return <Loading heights={[56, 360]} />
  const settings = organisation.data
  const isOfficer = user?.role === 'officer'
  const isManager = isOfficer || isAdministrator
  const name = settings && organisationName(settings, locale)
  return (
    <>
      <PageHead
        title={name ?? (isOfficer ? text.first : text.none)}
        lead={isOfficer ? text.lead : isAdministrator ? text.technical : text.readOnly}
      />
      <OpenQuestions page="settings" />
      <div className={ui.stack}>
        {isOfficer ? <OrganisationForm saved={settings} /> : null}
        {isOfficer && settings ? <ProgrammeStartPanel start={settings.programmeStart} isOfficer /> : null}
        {isOfficer && settings && programme.data ? (
          <>
            <ProgrammeForm state={programme.data} />
            <ChecklistForm state={programme.data} />
            <EditionsPanel />
          </>
        ) : null}
        {isManager && settings ? (
          <>
            <MailPanel isOfficer={isOfficer} />
            <ApiKeysPanel />
            <BackupsPanel isOfficer={isOfficer} />
          </>
        ) : null}
        {isOfficer ? <FactorRulesPanel /> : null}
        {isOfficer || user?.role === 'executive' || user?.role === 'auditor' ? (
          <>
            <FactorResetsPanel isOfficer={isOfficer} />
            <RecoveriesPanel />
          </>
        ) : null}
      </div>
      {settings && !isOfficer ? (
        <div className={ui.stack}>
          <Panel title={text.title}>
            <Facts
              facts={[
                [text.nameZh, settings.nameZh || words.reporting.shell.none],
                [text.nameEn, settings.nameEn || words.reporting.shell.none],
                [text.contact, settings.contactEmail],
                [text.start, settings.programmeStart],
                [
                  text.baseline,
                  settings.baselineYear === null ? words.reporting.shell.none : String(settings.baselineYear),
                ],
              ]}
            />
          </Panel>
          {isAdministrator ? null : <ProgrammeStartPanel start={settings.programmeStart} isOfficer={false} />}
        </div>
      ) : null}
    </>
  )
}
