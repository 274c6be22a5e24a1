import { NativeSelect } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { ApprovedVersion } from '@wayproof/evidence/policy-watch/ports'
import type { DifferenceLine } from '@wayproof/evidence/policy-watch/text-difference'
import { languageName } from '@wayproof/messages/language-name'
import { useState } from 'react'
import { type PolicyVersion, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import styles from './policies.module.css'

/** Compares two approved versions in a language that both have. */
export function Difference({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.policies
  const languages = comparable(versions)
  const [selection, choose] = useState<{ language?: string; before?: string; after?: string }>({})
  const language = languages.find((candidate) => candidate.language === selection.language) ?? languages[0]
  const versionIds = language?.versions ?? []
  const after = versionIds.find((versionId) => versionId === selection.after) ?? versionIds[0]
  const before = versionIds.find((versionId) => versionId === selection.before) ?? versionIds[1]
  const input = language && before && after ? { language: language.language, before, after } : skipToken
  const difference = useQuery(trpc.policy.difference.queryOptions(input))
  if (!language || !before || !after) return <p className={ui.soft}>{text.difference.lacking}</p>
  return (
    <>
      <div className={styles.choices}>
        <NativeSelect
          label={text.columns.language}
          data={languages.map(({ language: tag }) => ({ value: tag, label: languageName(tag, locale) }))}
          value={language.language}
          onChange={({ currentTarget }) => choose({ language: currentTarget.value })}
        />
        {(['before', 'after'] as const).map((side) => (
          <NativeSelect
            key={side}
            label={text.difference[side]}
            data={[...versionIds]}
            value={side === 'before' ? before : after}
            onChange={({ currentTarget }) => choose({ ...selection, [side]: currentTarget.value })}
          />
        ))}
      </div>
      {difference.error ? <ErrorNote error={difference.error} /> : null}
      {difference.data ? <DifferenceLines lines={difference.data} /> : null}
    </>
  )
}

/** Shows removed and added lines; unchanged lines are only counted. */
function DifferenceLines({ lines }: { readonly lines: readonly DifferenceLine[] }) {
  const { words } = useLanguage()
  const text = words.reporting.policies.difference
  if (lines.every(({ kind }) => kind === 'same')) return <p className={ui.soft}>{text.same}</p>
  return (
    <ul className={styles.lines}>
      {stretches(lines).map(({ kind, lines: texts }, i) =>
        kind === 'same' ? (
          <li key={i} data-kind={kind}>
            {text.unchanged(texts.length)}
          </li>
        ) : (
          texts.map((line, j) => (
            <li key={`${i} ${j}`} data-kind={kind}>
              <span className="sr-only">{words.reporting.shell.labelled(text[kind], '')}</span>
              <span translate="no">{line}</span>
            </li>
          ))
        ),
      )}
    </ul>
  )
}

interface ComparableLanguage {
  readonly language: string
  /** At least two, newest first. */
  readonly versions: readonly string[]
}

/** Lists the languages in which at least two versions have a text; `approved` is sorted newest first. */
export function comparable(approved: readonly ApprovedVersion[]): readonly ComparableLanguage[] {
  const languages = new Map<string, string[]>()
  for (const { version, texts } of approved)
    for (const { language } of texts) languages.set(language, [...(languages.get(language) ?? []), version])
  return [...languages]
    .filter(([, versions]) => versions.length > 1)
    .map(([language, versions]) => ({ language, versions }))
    .toSorted((a, b) => (a.language < b.language ? -1 : 1))
}

interface Stretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly lines: readonly string[]
}

/** Merges adjacent lines of one kind, so that an unchanged passage takes one line. */
export function stretches(lines: readonly { readonly kind: Stretch['kind']; readonly text: string }[]): Stretch[] {
  const merged: { kind: Stretch['kind']; lines: string[] }[] = []
  for (const { kind, text } of lines) {
    const last = merged.at(-1)
    if (last?.kind === kind) last.lines.push(text)
    else merged.push({ kind, lines: [text] })
  }
  return merged
}
