import { useMutation } from '@tanstack/react-query'
import type { ReferenceRepair } from '@wayproof/evidence/checks/propose-repairs'
import { useState } from 'react'
import { queryClient, type Register } from '../api.ts'
import { type ProposeCommand, proposeColumns } from '../column-mapping/column-proposal.ts'
import { fitsRepairs, hasUnknownColumns, uploadRegister } from './upload-register.ts'

/** The steps of an import: a file is checked as soon as it is chosen, mapped if its headings are unknown, and taken. */
export function useImport(register: Register['id']) {
  const profiles = profilesOf(register)
  const [file, setFile] = useState<File | null>(null)
  const [profile, setProfile] = useState(profiles[0] ?? 'default')
  const columns = useMutation({ mutationFn: proposeColumns })
  const check = useMutation({
    mutationFn: uploadRegister,
    onSuccess: (result, { file: checkedFile, profile: checkedProfile }) => {
      if (checkedProfile === 'default' && !result.ok && hasUnknownColumns(result.body))
        columns.mutate({ register, file: checkedFile, form: {} })
    },
  })
  const take = useMutation({
    mutationFn: uploadRegister,
    onSuccess: (result) => void (result.ok && queryClient.invalidateQueries()),
  })
  function forget() {
    check.reset()
    take.reset()
  }
  function begin(nextFile: File, nextProfile: string) {
    forget()
    columns.reset()
    check.mutate({ register, profile: nextProfile, file: nextFile, dryRun: true })
  }
  return {
    ...{ profiles, file, profile, forget },
    proposal: columns.data?.ok ? columns.data.proposal : null,
    proposedAt: columns.submittedAt,
    unreadable: columns.data?.ok === false ? columns.data.body : null,
    checked: take.data ?? check.data ?? null,
    takenRows: take.data?.ok ? take.data.rows : null,
    isChecking: check.isPending || columns.isPending,
    isTaking: take.isPending,
    error: check.error ?? take.error ?? columns.error,
    choose(next: File | null) {
      setFile(next)
      if (next) begin(next, profile)
    },
    chooseProfile(next: string) {
      setProfile(next)
      if (file) begin(file, next)
    },
    map: (form: ProposeCommand['form']) => {
      forget()
      if (file) columns.mutate({ register, file, form })
    },
    checkAs: (mappingProfile: string) => {
      if (file) check.mutate({ register, profile: mappingProfile, file, dryRun: true })
    },
    /** Checks the file again, with the proposed days. */
    acceptDays: () => check.variables && check.mutate({ ...check.variables, acceptsDays: true }),
    hasAcceptedDays: check.variables?.acceptsDays === true,
    /** Checks the file again with one more corrected reference, or without it. */
    repair: ({ field, from, to }: ReferenceRepair) => {
      const others = check.variables?.repairs?.filter((each) => each.field !== field || each.from !== from) ?? []
      if (check.variables) check.mutate({ ...check.variables, repairs: [...others, { field, from, to }] })
    },
    mayRepair: ({ field, from, to }: ReferenceRepair) =>
      fitsRepairs([...(check.variables?.repairs ?? []), { field, from, to }]),
    withoutRepair: ({ field, from }: ReferenceRepair) => {
      const others = check.variables?.repairs?.filter((each) => each.field !== field || each.from !== from) ?? []
      if (check.variables) check.mutate({ ...check.variables, repairs: others })
    },
    confirm: () => check.variables && take.mutate({ ...check.variables, dryRun: false }),
    startOver() {
      setFile(null)
      forget()
      columns.reset()
    },
  }
}

export type ImportSteps = ReturnType<typeof useImport>

/** Import profiles by register, the default first; other registers have only their own columns. */
const PROFILES: Readonly<Record<string, readonly string[]>> = {
  'staff-roles': ['default', 'hr-export'],
  incidents: ['default', 'veris-incidents', 'veris-json'],
}

const profilesOf = (register: string): readonly string[] => PROFILES[register] ?? ['default']
