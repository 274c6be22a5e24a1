import { Menu } from '@mantine/core'
import { clockTime } from '@wayproof/messages/date-format'
import { Fragment, type ReactNode } from 'react'
import { type QuestionnaireVersions, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { downloadJson } from './download.ts'
import styles from './questionnaire.module.css'

interface VersionsStripProps {
  /** Newest first. */
  readonly versions: QuestionnaireVersions
  /** Number of the draft, the trends that it breaks, and when it was saved; null while it has unsaved changes. */
  readonly draft: {
    readonly version: number
    readonly broken: number
    readonly savedAt: number | null
    readonly isSaving: boolean
  } | null
  readonly onCompare: (version: number) => void
  /** Null for readers who may not restore a version. */
  readonly onRestore: ((version: number) => void) | null
  readonly children?: ReactNode
}

/** Published versions that are shown beside the draft. */
const SHOWN = 3

/** The newest versions from left to right, with the trends that break between them. */
export function VersionsStrip({ versions, draft, onCompare, onRestore, children }: VersionsStripProps) {
  const { words, locale } = useLanguage()
  const { dayOf, timeZone } = useOrganisationDays()
  const { strip: text } = words.reporting.questionnaire
  const visibleVersions = versions.slice(0, SHOWN).toReversed()
  const breaks = (many: number) => (
    <li className={styles.between} data-tone={many > 0 ? 'amber' : undefined}>
      {many > 0 ? text.breaks(many) : text.same}
    </li>
  )
  const savedText =
    draft &&
    (draft.savedAt === null
      ? draft.isSaving
        ? text.saving
        : text.unsaved
      : text.saved(clockTime(draft.savedAt, timeZone, locale)))
  return (
    <section className={styles.strip} aria-label={text.label}>
      <ol>
        {visibleVersions.map(({ version, publishedAt, brokenTrends }, nth) => (
          <Fragment key={version}>
            {nth > 0 ? breaks(brokenTrends.length) : null}
            <li>
              <StatusShape shape="demonstrated" label={text.published} size={16} />
              <VersionMenu version={version} onCompare={onCompare} onRestore={onRestore} />
              <span className={ui.soft}>{dayOf(publishedAt)}</span>
            </li>
          </Fragment>
        ))}
        {draft ? (
          <>
            {breaks(draft.broken)}
            <li>
              <StatusShape shape="unknown" label={text.draft} size={16} />
              <b className={styles.draft}>{text.version(draft.version)}</b>
              <span className={ui.soft} role="status">
                {savedText}
              </span>
            </li>
          </>
        ) : null}
      </ol>
      <div className={styles.stripActs}>{children}</div>
    </section>
  )
}

interface VersionMenuProps extends Pick<VersionsStripProps, 'onCompare' | 'onRestore'> {
  readonly version: number
}

function VersionMenu({ version, onCompare, onRestore }: VersionMenuProps) {
  const { strip: text } = useLanguage().words.reporting.questionnaire
  const options = trpc.questionnaire.definition.queryOptions({ version })
  const download = async () => {
    const definition = await queryClient.fetchQuery(options)
    if (definition) downloadJson(`questionnaire-${version}.json`, definition)
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.version} aria-label={text.more(version)}>
          {text.version(version)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onCompare(version)}>{text.show}</Menu.Item>
        {onRestore ? <Menu.Item onClick={() => onRestore(version)}>{text.restore}</Menu.Item> : null}
        <Menu.Item onClick={() => void download()}>{text.export}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
